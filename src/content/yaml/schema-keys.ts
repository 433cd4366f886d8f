/** The keys that a schema knows, and where each may stand. */
import { z } from "zod";
import { onDemandOf } from "../values/on-demand.ts";
import type { ValueKind } from "./schema-parts.ts";
import type { YamlPath } from "./yaml-source.ts";

/** The part of JSON Schema that the schemas of front matter and site.yaml are described in. */
export type KeySchema = {
  readonly type?: string;
  readonly description?: string;
  readonly kind?: ValueKind;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, KeySchema>>;
  readonly required?: readonly string[];
  readonly items?: KeySchema;
  readonly anyOf?: readonly KeySchema[];
};

/** What a schema says of the value at a path; undefined where it has no such place. */
export function schemaAt(schema: z.ZodType, path: YamlPath): KeySchema | undefined {
  let found: KeySchema | undefined = described(schema);
  for (const key of path) {
    found = typeof key === "number" ? formOf(found, "array")?.items : keysOf(found).get(String(key));
    if (found === undefined) return undefined;
  }
  return found;
}

/** What a text at a path stands for, where the schema says so. */
export function kindAt(schema: z.ZodType, path: YamlPath): ValueKind | undefined {
  return formOf(schemaAt(schema, path), "string")?.kind;
}

/** The keys that a value may hold, each with what is said of its own value; none where it holds no keys. */
export function keysOf(schema: KeySchema | undefined): ReadonlyMap<string, KeySchema> {
  return new Map(Object.entries(formOf(schema, "object")?.properties ?? {}));
}

/** `{src: …, alt: …}`: the least that a value with keys of its own must hold; undefined where it holds none. */
export function exampleOf(schema: KeySchema | undefined): string | undefined {
  const [first, ...others] = keysOf(schema).keys();
  if (first === undefined) return undefined;
  const { required = [] } = formOf(schema, "object") ?? {};
  const shown = required.length > 0 ? required : [first];
  const more = required.length > 0 || others.length === 0 ? "" : ", …";
  return `{${shown.map((key) => `${key}: …`).join(", ")}${more}}`;
}

/** All keys that may stand somewhere, each with the keys that may hold it: `url` of `source`. Keys of the top have "". */
export const ownersOfKeys = onDemandOf((schema: z.ZodType): ReadonlyMap<string, readonly string[]> => {
  const owners = new Map<string, string[]>();
  const visit = (holder: KeySchema, owner: string) => {
    for (const [key, held] of keysOf(holder)) {
      owners.set(key, [...(owners.get(key) ?? []), owner]);
      visit(formOf(held, "array")?.items ?? held, owner === "" ? key : `${owner}.${key}`);
    }
  };
  visit(described(schema), "");
  return owners;
});

/** Of a value that may have several forms, the one of a type: of two, that which says what keys it has. */
function formOf(schema: KeySchema | undefined, type: string): KeySchema | undefined {
  const forms = schema?.anyOf?.filter((form) => form.type === type) ?? [];
  const form = forms.find(({ properties }) => properties !== undefined) ?? forms[0];
  return form ?? (schema?.type === type ? schema : undefined);
}

/** Made once: an archive that was brought along may have one fault ten thousand times. */
const described = onDemandOf((schema: z.ZodType): KeySchema => {
  const description: object = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return description;
});

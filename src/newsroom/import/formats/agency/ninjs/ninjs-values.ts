/** Values of ninjs, whichever of its versions they are written in. */
import { z } from "zod";
import { plainTextOf } from "../../../foreign/reading/plain-text.ts";

const text = z.string().nullish();
const named = z.looseObject({
  name: text,
  code: text,
  qcode: text,
  literal: text,
  uri: text,
  rel: text,
  role: text,
});
const nameds = z.array(named).nullish();
const roled = z.array(z.looseObject({ role: text, contenttype: text, value: z.string() })).nullish();

/** Keys of all versions in small letters: 3 writes them otherwise than 1 and 2, and is the same but for that. */
export const itemSchema = z.looseObject({
  uri: text,
  guid: text,
  type: text,
  version: z.union([z.string(), z.number()]).nullish(),
  pubstatus: text,
  representationtype: text,
  headlines: roled,
  descriptions: roled,
  bodies: roled,
  title: text,
  firstcreated: text,
  versioncreated: text,
  contentcreated: text,
  embargoed: text,
  embargoeduntil: text,
  expires: text,
  byline: text,
  by: text,
  authors: nameds,
  located: text,
  language: text,
  source: text,
  provider: text,
  copyrightholder: text,
  infosource: nameds,
  infosources: nameds,
  service: nameds,
  subject: nameds,
  subjects: nameds,
  keywords: z.array(z.string()).nullish(),
  place: nameds,
  places: nameds,
  person: nameds,
  people: nameds,
  organisation: nameds,
  organisations: nameds,
});

export type NinjsItem = z.infer<typeof itemSchema>;

export function withSmallKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.toLowerCase(),
      // Within values, one key is written in two ways as well: `contentType`.
      Array.isArray(inner) ? inner.map(withSmallKeys) : inner,
    ]),
  );
}

export type Roled = NonNullable<NinjsItem["bodies"]>[number];

/** What version 1 has under a key for each role (`body_xhtml`) and later ones in a list. */
export function valuesOf(item: NinjsItem, name: string, list: NinjsItem["bodies"]): readonly Roled[] {
  const own = Object.entries(item).flatMap(([key, value]): Roled[] => {
    const [, role] = new RegExp(`^${name}(?:_(\\w+))?$`).exec(key) ?? [];
    return (role !== undefined || key === name) && typeof value === "string"
      ? [{ role: role ?? "main", value }]
      : [];
  });
  return [...(list ?? []), ...own].filter(({ value }) => value.trim() !== "");
}

export function headlineOf(item: NinjsItem): string | undefined {
  const values = valuesOf(item, "headline", item.headlines);
  return plainTextOf((values.find(({ role }) => role === "main") ?? values[0])?.value ?? item.title);
}

export function descriptionOf(item: NinjsItem): string | undefined {
  const values = valuesOf(item, "description", item.descriptions);
  return plainTextOf((values.find(({ role }) => role === "summary") ?? values[0])?.value);
}

export function sourceOf(item: NinjsItem): string | undefined {
  const names = [item.source, item.provider, ...namesOf(item.infosource), ...namesOf(item.infosources)];
  return plainTextOf(names.find((name) => Boolean(name)) ?? item.copyrightholder);
}

export function namesOf(list: NinjsItem["subject"]): string[] {
  return (list ?? []).flatMap(({ name }) => name || []);
}

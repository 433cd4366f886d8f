/** The file of `--map`: what foreign keys and terms are called here. */
import { z } from "zod";
import { frontMatterSchema } from "../../../content/article/front-matter.ts";
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import type { TermKind } from "../../../content/names/terms.ts";
import { check } from "../../../content/yaml/checked.ts";
import { line } from "../../../content/yaml/schema-parts.ts";
import { readYaml } from "../../../content/yaml/yaml-source.ts";
import type { MappedNames } from "./kind-of-terms.ts";
import { cleanName } from "./term-spelling.ts";

const ownKeys = Object.keys(frontMatterSchema.shape);

const ownKey = z.string().refine((key) => ownKeys.includes(key), {
  error: ({ input }) => `must be a key of front matter (${ownKeys.join(", ")}) or null, not "${input}"`,
});

const lines = 'must be lines such as "Their name: Our name"';

const names = z
  .record(z.string(), z.union([line, z.null()], { error: "must be a name, or null" }), { error: lines })
  .default({});

const keys = z
  .record(
    z.string(),
    z.union([ownKey, z.null()], { error: `must be one of ${ownKeys.join(", ")}, or null` }),
    {
      error: lines,
    },
  )
  .default({});

const mapSchema = z.strictObject({ keys, categories: names, tags: names, authors: names, sources: names });

export type ImportMap = {
  /** Foreign keys of front matter to ours; `null` for those that are passed over. */
  readonly keys: ReadonlyMap<string, string | null>;
  readonly terms: ReadonlyMap<TermKind, MappedNames>;
};

/** Reads a map. @param file its name in diagnostics */
export function readImportMap(
  file: string,
  text: string,
): { readonly map?: ImportMap; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = check(mapSchema, readYaml(file, text), "the map");
  if (value === undefined) return { diagnostics };
  const cleaned = (of: Readonly<Record<string, string | null>>): MappedNames =>
    new Map(Object.entries(of).map(([name, to]) => [cleanName(name), to]));
  return {
    map: {
      keys: new Map(Object.entries(value.keys)),
      terms: new Map([
        ["category", cleaned(value.categories)],
        ["tag", cleaned(value.tags)],
        ["author", cleaned(value.authors)],
        ["source", cleaned(value.sources)],
      ]),
    },
    diagnostics,
  };
}

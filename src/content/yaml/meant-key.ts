/** The key that was meant by one that is not known: a typing mistake, another word for the same thing, or one of another place. */

import type { z } from "zod";
import { listText } from "../diagnostics/report.ts";
import { nearest } from "../names/suggestion.ts";
import { type KeySchema, keysOf, ownersOfKeys, schemaAt } from "./schema-keys.ts";
import type { YamlPath } from "./yaml-source.ts";

/** What newsrooms and other publishing software call these keys. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["agency", "source"],
  ["author", "authors"],
  ["byline", "authors"],
  ["category", "categories"],
  ["excerpt", "description"],
  ["headline", "title"],
  ["hidden", "draft"],
  ["keywords", "tags"],
  ["lang", "language"],
  ["location", "dateline"],
  ["modified", "updated"],
  ["photo", "image"],
  ["picture", "image"],
  ["place", "dateline"],
  ["private", "draft"],
  ["published", "date"],
  ["standfirst", "description"],
  ["summary", "description"],
]);

/** Said of a story that is out, where Dateline says of one that is not that it is a draft. */
const wordsForPublished: ReadonlySet<string> = new Set(["live", "public", "publish", "published"]);

/**
 * What to do about a key that is not known: `did you mean "title"?`
 *
 * @param path where it stands
 * @param value what it holds
 * @param what the text's name in messages: "front matter", "site.yaml"
 */
export function adviceOnKey(
  key: string,
  path: YamlPath,
  value: unknown,
  schema: z.ZodType,
  what: string,
): string {
  const here = keysOf(schemaAt(schema, path));
  const isPublished =
    here.has("draft") && wordsForPublished.has(key.toLowerCase()) ? truthOf(value) : undefined;
  if (isPublished === true) return 'remove it: an article is published unless it says "draft: true"';
  if (isPublished === false) return 'write "draft: true" in its place';
  const keys = [...here].filter(([, held]) => mayHold(held, value)).map(([name]) => name);
  const other = otherWords.get(key.toLowerCase());
  if (other !== undefined && keys.includes(other)) return `did you mean "${other}"?`;
  const owners = ownersOfKeys(schema);
  const elsewhere = owners.get(key);
  if (elsewhere !== undefined) return `it is a key of ${listed(elsewhere, what)}; put it there`;
  const near = nearest(key, keys);
  if (near !== undefined) return `did you mean "${near}"?`;
  const nearElsewhere = nearest(key, owners.keys());
  const nearOwners = nearElsewhere === undefined ? undefined : owners.get(nearElsewhere);
  if (nearOwners === undefined || here.has(nearElsewhere ?? "")) return "remove it or correct it";
  return `did you mean "${nearElsewhere}", a key of ${listed(nearOwners, what)}?`;
}

/** Yes or no, in the ways that authors and other software write it. */
function truthOf(value: unknown): boolean | undefined {
  const text = String(value).toLowerCase();
  if (["true", "yes", "on", "1"].includes(text)) return true;
  return ["false", "no", "off", "0"].includes(text) ? false : undefined;
}

/** A yes or no was meant for a key that takes one, and nothing else was. */
function mayHold(schema: KeySchema, value: unknown): boolean {
  return typeof value !== "boolean" || schema.type === "boolean";
}

/** `"publisher", "authors" and "sources"` */
function listed(owners: readonly string[], what: string): string {
  return listText(owners.map((owner) => (owner === "" ? what : `"${owner}"`)));
}

/** The key that was meant by one that is not known: a typing mistake, or another word for the same thing. */
import { nearest } from "./suggestion.ts";

/** What newsrooms and other publishing software call these keys. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ["agency", "source"],
  ["author", "authors"],
  ["byline", "authors"],
  ["category", "categories"],
  ["excerpt", "description"],
  ["headline", "title"],
  ["keywords", "tags"],
  ["lang", "language"],
  ["location", "dateline"],
  ["modified", "updated"],
  ["photo", "image"],
  ["picture", "image"],
  ["place", "dateline"],
  ["published", "date"],
  ["standfirst", "description"],
  ["summary", "description"],
]);

/** The one of `knownKeys` that a key means, if that can be told. Letter case counts for nothing. */
export function meantKey(key: string, knownKeys: readonly string[]): string | undefined {
  const other = otherWords.get(key.toLowerCase());
  return other !== undefined && knownKeys.includes(other) ? other : nearest(key, knownKeys);
}

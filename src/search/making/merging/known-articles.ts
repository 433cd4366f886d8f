/** Articles that were indexed before, in whichever part: they need not be indexed again. */
import { onDemandFor } from "../../../content/values/on-demand.ts";
import { evenlyCut } from "../../opened/pagefind/files/file-names.ts";
import type { IndexedArticles } from "./indexed-articles.ts";
import type { SearchParts } from "./made-parts.ts";
import { standingPart } from "./standing-part.ts";

/** So many digits of a digest tell what Pagefind is given of articles from each other. */
export const keyDigits = 16;

/** An index that was made before. */
export type StandingIndex = {
  readonly parts: SearchParts;
  /** Gives a file of these parts by its path below `/pagefind/`. */
  readonly read: (path: string) => Promise<Uint8Array>;
};

export type KnownArticles = {
  /** Where an article stands that Pagefind was given in the same words; undefined where there is none. */
  readonly find: (key: string) => KnownArticle | undefined;
  readonly read: (part: KnownPart) => Promise<IndexedArticles>;
};

export type KnownPart = SearchParts[string];
export type KnownArticle = { readonly part: KnownPart; readonly at: number };

/** @param base what an article's index rests on beside what Pagefind is given of it */
export function knownArticles(base: string, standing?: StandingIndex): KnownArticles {
  const places = new Map<string, KnownArticle>();
  for (const part of Object.values(standing?.parts ?? {})) {
    if (part.base !== base) continue;
    const keys = evenlyCut(part.keys, part.keys.length / keyDigits);
    for (const [at, key] of keys.entries()) places.set(key, { part, at });
  }
  return {
    find: (key) => places.get(key),
    read: onDemandFor(({ folder, entry }: KnownPart) => {
      if (standing === undefined) throw new Error("there is no part that could be read");
      return standingPart(folder, entry.list, standing.read);
    }),
  };
}

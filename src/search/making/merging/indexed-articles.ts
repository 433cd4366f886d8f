/** Articles of an index, and their words: what Pagefind has made of them just now, or before. */
import type { IndexedWord } from "../../opened/pagefind/files/piece-file.ts";

/** A file that stands in the index as it was made before, by its path below `/pagefind/`. */
export type StandingFile = { readonly standsAt: string };

export type IndexedArticles = {
  /** Of Pagefind. */
  readonly version: string;
  /** What Pagefind is told of articles beside their text, by its names: places beside the text lead into one of these. */
  readonly metas: readonly string[];
  readonly articles: readonly IndexedArticle[];
  /** In the order of their letters: see `compareWords`. */
  readonly words: () => Iterable<IndexedWord>;
};

export type IndexedArticle = {
  /** How many words it has. */
  readonly words: number;
  /** What readers load of it. */
  readonly content: Uint8Array | StandingFile;
};

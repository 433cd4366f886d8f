/** What readers load of a part: files named by what they hold, and the list of them. */
import { deflateRawSync } from "node:zlib";
import { hexDigest } from "../../../content/values/digest.ts";
import { grouped } from "../../../content/values/grouped.ts";
import {
  articleDigits,
  articlePath,
  fewestDigits,
  piecePath,
} from "../../opened/pagefind/files/file-names.ts";
import { type ListFile, listFileOf, stepsOf } from "../../opened/pagefind/files/list-file.ts";
import { pieceFileOf } from "../../opened/pagefind/files/piece-file.ts";
import type { IndexedArticle, IndexedArticles, StandingFile } from "./indexed-articles.ts";
import { boundsOf, mergedWords, pieces } from "./merged-words.ts";

/** A file of the index, by its path in the folder of its part. */
export type IndexFile = { readonly path: string; readonly content: Uint8Array | StandingFile };

/** An article of a part: among which it was indexed, and where in them. */
export type PartArticle = {
  /** Since 1970-01-01. */
  readonly day: number;
  /** Changes with all that Pagefind was given of it. */
  readonly key: string;
  readonly from: IndexedArticles;
  readonly at: number;
};

/**
 * How many places of words a piece of the index holds, of which a reader's search loads one for each word and part.
 * Pagefind's 20,000 were chosen for a whole site; in parts, a sixteenth of it makes a first search much cheaper.
 */
export const pieceSize = 1250;

/** How many pieces are written at a time. */
const batchSize = 25;

/**
 * The files of a part's articles and pieces, and its list. They depend on the articles alone, not on how these were indexed.
 *
 * @param articles newest first
 * @param version of Pagefind
 */
export async function partFiles(
  articles: readonly PartArticle[],
  version: string,
): Promise<{ readonly files: readonly IndexFile[]; readonly list: ListFile }> {
  const indexed = articles.map(({ from, at }) => articleAt(from, at));
  const counts = indexed.map(({ words }) => words);
  const metas: string[] = [];
  const contents: Uint8Array[] = [];
  const ends: [first: string, last: string][] = [];
  for (const piece of pieces(mergedWords(mergingOf(articles), metas), pieceSize)) {
    contents.push(pieceFileOf(piece, counts, deflateRawSync));
    ends.push([piece[0]?.word ?? "", piece.at(-1)?.word ?? ""]);
    // What else goes on beside gets its turn.
    if (contents.length % batchSize === 0) await new Promise(setImmediate);
  }
  const days = articles.map(({ day }) => day);
  const digits = articleDigits(
    days,
    articles.map(({ key }) => hexDigest(`${version} ${key}`)),
  );
  const pieceDigits = contents.map((content) => hexDigest(content, fewestDigits));
  return {
    files: [
      ...indexed.map(({ content }, place) => ({
        path: articlePath(days[place] ?? 0, digits[place] ?? ""),
        content,
      })),
      ...contents.map((content, place) => ({ path: piecePath(place, pieceDigits[place] ?? ""), content })),
    ],
    list: listFileOf(
      { version, counts, bounds: boundsOf(ends), metas },
      { days: stepsOf(days), articles: digits.join(""), pieces: pieceDigits.join("") },
    ),
  };
}

function articleAt({ articles }: IndexedArticles, at: number): IndexedArticle {
  const article = articles[at];
  if (article === undefined) throw new Error("an article of the index is not among those that were indexed");
  return article;
}

/** Which of those that were indexed together are in a part, and where. */
function mergingOf(articles: readonly PartArticle[]) {
  const together = grouped(articles.entries(), ([, { from }]) => from);
  return [...together].map(([from, own]) => {
    const places = new Map(own.map(([place, { at }]) => [at, place]));
    return { from, placeOf: (at: number) => places.get(at) };
  });
}

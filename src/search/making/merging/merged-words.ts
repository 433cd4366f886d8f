/** The words of a part, from those of articles that were indexed apart from each other, and the pieces they are cut into. */
import { grouped } from "../../../content/values/grouped.ts";
import type { IndexedWord, PlacedWord } from "../../opened/pagefind/files/piece-file.ts";
import { beside, fieldOf, type Places, stepInto } from "../../opened/pagefind/files/places.ts";
import { compareWords } from "../../opened/pagefind/files/sorted-words.ts";
import type { IndexedArticles } from "./indexed-articles.ts";

export type Merging = {
  readonly from: Pick<IndexedArticles, "metas" | "words">;
  /** The place of an article in the part; undefined where it is not in it. */
  readonly placeOf: (article: number) => number | undefined;
};

/**
 * The words of all, in the order of their letters, each once, with the articles of the part that have it. Does not depend on which
 * articles were indexed together.
 *
 * @param metas takes the names of what is told of articles beside their text, in the order in which words are found in them
 */
export function* mergedWords(merged: readonly Merging[], metas: string[]): Generator<IndexedWord> {
  const open = merged.map(({ from, placeOf }) => {
    const words = from.words()[Symbol.iterator]();
    const field = (own: number) => {
      const name = from.metas[own] ?? "";
      const known = metas.indexOf(name);
      return known === -1 ? metas.push(name) - 1 : known;
    };
    return { words, placeOf, field, next: words.next() };
  });
  for (;;) {
    let least: string | undefined;
    for (const { next } of open) {
      if (next.done === true) continue;
      if (least === undefined || compareWords(next.value.word, least) < 0) least = next.value.word;
    }
    if (least === undefined) return;
    const same: Placed[] = [];
    const spelledElse: Placed[] = [];
    for (const source of open) {
      const { next, words } = source;
      if (next.done === true || next.value.word !== least) continue;
      same.push({ source, found: next.value });
      for (const found of next.value.others) spelledElse.push({ source, found });
      source.next = words.next();
    }
    const others = grouped(spelledElse, ({ found }) => found.word);
    const word: IndexedWord = {
      ...placedWord(least, same),
      others: [...others]
        .sort(([a], [b]) => compareWords(a, b))
        .map(([other, found]) => placedWord(other, found))
        .filter(({ articles }) => articles.length > 0),
    };
    if (word.articles.length > 0 || word.others.length > 0) yield word;
  }
}

/** A word as one of them has it. */
type Placed = {
  readonly source: Pick<Merging, "placeOf"> & { readonly field: (own: number) => number };
  readonly found: PlacedWord;
};

function placedWord(word: string, all: readonly Placed[]): PlacedWord {
  const found = all.flatMap(({ source: { placeOf, field }, found }) =>
    found.articles.flatMap(({ article: at, places }) => {
      const article = placeOf(at);
      return article === undefined ? [] : [{ article, places, field }];
    }),
  );
  // Fields are numbered as they are met: in the order of the part's articles.
  const articles = found
    .sort((a, b) => a.article - b.article)
    .map(({ article, places, field }) => ({ article, places: withFields(places, field) }));
  return { word, articles };
}

function withFields(places: readonly Places[], field: (own: number) => number): readonly Places[] {
  if (places.every(({ weight }) => weight !== beside)) return places;
  return places.map((group) =>
    group.weight === beside ? { ...group, steps: group.steps.map(moved) } : group,
  );

  function moved(step: number): number {
    const own = fieldOf(step);
    return own === undefined ? step : stepInto(field(own));
  }
}

/** A piece has so many places of words, and those of its last word beyond. */
export function* pieces(words: Iterable<IndexedWord>, size: number): Generator<readonly IndexedWord[]> {
  let piece: IndexedWord[] = [];
  let placed = 0;
  for (const word of words) {
    piece.push(word);
    placed += sizeOf(word) + word.others.reduce((sum, other) => sum + sizeOf(other), 0);
    if (placed < size) continue;
    yield piece;
    piece = [];
    placed = 0;
  }
  if (piece.length > 0) yield piece;
}

/** How many numbers Pagefind takes for a word. */
function sizeOf({ articles }: PlacedWord): number {
  return articles.reduce(
    (sum, { places }) => sum + 1 + places.reduce((own, { steps }) => own + 1 + steps.length, 0),
    0,
  );
}

/**
 * The first and the last word of each piece, shortened to what tells them from those of the pieces beside; the last one stays whole
 * where it would come before the first.
 */
export function boundsOf(
  ends: readonly (readonly [first: string, last: string])[],
): { readonly first: string; readonly last: string }[] {
  return ends.map(([first, last], at) => {
    const before = ends[at - 1]?.[1];
    const after = ends[at + 1]?.[0];
    const from = before === undefined ? first : shortened(first, before);
    const to = after === undefined ? last : shortened(last, after);
    return { first: from, last: compareWords(to, from) < 0 ? last : to };
  });
}

/** As much of a word as tells it from another one beside it. */
function shortened(word: string, other: string): string {
  const [letters, others] = [[...word], [...other]];
  const different = letters.findIndex((letter, at) => letter !== others[at]);
  return different === -1 ? word : letters.slice(0, different + 1).join("");
}

/**
 * What a part's list says of its articles and pieces, written shorter for readers to load than Pagefind writes it, and
 * again as its code reads it.
 */

import { CborReader, CborWriter } from "./cbor.ts";
import { articlePath, evenlyCut, fewestDigits, piecePath } from "./file-names.ts";
import { sortedText, sortedWords } from "./sorted-words.ts";

/** Pagefind's own list of a part. */
export type PagefindList = {
  readonly version: string;
  readonly articles: readonly { readonly name: string; readonly words: number }[];
  readonly pieces: readonly Piece[];
  /** What Pagefind is told of articles beside their text, by its names. */
  readonly metas: readonly string[];
};

type Piece = { readonly first: string; readonly last: string; readonly name: string };

/** What is alike stands together: servers compress some thousands of letters by one table. */
export type ListFile = {
  /** Of Pagefind. */
  readonly version: string;
  /** Of the articles, newest first as Pagefind has them, since 1970-01-01: see `stepsOf`. */
  readonly days: readonly number[];
  /** Digits of the names of the articles' files, one after the other, and of those of the pieces: see `file-names.ts`. */
  readonly articles: string;
  readonly pieces: string;
  /** How many words each article has, in hexadecimal digits: the first digits of all, then the second. */
  readonly words: string;
  /** The first and the last word of each piece: see `sorted-words.ts`. */
  readonly bounds: string;
  readonly metas: readonly string[];
};

/** What names the files of a part, in the order of its list. */
export type Naming = Pick<ListFile, "days" | "articles" | "pieces">;

/** Reads Pagefind's own file, unpacked. @throws if it holds anything that would be lost */
export function pagefindListIn(content: Uint8Array): PagefindList {
  const read = new CborReader(content);
  const each = <Item>(item: () => Item): Item[] => Array.from({ length: read.list() }, item);
  read.list(6);
  const version = read.text();
  const articles = each(() => {
    read.list(3);
    const article = { name: read.text(), words: read.number() };
    if (read.text() !== "") throw new Error("Pagefind has put several articles into one file");
    return article;
  });
  const pieces = each(() => {
    read.list(3);
    return { first: read.text(), last: read.text(), name: read.text() };
  });
  // Filters and orders are our own.
  read.list(0);
  read.list(0);
  const metas = each(() => read.text());
  read.end();
  return { version, articles, pieces, metas };
}

/** @param counts how many words each article has @param bounds the first and the last word of each piece */
export function listFileOf(
  {
    version,
    counts,
    bounds,
    metas,
  }: {
    readonly version: string;
    readonly counts: readonly number[];
    readonly bounds: readonly { readonly first: string; readonly last: string }[];
    readonly metas: readonly string[];
  },
  naming: Naming,
): ListFile {
  return {
    version,
    ...naming,
    words: digitsOf(counts),
    bounds: sortedText(bounds.flatMap(({ first, last }) => [first, last])),
    metas,
  };
}

/** The list as Pagefind's code reads it. Articles and pieces have their places for names. */
export function listContent(list: ListFile): Uint8Array {
  const counts = wordCounts(list);
  const bounds = sortedWords(list.bounds);
  const write = new CborWriter();
  write.list(6);
  write.text(list.version);
  write.list(counts.length);
  for (const [place, words] of counts.entries()) {
    write.list(3);
    write.text(String(place));
    write.number(words);
    write.text("");
  }
  write.list(bounds.length / 2);
  for (let place = 0; place < bounds.length / 2; place += 1) {
    write.list(3);
    write.text(bounds[place * 2] ?? "");
    write.text(bounds[place * 2 + 1] ?? "");
    write.text(String(place));
  }
  write.list(0);
  write.list(0);
  write.list(list.metas.length);
  for (const meta of list.metas) write.text(meta);
  return write.bytes();
}

/** The files that a list names, in the folder of its part: of articles and pieces, in their order. */
export function pathsIn(list: Naming): { readonly articles: string[]; readonly pieces: string[] } {
  const days = daysIn(list.days);
  const pieceDigits = evenlyCut(list.pieces, list.pieces.length / fewestDigits);
  return {
    articles: evenlyCut(list.articles, days.length).map((own, place) => articlePath(days[place] ?? 0, own)),
    pieces: pieceDigits.map((own, place) => piecePath(place, own)),
  };
}

/** How many words each article has. */
export function wordCounts({ words, days }: ListFile): number[] {
  return numbersIn(words, days.length);
}

/** Of days, newest first: the first, then by how many each is older than the one before. */
export function stepsOf(days: readonly number[]): number[] {
  return days.map((day, place) => (place === 0 ? day : (days[place - 1] ?? day) - day));
}

/** The days again. */
export function daysIn(steps: readonly number[]): number[] {
  let day = 0;
  return steps.map((step, place) => {
    day = place === 0 ? step : day - step;
    return day;
  });
}

function digitsOf(numbers: readonly number[]): string {
  const digits = numbers.reduce((most, number) => Math.max(most, number), 0).toString(16).length;
  const written = numbers.map((number) => number.toString(16).padStart(digits, "0"));
  return Array.from({ length: digits }, (_, at) => written.map((number) => number[at]).join("")).join("");
}

function numbersIn(digits: string, count: number): number[] {
  const numbers = Array.from({ length: count }, () => 0);
  for (let at = 0; at < digits.length; at += 1) {
    const place = at % count;
    numbers[place] = (numbers[place] ?? 0) * 16 + Number.parseInt(digits[at] ?? "", 16);
  }
  return numbers;
}

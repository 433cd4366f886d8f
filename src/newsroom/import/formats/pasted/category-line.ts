/** The line of a pasted text that holds its categories, one after the other: "Asia Science and Health Business". */

import { nearest } from "../../../../content/names/suggestion.ts";
import type { TermList } from "../../../../content/names/terms.ts";
import { grouped } from "../../../../content/values/grouped.ts";
import { singleLine } from "../../../../content/yaml/schema-parts.ts";

export type CategoryCut = {
  /** In the order of the line, each once, as the site spells them. */
  readonly names: readonly string[];
  /** What fits no category, with its place in the line in UTF-16 units. */
  readonly unknown: readonly { readonly text: string; readonly offset: number }[];
};

type Word = { readonly key: string; readonly offset: number; readonly end: number };

/**
 * Cuts a line into the categories of a closed list and their aliases. Names may have several words; the cut that
 * leaves the fewest words over is taken, and of two such the one with the longer names first. Letter case,
 * straight or curly apostrophes, and commas, semicolons, bars and dots between the names count for nothing.
 */
export function cutCategoryLine(line: string, list: TermList): CategoryCut {
  const words = wordsOf(line);
  const spellings = spellingsByKey(list);
  const longestName = Math.max(0, ...[...spellings.keys()].map((key) => key.split(" ").length));
  const cuts = bestCuts(words, spellings, longestName);
  const names = new Set<string>();
  const unknown: { text: string; offset: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const end = cuts[at]?.end ?? words.length;
    if (cuts[at]?.known) names.add(nameOf(line, words.slice(at, end), spellings, list));
    else unknown.push(...unknownIn(line, words.slice(at, end), list, longestName));
    at = end;
  }
  return { names: [...names], unknown };
}

/** Whether a line is meant as one of categories: each fits, or, where `misspelt`, is at least near to one. */
export function isCategoryLine(line: string, list: TermList, misspelt = false): boolean {
  const { names, unknown } = cutCategoryLine(line, list);
  if (unknown.length === 0) return names.length > 0;
  return misspelt && unknown.every(({ text }) => nearest(text, list.byName.keys()) !== undefined);
}

/**
 * Parts a line into categories where no list says what they are: at commas, bars, dots and runs of white space;
 * where there are none of these, at every space except those about an ampersand.
 */
export function guessedCategories(line: string): string[] {
  const separators = /\s{2,}|\t|\s*[,;|·•]\s*/u;
  const parts = line.trim().split(separators.test(line.trim()) ? separators : /(?<!&)\s+(?!&)/u);
  return [...new Set(parts.map(singleLine).filter((part) => part !== ""))];
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[^\s,;|·•]+/gu)].map(({ 0: word, index }) => ({
    key: word.normalize("NFC").toLowerCase().replace(/[‘’]/gu, "'"),
    offset: index,
    end: index + word.length,
  }));
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.key).join(" ");
}

function spellingsByKey(list: TermList): ReadonlyMap<string, readonly string[]> {
  const spellings = grouped(list.byName.keys(), (name) => keyOf(wordsOf(name)));
  spellings.delete("");
  return spellings;
}

/** From each word on: where the piece that begins there ends. Worked out from the last word to the first. */
function bestCuts(words: readonly Word[], spellings: ReadonlyMap<string, unknown>, longestName: number) {
  const cuts: { end: number; known: boolean; wordsLeftOver: number }[] = [];
  for (let start = words.length - 1; start >= 0; start -= 1) {
    let best = { end: start + 1, known: false, wordsLeftOver: (cuts[start + 1]?.wordsLeftOver ?? 0) + 1 };
    for (let length = Math.min(longestName, words.length - start); length > 0; length -= 1) {
      const end = start + length;
      const wordsLeftOver = cuts[end]?.wordsLeftOver ?? 0;
      if (wordsLeftOver < best.wordsLeftOver && spellings.has(keyOf(words.slice(start, end)))) {
        best = { end, known: true, wordsLeftOver };
      }
    }
    // Words left over that stand together make one piece.
    const next = cuts[start + 1];
    cuts[start] = !best.known && next?.known === false ? { ...best, end: next.end } : best;
  }
  return cuts;
}

function nameOf(
  line: string,
  words: readonly Word[],
  spellings: ReadonlyMap<string, readonly string[]>,
  list: TermList,
): string {
  const text = singleLine(textOf(line, words));
  const fitting = spellings.get(keyOf(words)) ?? [];
  const spelling = fitting.find((name) => name === text) ?? fitting[0] ?? text;
  return list.byName.get(spelling)?.name ?? spelling;
}

/** Words that fit nothing: together where together they are near to a name, else one by one. */
function unknownIn(line: string, words: readonly Word[], list: TermList, longestName: number) {
  const unknown: { text: string; offset: number }[] = [];
  for (let start = 0; start < words.length; ) {
    let end = Math.min(words.length, start + longestName);
    const isNear = () => nearest(textOf(line, words.slice(start, end)), list.byName.keys()) !== undefined;
    while (end > start + 1 && !isNear()) end -= 1;
    const piece = words.slice(start, Math.max(end, start + 1));
    unknown.push({ text: textOf(line, piece), offset: piece[0]?.offset ?? 0 });
    start += piece.length;
  }
  return unknown;
}

function textOf(line: string, words: readonly Word[]): string {
  return line.slice(words[0]?.offset ?? 0, words.at(-1)?.end ?? 0);
}

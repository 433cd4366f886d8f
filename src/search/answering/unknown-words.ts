/** Words that stand nowhere as they are: begun, with an ending that is not known, written as one, or misspelt. */
import type { FoundResult, SearchIndex } from "../opened/opened-index.ts";
import { unlessLost } from "../opened/pagefind/lost-file.ts";
import { spellingsOf, withoutMarks } from "../spellings.ts";
import { readWords } from "../words.ts";
import { contentWords } from "./extract.ts";
import { quotedWords } from "./query.ts";
import { nearestWord } from "./spelling.ts";

/** Most words are found at the first look; each costs a file. */
const looks = 5;

/**
 * Looks at the best results, a few at most: those in which a word was found that begins with this one. Pagefind gives
 * what its stem begins, too ("planet" for "planning"), and what is its beginning ("earth" for "earthqake").
 */
export async function* thoseThatBegin(
  word: string,
  results: readonly FoundResult[],
): AsyncGenerator<FoundResult> {
  const beginnings = spellingsOf(word).map(withoutMarks);
  const best = [...results].sort((a, b) => b.score - a.score).slice(0, looks);
  for (const result of best) {
    const page = await unlessLost(result.data());
    if (page === undefined) {
      // What cannot be read says nothing against the word.
      yield result;
      continue;
    }
    const words = contentWords(page.content);
    const found = result.words.flatMap((place) => readWords(words[place] ?? ""));
    const begins = (other: string) =>
      beginnings.some((beginning) => withoutMarks(other).startsWith(beginning));
    if (found.some((other) => [other.word, ...other.pieces].some(begins))) yield result;
  }
}

export type OtherWord = {
  readonly word: string;
  /** Its pieces, where the articles have it in two. */
  readonly phrase?: string;
};

/** The word that may be meant by one that stands nowhere; undefined where there is none. */
export async function otherWord(index: SearchIndex, word: string): Promise<OtherWord | undefined> {
  const stem = await knownStem(index, word);
  if (stem !== undefined) return { word: stem };
  const known = await index.loadWords();
  const phrases = Array.from({ length: word.length }, (_, cut) => [word.slice(0, cut), word.slice(cut)])
    .filter((pieces) => pieces.every((piece) => known.has(piece)))
    .map(quotedWords);
  for (const phrase of phrases) if ((await index.lookUp(phrase)).length > 0) return { word, phrase };
  const near = nearestWord(word, known);
  return near === undefined ? undefined : { word: near };
}

/** A Korean word without the particles at its end, where that is known. */
async function knownStem(index: SearchIndex, word: string): Promise<string | undefined> {
  if (!/^\p{Script=Hangul}+$/u.test(word)) return undefined;
  for (const length of [word.length - 1, word.length - 2].filter((letters) => letters >= 2)) {
    const stem = word.slice(0, length);
    if ((await index.lookUp(stem)).length > 0) return stem;
  }
  return undefined;
}

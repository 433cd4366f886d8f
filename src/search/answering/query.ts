/** From what a reader types to what is looked up: words and quoted phrases. */
import { joinedWords } from "../index-format.ts";
import { normalText, readWords, spacedText, wordsOf } from "../words.ts";

export type Query = {
  /** In lower case, and how many times each is said. Those of phrases are among them. */
  readonly words: ReadonlyMap<string, number>;
  /** Of words that are written with hyphens, their pieces as a phrase: `"cease fire"` of `ceasefire`. */
  readonly pieces: ReadonlyMap<string, string>;
  /** To be found word for word, in double quotes for Pagefind. */
  readonly phrases: readonly string[];
  /** The whole query as a phrase, where it has several words and none is quoted. */
  readonly asPhrase: string | undefined;
};

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;

/** More words than a pasted sentence has. */
const wordLimit = 40;

/** Reads a query. Text without any letter or digit gives no words. */
export function readQuery(text: string): Query {
  const normal = normalText(text);
  const phrases = Array.from(normal.matchAll(quoted), ([, phrase = ""]) => phraseOf(phrase));
  const all = readWords(normal);
  const whole = all.filter(({ isElided }) => !isElided);
  const read = whole.length > 0 ? whole : all;
  const words = new Map<string, number>();
  for (const { word } of read) {
    if (words.has(word) || words.size < wordLimit) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const inPieces = read.filter(({ pieces }) => pieces.length > 0);
  const asPhrase = phrases.length === 0 && words.size > 1 ? phraseOf(normal) : undefined;
  return {
    words,
    pieces: new Map(inPieces.map(({ word, pieces }) => [word, quotedWords(pieces)])),
    phrases: phrases.filter((phrase) => phrase !== undefined),
    asPhrase,
  };
}

/** Words as a phrase for Pagefind, or one word to be found as it is and not as the beginning of another. */
export function quotedWords(words: readonly string[]): string {
  return `"${words.join(" ")}"`;
}

function phraseOf(text: string): string | undefined {
  const spaced = spacedText(text)
    .replaceAll(joinedWords, "")
    .replace(/["“”„«»\s]+/gu, " ")
    .trim();
  return wordsOf(spaced).length === 0 ? undefined : `"${spaced}"`;
}

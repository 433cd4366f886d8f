/** From what a reader types to what is looked up: words and quoted phrases. */
import { joinedWords } from "../index-format.ts";
import { normalText, otherSpelling, spacedText, wordsOf } from "../words.ts";

export type Query = {
  /** In lower case, each once. Those of phrases are among them. */
  readonly words: readonly string[];
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
  const words = [...new Set(wordsOf(normal))].slice(0, wordLimit);
  const asPhrase = phrases.length === 0 && words.length > 1 ? phraseOf(normal) : undefined;
  return { words, phrases: phrases.filter((phrase) => phrase !== undefined), asPhrase };
}

/** The ways in which a word may be written in the index. */
export function spellingsOf(word: string): string[] {
  const other = otherSpelling(word);
  return other === undefined ? [word] : [word, other];
}

function phraseOf(text: string): string | undefined {
  const spaced = spacedText(text)
    .replaceAll(joinedWords, "")
    .replace(/["“”„«»\s]+/gu, " ")
    .trim();
  return wordsOf(spaced).length === 0 ? undefined : `"${spaced}"`;
}

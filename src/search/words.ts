/** Words as the search knows them. The build and the reader's browser cut texts the same way. */
import { unspacedLetters } from "../content/values/language.ts";
import { joinedWords } from "./index-format.ts";

/** Runs of scripts that are written without spaces between words, with the punctuation between them. */
const unspaced = new RegExp(`[${unspacedLetters}ー々\\u3001-\\u301f\\uff01-\\uff0f\\uff1a-\\uff20]+`, "gu");

const letterOrDigit = /[\p{L}\p{N}]/u;

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/** Letters below Thai, and signs of all scripts, need nothing but composing: most texts hold nothing else. */
const special = /[\u0e00-\u1fff\u2e80-\u{10ffff}]/u;

/** A text in NFC, full-width letters and half-width kana as the usual ones, without halves of surrogate pairs. */
export function normalText(text: string): string {
  if (!special.test(text)) return text.normalize("NFC");
  return text
    .replace(/\p{Surrogate}/gu, " ")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+/gu, (forms) => forms.normalize("NFKC"))
    .normalize("NFC");
}

/** A text with a mark and a space between the words of scripts that have no spaces. HTML stays HTML. */
export function spacedText(text: string): string {
  if (!special.test(text)) return text.normalize("NFC");
  return normalText(text).replace(unspaced, (run, start: number, whole: string) => {
    const gap = `${joinedWords} `;
    let spaced = letterOrDigit.test(whole[start - 1] ?? "") ? gap : "";
    let hasWord = false;
    for (const { segment, isWordLike } of segmenter.segment(run)) {
      if (isWordLike && hasWord) spaced += gap;
      spaced += segment;
      hasWord ||= isWordLike === true;
    }
    return spaced + (letterOrDigit.test(whole[start + run.length] ?? "") ? gap : "");
  });
}

/** The words of a plain text, in lower case, with their apostrophes and full stops taken out: `u.s.` is `us`. */
export function wordsOf(text: string): string[] {
  return spacedText(text)
    .replaceAll(joinedWords, "")
    .toLowerCase()
    .split(/[\s/\u2013\u2014\u2026,;:|]+/u)
    .map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, ""))
    .filter((word) => word !== "");
}

const foldings: readonly (readonly [RegExp, string])[] = [
  [/ä/g, "ae"],
  [/ö/g, "oe"],
  [/ü/g, "ue"],
  [/ß/g, "ss"],
  [/đ/g, "d"],
  [/ø/g, "o"],
  [/å/g, "aa"],
  [/æ/g, "ae"],
  [/œ/g, "oe"],
  [/ł/g, "l"],
  [/ı/g, "i"],
];

/** Arabic's article, alone or after "and", "so", "with", "like" and "for", and the vowel signs that few write. */
const arabicArticle = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u;
const arabicSigns = /[\u064B-\u0652\u0640]/g;

/**
 * How else a word is written by those without its letters (`müller`: `mueller`; `đà`: `da`) or without its
 * article (`القاهرة`: `قاهرة`). Undefined where there is no other way. Lower case in, lower case out.
 */
export function otherSpelling(word: string): string | undefined {
  let other = word;
  if (/[\u0600-\u06FF]/.test(word)) other = word.replace(arabicSigns, "").replace(arabicArticle, "");
  else if (/[äöüßđøåæœłı]/.test(word)) {
    for (const [letter, spelling] of foldings) other = other.replace(letter, spelling);
    other = other.normalize("NFD").replace(/\p{M}/gu, "");
  }
  return other === word ? undefined : other;
}

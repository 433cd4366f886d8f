/**
 * Signs that Pagefind drops, written in the index as letters that it keeps. It takes every mark for an accent, though
 * vowels of scripts from Devanagari to Khmer are marks ("दल", "दिल" and "दाल" would be one word), and every full stop
 * for punctuation ("3.5" would be "35"). Nobody writes news in Tangut, so its letters stand for these signs.
 */
import { withPoints } from "./words.ts";

const signed = /[\u0900-\u17ff]/;

/** A nukta is an accent indeed: many leave it out. */
const sign = /(?![\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc])(?=\p{M})[\u0900-\u17ff]/gu;
const signLetter = /[\u{17000}-\u{17eff}]/gu;
const toTangut = 0x17000 - 0x0900;

const pointLetters: Readonly<Record<string, string>> = {
  ".": "\u{17f00}",
  ",": "\u{17f01}",
  "٫": "\u{17f02}",
};
const points = new Map(Object.entries(pointLetters).map(([point, letter]) => [letter, point]));

/** A text as the index has it. HTML stays HTML. */
export function indexedText(text: string): string {
  const numbered = withPoints(text, (point) => pointLetters[point] ?? point);
  if (!signed.test(numbered)) return numbered;
  return numbered.replace(sign, (mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) + toTangut));
}

/** A text out of the index as it was written. */
export function writtenText(indexed: string): string {
  return indexed
    .replace(signLetter, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - toTangut))
    .replace(/[\u{17f00}-\u{17f02}]/gu, (letter) => points.get(letter) ?? letter);
}

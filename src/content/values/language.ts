/** Languages by their BCP 47 tags, the direction their writing runs in, and the letters they write without spaces. */
import { onDemandFor } from "./on-demand.ts";

export type Direction = "ltr" | "rtl";

const rightToLeftScripts = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Syrc", "Thaa"]);

/** The canonical form of a BCP 47 tag ("KO-kr" is "ko-KR"), or undefined if it is not one. */
export function canonicalLanguage(tag: string): string | undefined {
  // "english" is well-formed by the letter, but no registered language has more than three.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** For a class of a pattern: letters of Chinese and Japanese. */
export const chineseAndJapanese = String.raw`\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}`;

/** For a class of a pattern: letters of all scripts that part no words by spaces. */
export const unspacedLetters = String.raw`${chineseAndJapanese}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`;

/**
 * Thai and what comes after it, but for punctuation: here lie all letters of those scripts, full-width forms, and halves of surrogate
 * pairs. Most texts have nothing of it, which this tells in a tenth of the time that a pattern of scripts takes.
 */
export const lateLetters = /[\u0e00-\u1fff\u2e80-\uffff]/;

/** For a class of a pattern: letters as wide as two of the Latin alphabet. */
export const wideLetters = String.raw`\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}`;

/** By what `Intl` writes and sorts: of a language that it does not know, every machine would take its own. */
export function localesOf(language: string): string[] {
  return [language, "en-GB"];
}

const numberFormat = onDemandFor((language: string) => new Intl.NumberFormat(localesOf(language)));

/** A number as a language writes it. @param language BCP 47 */
export function numberText(number: number, language: string): string {
  return numberFormat(language).format(number);
}

/** The direction of a language's usual script, by CLDR's likely subtags. */
export const directionOf = onDemandFor(
  (language: string): Direction =>
    rightToLeftScripts.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr",
);

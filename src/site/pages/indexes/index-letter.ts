/** The letter a name stands under in an index, as readers of its script expect. */
import { localesOf } from "../../../content/values/language.ts";

/** Initial consonants of Hangul syllables in Unicode's order (U+1100 on), the doubled ones under the single. */
const koreanInitials = [..."ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"];
const firstInitial = 0x1100;

/** Rows of the Japanese syllabary, each by its first character in Unicode's order, which may be a small one. */
const kanaRows = ["あぁ", "かか", "ささ", "たた", "なな", "はは", "まま", "やゃ", "らら", "わゎ"] as const;
const katakanaOffset = 0x60;

const digitsLetter = "0–9";

/**
 * Makes the function that gives the letter of a name: a base letter as a capital, with its accent only where
 * the language counts that as a letter of its own (Ö in Swedish); a consonant for Hangul; a row for kana; one
 * group for all Chinese characters, whose readings their writing does not show; one for digits.
 *
 * @param language BCP 47, of the index
 * @returns a function that takes a name with at least one letter or digit
 */
export function indexLetters(language: string): (name: string) => string {
  const collator = new Intl.Collator(localesOf(language), { sensitivity: "base" });
  const scripts = new Intl.DisplayNames(localesOf(language), { type: "script" });
  return (name) => {
    const [first = ""] = fromFirstLetter(name);
    const [base = first] = first.normalize("NFKD");
    if (/\p{N}/u.test(base)) return digitsLetter;
    if (/\p{Script=Han}/u.test(base)) return scripts.of("Hani") ?? base;
    const special = koreanInitials[(base.codePointAt(0) ?? 0) - firstInitial] ?? kanaRow(base);
    if (special !== undefined) return special;
    const letter = collator.compare(base, first) === 0 ? base : first;
    const [capital = letter] = letter.toLocaleUpperCase(language);
    return capital;
  };
}

/** A name without the quotation marks and other signs before its first letter or digit. */
export function fromFirstLetter(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+/u, "");
}

function kanaRow(letter: string): string | undefined {
  if (!/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return undefined;
  const code = letter.codePointAt(0) ?? 0;
  const hiragana = String.fromCodePoint(/\p{Script=Katakana}/u.test(letter) ? code - katakanaOffset : code);
  return kanaRows.findLast(([, start = ""]) => start <= hiragana)?.[0];
}

/** Words as the search knows them. The build and the reader's browser cut texts the same way. */
import { lateLetters, unspacedLetters } from "../content/values/language.ts";
import { joinedWords } from "./index-format.ts";

/** Runs of scripts that are written without spaces between words, with the punctuation between them. */
const unspaced = new RegExp(`[${unspacedLetters}ー々\\u3001-\\u301f\\uff01-\\uff0f\\uff1a-\\uff20]+`, "gu");

const letterOrDigit = /[\p{L}\p{N}]/u;

type Segment = { readonly segment: string; readonly isWordLike?: boolean };

/** Cuts a run into words, where the browser knows them: Firefox before 125 does not, and gets letters. */
const segmentsOf: (run: string) => Iterable<Segment> = "Segmenter" in Intl ? byWords() : byLetters;

function byWords() {
  const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
  return (run: string) => segmenter.segment(run);
}

function byLetters(run: string): Segment[] {
  return Array.from(run, (segment) => ({ segment, isWordLike: letterOrDigit.test(segment) }));
}

const gap = `${joinedWords} `;

/** A text in NFC, full-width letters and half-width kana as the usual ones, without halves of surrogate pairs. */
export function normalText(text: string): string {
  // What comes before needs nothing but composing.
  if (!lateLetters.test(text)) return text.normalize("NFC");
  return text
    .replace(/\p{Surrogate}/gu, " ")
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f]+/gu, (forms) => forms.normalize("NFKC"))
    .normalize("NFC");
}

/** What stands before the apostrophe where French, Italian and Catalan leave out a vowel. */
const elided =
  /(?:^|[^\p{L}\p{M}\p{N}])(?:[cdjlmnstv]|qu|(?:jus|lors|puis|quoi|quel)qu|un|gl|co[ms]|dov|anch|quand|que(?:st|ll)|(?:[dn]e|[ds]a|a|co|su)ll?|mezz|tutt|sant|bell|grand)$/iu;

/**
 * A text with a mark and a space between words that are written as one: those of scripts that have no spaces, those
 * joined by an apostrophe ("l’inflation") or by a dash. HTML stays HTML.
 */
export function spacedText(text: string): string {
  const normal = normalText(text).replace(/['’–—…\u2010\u2011]/g, (mark, at: number, whole: string) => {
    if (mark === "\u2010" || mark === "\u2011") return "-";
    if (!/^\p{L}[\p{L}\p{N}\p{M}]/u.test(whole.slice(at + 1, at + 5))) return mark;
    const before = whole.slice(Math.max(0, at - 9), at);
    const isGap = /['’]/.test(mark) ? elided.test(before) : /[\p{L}\p{M}\p{N}]$/u.test(before);
    return isGap ? mark + gap : mark;
  });
  if (!lateLetters.test(normal)) return normal;
  return normal.replace(unspaced, (run, start: number, whole: string) => {
    let spaced = letterOrDigit.test(whole[start - 1] ?? "") ? gap : "";
    let hasWord = false;
    for (const { segment, isWordLike } of segmentsOf(run)) {
      if (isWordLike && hasWord) spaced += gap;
      spaced += segment;
      hasWord ||= isWordLike === true;
    }
    return spaced + (letterOrDigit.test(whole[start + run.length] ?? "") ? gap : "");
  });
}

const digit = "[0-9٠-٩۰-۹]";
const pointed = new RegExp(`${digit}+(?:[.,٫]${digit}+)+`, "g");
const thousands = new RegExp(`(?<!${digit})[1-9١-٩۱-۹]${digit}{0,2}(?:[.,٬]${digit}{3})+(?!${digit})`, "g");

/** A text with the points of numbers such as `3.5` and `3,5` written otherwise; those between thousands stay. */
export function withPoints(text: string, written: (point: string) => string): string {
  return text.replace(pointed, (number) => {
    const [whole = "", part = "", ...more] = number.split(/[.,٫]/);
    const isThousands = /^[1-9١-٩۱-۹]..?$|^[1-9١-٩۱-۹]$/.test(whole) && part.length === 3;
    if (more.length > 0 || isThousands) return number;
    return whole + written(number[whole.length] ?? "") + part;
  });
}

/** A word of a text. */
export type Word = {
  /** In lower case, without its apostrophes, hyphens and full stops: `us` of `U.S.`, `ceasefire` of `Cease-fire`. */
  readonly word: string;
  /** What it is joined of by hyphens: `cease` and `fire`. Of others, none. */
  readonly pieces: readonly string[];
  /** Whether it lacks its vowel before the next: `l` of `l’inflation`. */
  readonly isElided: boolean;
};

/** A hyphen, the dot of Catalan, and the sign by which Persian keeps letters apart. */
const hyphen = /[-\u00b7\u200c]/;

/** Most words are letters and nothing else. */
const plainWord = /^[a-z]+$/;

/** The words of a plain text. */
export function readWords(text: string): Word[] {
  const numbers = withPoints(spacedText(text), () => ".").replace(thousands, (number) =>
    number.replace(/[.,٬]/g, ""),
  );
  const words: Word[] = [];
  const noPieces: readonly string[] = [];
  for (const written of numbers.toLowerCase().split(/[\s/\u2013\u2014\u2026,;:|]+/)) {
    if (plainWord.test(written)) {
      words.push({ word: written, pieces: noPieces, isElided: false });
      continue;
    }
    const word = lettersOf(written);
    if (word === "") continue;
    const pieces = hyphen.test(written)
      ? written
          .split(hyphen)
          .map(lettersOf)
          .filter((piece) => piece !== "")
      : [];
    words.push({
      word,
      pieces: pieces.length > 1 ? pieces : noPieces,
      isElided: /['’]\u2060$/.test(written),
    });
  }
  return words;
}

/** The words of a plain text, without what they are joined of. */
export function wordsOf(text: string): string[] {
  return readWords(text).map(({ word }) => word);
}

function lettersOf(written: string): string {
  const letters = written.replace(/[^\p{L}\p{M}\p{N}.]/gu, "");
  return letters.includes(".") ? letters.replace(/(?<!\p{N})\.|\.(?!\p{N})/gu, "") : letters;
}

/** What a word that stands nowhere may have been meant to be. */
import { slipsBetween } from "../../content/names/slips.ts";
import type { KnownWord } from "../opened/known-words.ts";
import { withoutMarks } from "../spellings.ts";

/**
 * The known word nearest to one that is not known: by the fewest letters changed, then by how often it is used.
 * Where none is near, the most used that ends with it (`behörde`: `hafenbehörde`). Undefined where there is neither.
 */
export function nearestWord(word: string, known: ReadonlyMap<string, KnownWord>): string | undefined {
  const letters = withoutMarks(word);
  let near: { word: string; cost: number } | undefined;
  let holder: { word: string; count: number } | undefined;
  for (const [candidate, { count, ending }] of known) {
    if (Math.abs(candidate.length - word.length) <= mostSlips + 1) {
      const slips = slipsOf(letters, withoutMarks(candidate), ending);
      // A word used a hundred times is likelier than one used once.
      const cost = slips - Math.min(0.4, Math.log10(count + 1) / 6);
      if (near === undefined ? slips <= mostSlips : cost < near.cost) near = { word: candidate, cost };
    }
    if (count > (holder?.count ?? 0) && isHeld(word, candidate)) holder = { word: candidate, count };
  }
  return near?.word ?? holder?.word;
}

const mostSlips = 2;

/**
 * How many slips make one word of the other; infinitely many where these are rather two words.
 *
 * An ending that both have says nothing ("rising" and "riding"): what is before it counts. A slip seldom hits the
 * first letter, and a letter in the place of another makes another word of a short one.
 */
function slipsOf(word: string, candidate: string, ending: number): number {
  const end = candidate.slice(candidate.length - ending);
  const shared = ending > 0 && word.endsWith(end) ? ending : 0;
  const [letters, others] = [word, candidate].map((text) => text.slice(0, text.length - shared));
  if (letters === undefined || others === undefined || letters.length < 4) return Number.POSITIVE_INFINITY;
  const limit = letters.length < 8 ? 1 : mostSlips;
  const slips = slipsBetween(letters, others, limit);
  const isShort = letters.length < 6;
  const isOther = letters[0] !== others[0] || (letters.length === others.length && !isSwap(letters, others));
  return slips > limit || (isShort && isOther) ? Number.POSITIVE_INFINITY : slips;
}

function isSwap(word: string, other: string): boolean {
  return [...word].sort().join("") === [...other].sort().join("");
}

/** Whether a word is the second of those that another is put together of, as in German and Korean. */
function isHeld(word: string, candidate: string): boolean {
  // A syllable of Korean or a character of Chinese says more than a letter.
  if (/[\p{Script=Hangul}\p{Script=Han}]/u.test(word)) return word.length >= 2 && candidate.includes(word);
  return word.length >= 4 && candidate.length >= word.length + 4 && candidate.endsWith(word);
}

/** How long an article takes to be read. */
import { allWords } from "../../markup/body-blocks.ts";
import { lateLetters, unspacedLetters } from "../../values/language.ts";

/** In a minute, in silence: https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Of scripts without spaces, as is commonly reckoned. */
const lettersPerMinute = 500;

const unspaced = new RegExp(`[${unspacedLetters}]`, "gu");

/** The minutes that it takes to read a body, to the nearest whole one and at least one; undefined where it has no words. */
export function readingMinutes(html: string): number | undefined {
  const text = allWords(html);
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const letters = lateLetters.test(text) ? (text.match(unspaced)?.length ?? 0) : 0;
  const words = wordsIn(letters === 0 ? text : text.replace(unspaced, " "));
  return Math.max(1, Math.round(words / wordsPerMinute + letters / lettersPerMinute));
}

function wordsIn(text: string): number {
  const word = /\S+/g;
  let count = 0;
  while (word.test(text)) count += 1;
  return count;
}

/** How long an article takes to be read. */
import { allWords } from "../../markup/body-blocks.ts";
import { unspacedLetters } from "../../values/language.ts";

/** In a minute, in silence: https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Of scripts without spaces, as is commonly reckoned. */
const lettersPerMinute = 500;

const unspaced = new RegExp(`[${unspacedLetters}]`, "gu");

/** The minutes that it takes to read a body, to the nearest whole one and at least one; undefined where it has no words. */
export function readingMinutes(html: string): number | undefined {
  const text = allWords(html);
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const letters = text.match(unspaced)?.length ?? 0;
  const words = (letters === 0 ? text : text.replace(unspaced, " ")).match(/\S+/g)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute + letters / lettersPerMinute));
}

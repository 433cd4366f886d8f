/** What a word that stands nowhere may have been meant to be. */
import { slipsBetween } from "../../content/names/slips.ts";

/** Shorter pieces stand inside too many words; a syllable of Korean or a character of Chinese says more. */
function isTellingPiece(word: string): boolean {
  return word.length >= (/[\p{Script=Hangul}\p{Script=Han}]/u.test(word) ? 2 : 4);
}

/**
 * The known word nearest to one that is not known: by the fewest letters changed, then by how often it is used.
 * Where none is near, the most used that contains it (`behörde`: `hafenbehörde`). Undefined where there is neither.
 */
export function nearestWord(word: string, known: ReadonlyMap<string, number>): string | undefined {
  const letters = plainLetters(word);
  const isPiece = isTellingPiece(word);
  const limit = letters.length < 4 ? 0 : letters.length < 8 ? 1 : 2;
  let near: { word: string; cost: number } | undefined;
  let holder: { word: string; count: number } | undefined;
  for (const [candidate, count] of known) {
    if (Math.abs(candidate.length - word.length) <= limit + 1) {
      const slips = slipsBetween(letters, plainLetters(candidate), limit);
      // A slip seldom hits the first letter; a word used a hundred times is likelier than one used once.
      const cost = slips + (candidate[0] === word[0] ? 0 : 0.5) - Math.min(0.4, Math.log10(count + 1) / 6);
      if (slips <= limit && (near === undefined || cost < near.cost)) near = { word: candidate, cost };
    }
    if (isPiece && candidate.includes(word) && count > (holder?.count ?? 0)) {
      holder = { word: candidate, count };
    }
  }
  return near?.word ?? holder?.word;
}

/**
 * Whether a word that was found is the word looked for, an inflection of it, or one that begins with it. Where a
 * word stands nowhere, Pagefind gives those that are its beginning: "earth" for "earthqake".
 */
export function isSameWord(word: string, found: string): boolean {
  const wanted = plainLetters(word);
  const letters = plainLetters(found);
  let shared = 0;
  while (shared < wanted.length && wanted[shared] === letters[shared]) shared += 1;
  return shared >= wanted.length * sharedPart;
}

/** "evacuated" and "evacuate", "opens" and "opening". */
const sharedPart = 0.75;

function plainLetters(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

/** What a word that stands nowhere may have been meant to be. */
import { distance } from "fastest-levenshtein";

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
      const steps = stepsBetween(letters, plainLetters(candidate), limit + 1);
      // A slip seldom hits the first letter; a word used a hundred times is likelier than one used once.
      const cost = steps + (candidate[0] === word[0] ? 0 : 0.5) - Math.min(0.4, Math.log10(count + 1) / 6);
      if (steps <= limit && (near === undefined || cost < near.cost)) near = { word: candidate, cost };
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

/** Letters changed, added or left out; two neighbours that changed places are one slip. */
function stepsBetween(word: string, candidate: string, limit: number): number {
  const steps = distance(word, candidate);
  return steps === 2 && limit >= 2 && isSwapOf(word, candidate) ? 1 : steps;
}

function isSwapOf(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  const place = [...word].findIndex((letter, index) => letter !== candidate[index]);
  return (
    word[place] === candidate[place + 1] &&
    word[place + 1] === candidate[place] &&
    word.slice(place + 2) === candidate.slice(place + 2)
  );
}

function plainLetters(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "");
}

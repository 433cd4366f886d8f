/** Slips of the fingers: how many lie between two words. */
import { distance } from "fastest-levenshtein";

/**
 * How many slips lead from one word to another: a letter changed, added or left out, or two neighbours that changed
 * places (the optimal string alignment distance). In UTF-16 units.
 *
 * @param limit the most that matter; where there are more, the number may be too high, but is above the limit
 */
export function slipsBetween(word: string, other: string, limit: number): number {
  const steps = distance(word, other);
  // Neighbours that changed places are two steps, so slips are at least half as many.
  return steps < 2 || steps > 2 * limit ? steps : alignment(word, other);
}

/** The last three rows of the table of Damerau's distance, without words changed again after a swap. */
function alignment(word: string, other: string): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = word[row - 1] === other[column - 1];
      const isSwap = word[row - 1] === other[column - 2] && word[row - 2] === other[column - 1];
      current[column] = Math.min(
        (before[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (before[column - 1] ?? 0) + (isSame ? 0 : 1),
        row > 1 && column > 1 && isSwap ? (twoBefore[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    twoBefore = before;
    before = current;
  }
  return before[other.length] ?? 0;
}

/** Terms whose names are close to a query that nothing was found for. */
import { slipsBetween } from "../../content/names/slips.ts";
import { wordsOf } from "../words.ts";
import type { FacetValue } from "./article-list.ts";

const termsGiven = 6;

/** Shorter beginnings are those of too many words. */
const tellingBeginning = 4;

/**
 * The terms that share a word with the query, or one that is nearly it or begins like it: the nearest first, and of
 * those alike the most used.
 *
 * @param counts in how many articles each term is
 */
export function nearTerms(query: string, counts: ReadonlyMap<FacetValue, number>): FacetValue[] {
  const asked = wordsOf(query);
  return [...counts]
    .map(([term, count]) => ({ term, count, distance: distanceBetween(asked, wordsOf(term.name)) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.term.slug < b.term.slug ? -1 : 1))
    .slice(0, termsGiven)
    .map(({ term }) => term);
}

/** How far the nearest two words are from each other: the letters that differ; infinite where they have little in common. */
function distanceBetween(asked: readonly string[], words: readonly string[]): number {
  return Math.min(...asked.flatMap((one) => words.map((other) => wordDistance(one, other))));
}

function wordDistance(one: string, other: string): number {
  if (one === other) return 0;
  const limit = Math.min(one.length, other.length) < 5 ? 1 : 2;
  const slips = one.length < 3 ? Number.POSITIVE_INFINITY : slipsBetween(one, other, limit);
  if (slips <= limit) return slips;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared += 1;
  return shared >= tellingBeginning ? limit + 1 : Number.POSITIVE_INFINITY;
}

/** Related stories: for each story the older ones that share its rarest terms. */

/** How many of the newest stories under one term are looked at: keeps the work linear in the number of stories. */
const candidatesPerTerm = 32;

/**
 * Finds related stories. A term weighs by its rarity among the older stories alone, so that a new story
 * changes nothing for the stories before it. Little is done until a story is asked about.
 *
 * @param oldestFirst all stories
 * @param termsOf what a story is filed under; the same term must be the same value
 * @param limit how many related stories at most
 * @returns tells of each story the most related older ones, best first; of equals the newer first
 */
export function relatedOlder<Story, Term>(
  oldestFirst: readonly Story[],
  termsOf: (story: Story) => readonly Term[],
  limit: number,
): (story: Story) => Story[] {
  const indexOf = new Map(oldestFirst.map((story, index) => [story, index]));
  const filed = new Map<Term, number[]>();
  oldestFirst.forEach((story, index) => {
    for (const term of termsOf(story)) {
      const under = filed.get(term);
      if (under === undefined) filed.set(term, [index]);
      else under.push(index);
    }
  });
  // By story; all zero between two questions.
  const scores = new Float64Array(oldestFirst.length);
  const isCandidate = new Uint8Array(oldestFirst.length);
  return (story) => {
    const index = indexOf.get(story) ?? 0;
    const candidates: number[] = [];
    for (const term of termsOf(story)) {
      const under = filed.get(term) ?? [];
      const count = countBelow(under, index);
      const weight = Math.log((index + 1) / count);
      for (let place = Math.max(0, count - candidatesPerTerm); place < count; place += 1) {
        const older = under[place] ?? 0;
        if (isCandidate[older] === 0) candidates.push(older);
        isCandidate[older] = 1;
        scores[older] = (scores[older] ?? 0) + weight;
      }
    }
    const best = bestOf(candidates, scores, limit);
    for (const candidate of candidates) {
      scores[candidate] = 0;
      isCandidate[candidate] = 0;
    }
    return best.flatMap((older) => oldestFirst[older] ?? []);
  };
}

/** How many numbers of a rising list are below a limit. */
function countBelow(rising: readonly number[], limit: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The stories with the highest scores, best first; of equals the newer first. Sorting them all would take far longer. */
function bestOf(candidates: readonly number[], scores: Float64Array, limit: number): number[] {
  const best: number[] = [];
  const isBetter = (story: number, other: number) => {
    const difference = (scores[story] ?? 0) - (scores[other] ?? 0);
    return difference > 0 || (difference === 0 && story > other);
  };
  for (const story of candidates) {
    let place = best.length;
    while (place > 0 && isBetter(story, best[place - 1] ?? 0)) place -= 1;
    if (place >= limit) continue;
    best.splice(place, 0, story);
    if (best.length > limit) best.pop();
  }
  return best;
}

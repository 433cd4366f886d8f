/** Related stories: for each story the older ones that share its rarest terms. */

/** How many of the newest stories under one term are looked at: keeps the work linear in the number of stories. */
const candidatesPerTerm = 32;

/**
 * Finds related stories. A term weighs by its rarity among the older stories alone, so that a new story
 * changes nothing for the stories before it.
 *
 * @param oldestFirst all stories
 * @param termsOf what a story is filed under; the same term must be the same value
 * @param limit how many related stories at most
 * @returns for each story the most related older ones, best first; of equals the newer first
 */
export function relatedOlder<Story, Term>(
  oldestFirst: readonly Story[],
  termsOf: (story: Story) => readonly Term[],
  limit: number,
): Map<Story, Story[]> {
  const related = new Map<Story, Story[]>();
  const filed = new Map<Term, { count: number; newest: number[] }>();
  oldestFirst.forEach((story, index) => {
    const scores = new Map<number, number>();
    const terms = termsOf(story);
    for (const term of terms) {
      const under = filed.get(term);
      if (under === undefined) continue;
      const weight = Math.log((index + 1) / under.count);
      for (const older of under.newest) scores.set(older, (scores.get(older) ?? 0) + weight);
    }
    related.set(
      story,
      bestOf(scores, limit).flatMap((older) => oldestFirst[older] ?? []),
    );
    for (const term of terms) file(filed, term, index);
  });
  return related;
}

/** The stories with the highest scores, best first; of equals the newer first. Sorting them all would take far longer. */
function bestOf(scores: ReadonlyMap<number, number>, limit: number): number[] {
  const best: number[] = [];
  const isBetter = (story: number, score: number, other: number) => {
    const difference = score - (scores.get(other) ?? 0);
    return difference > 0 || (difference === 0 && story > other);
  };
  for (const [story, score] of scores) {
    let place = best.length;
    while (place > 0 && isBetter(story, score, best[place - 1] ?? 0)) place -= 1;
    if (place >= limit) continue;
    best.splice(place, 0, story);
    if (best.length > limit) best.pop();
  }
  return best;
}

function file<Term>(filed: Map<Term, { count: number; newest: number[] }>, term: Term, story: number): void {
  const under = filed.get(term);
  if (under === undefined) {
    filed.set(term, { count: 1, newest: [story] });
    return;
  }
  under.count += 1;
  under.newest.push(story);
  if (under.newest.length > candidatesPerTerm) under.newest.shift();
}

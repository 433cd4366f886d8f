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
    const best = [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || b - a).slice(0, limit);
    related.set(
      story,
      best.flatMap(([older]) => oldestFirst[older] ?? []),
    );
    for (const term of terms) file(filed, term, index);
  });
  return related;
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

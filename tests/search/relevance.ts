/** How well a search answers judged queries. */
import type { JudgedQuery } from "./corpus.ts";

/** The ids of the articles that a search finds, the best first. */
export type Search = (query: string) => Promise<readonly string[]>;

/** Means over all queries that have an answer, from 0 to 1. Results after the tenth count for nothing. */
export type Relevance = {
  /** Mean average precision (Manning, Raghavan and Schütze 2008, §8.4). What is related is as good as what answers. */
  readonly meanAveragePrecision: number;
  /** The share of queries with something relevant among the first five results. */
  readonly successAt5: number;
  /** Normalized discounted cumulative gain (Järvelin and Kekäläinen 2002): what answers is worth twice what is related. */
  readonly gain: number;
};

const depth = 10;

export async function relevanceOf(search: Search, queries: readonly JudgedQuery[]): Promise<Relevance> {
  const answered = queries.filter(({ ids }) => ids.length > 0);
  let precisions = 0;
  let successes = 0;
  let gains = 0;
  for (const { query, ids, related } of answered) {
    const found = await search(query);
    const relevant = [...ids, ...related];
    precisions += averagePrecision(found, relevant);
    if (found.slice(0, 5).some((id) => relevant.includes(id))) successes += 1;
    gains += normalizedGain(found, ids, related);
  }
  return {
    meanAveragePrecision: precisions / answered.length,
    successAt5: successes / answered.length,
    gain: gains / answered.length,
  };
}

/** The mean of the precision at each relevant result of the first ten; one that is not found counts as none. */
export function averagePrecision(found: readonly string[], relevant: readonly string[]): number {
  let seen = 0;
  let sum = 0;
  for (const [rank, id] of found.slice(0, depth).entries()) {
    if (!relevant.includes(id)) continue;
    seen += 1;
    sum += seen / (rank + 1);
  }
  return sum / Math.min(depth, relevant.length);
}

/** The gain of the first ten results as a share of the best that could be. */
export function normalizedGain(
  found: readonly string[],
  answers: readonly string[],
  related: readonly string[],
): number {
  const grade = (id: string) => (answers.includes(id) ? 2 : related.includes(id) ? 1 : 0);
  const gain = (ids: readonly string[]) =>
    ids.slice(0, depth).reduce((sum, id, rank) => sum + grade(id) / Math.log2(rank + 2), 0);
  return gain(found) / gain([...answers, ...related]);
}

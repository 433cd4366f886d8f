/** How well a search answers judged queries. */
import type { JudgedQuery } from "./corpus.ts";

/** The ids of the articles that a search finds, the best first. */
export type Search = (query: string) => Promise<readonly string[]>;

export type Relevance = {
  /** Mean average precision (Manning, Raghavan and Schütze 2008, §8.4), from 0 to 1. */
  readonly meanAveragePrecision: number;
  /** The share of queries with an answer among the first five results. */
  readonly successAt5: number;
};

export async function relevanceOf(search: Search, queries: readonly JudgedQuery[]): Promise<Relevance> {
  const answered = queries.filter(({ ids }) => ids.length > 0);
  let precisions = 0;
  let successes = 0;
  for (const { query, ids } of answered) {
    const found = await search(query);
    precisions += averagePrecision(found, ids);
    if (found.slice(0, 5).some((id) => ids.includes(id))) successes += 1;
  }
  return {
    meanAveragePrecision: precisions / answered.length,
    successAt5: successes / answered.length,
  };
}

/** The mean of the precision at each relevant result; one that is not found counts as none. */
export function averagePrecision(found: readonly string[], relevant: readonly string[]): number {
  let seen = 0;
  let sum = 0;
  for (const [rank, id] of found.entries()) {
    if (!relevant.includes(id)) continue;
    seen += 1;
    sum += seen / (rank + 1);
  }
  return sum / relevant.length;
}

/** What the parts that are loaded hold for a query, with or without words. */

import type { ArticleList } from "../opened/article-list.ts";
import { allPlaces } from "../opened/narrowing.ts";
import type { SearchIndex } from "../opened/opened-index.ts";
import type { FoundPage } from "../opened/pagefind/part.ts";
import { type Correction, findArticles } from "./engine.ts";
import type { Answer } from "./ranking.ts";

export type Found = {
  readonly articles: ArticleList;
  /** Places in that list: the most relevant first, or the newest where there is no query. */
  readonly places: readonly number[];
  /** By place. Without a query there are none. */
  readonly answers: ReadonlyMap<number, Answer>;
  readonly corrections: readonly Correction[];
  readonly pageAt: (place: number) => Promise<FoundPage>;
};

/** Finds the articles that answer a query; for an empty one, all. */
export async function findAll(index: SearchIndex, query: string, { mayCorrect = true } = {}): Promise<Found> {
  const { articles } = index;
  if (query.trim() === "") {
    // Before the look-up: a part that comes in meanwhile is not in what is found.
    const places = allPlaces(articles);
    const everything = await index.lookUp(null);
    const byPlace = new Map(everything.map((result) => [articles.places.get(result.id), result]));
    const pageAt = (place: number) => pageOf(byPlace.get(place));
    return { articles, places, answers: new Map(), corrections: [], pageAt };
  }
  const { answers, corrections } = await findArticles(index, query, mayCorrect);
  const byPlace = new Map(answers.map((answer) => [answer.place, answer]));
  return {
    articles,
    places: [...byPlace.keys()],
    answers: byPlace,
    corrections,
    pageAt: (place) => pageOf(byPlace.get(place)?.result),
  };
}

async function pageOf(result: { data(): Promise<FoundPage> } | undefined): Promise<FoundPage> {
  if (result === undefined) throw new Error("the index names an article that Pagefind does not have");
  return result.data();
}

/** Narrowing down what was found, by facets and dates, and counting what each choice would leave. */
import { type ByFacet, byFacet, dayNumber, type Facet, facets, undated } from "../index-format.ts";
import type { ArticleList, FacetValue } from "./article-list.ts";
import type { SearchState } from "./search-state.ts";

export type Narrowed = {
  /** In the order given. */
  readonly places: readonly number[];
  /** How many of each value there are, with what is chosen of the other facets. */
  readonly counts: ByFacet<ReadonlyMap<FacetValue, number>>;
};

/** Several values of one facet mean "or", several facets mean "and". A value that no article has finds nothing. */
export function narrowed(places: readonly number[], state: SearchState, articles: ArticleList): Narrowed {
  const counts = byFacet(() => new Map<FacetValue, number>());
  const count = (facet: Facet, place: number) => {
    for (const value of articles.valuesOf(facet, place)) {
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  };
  const kept = places.filter((place) => {
    if (!isInRange(place, state, articles)) return false;
    const failed = facets.filter((facet) => !hasChosen(facet, place, state, articles));
    const [only, another] = failed;
    if (only === undefined) for (const facet of facets) count(facet, place);
    else if (another === undefined) count(only, place);
    return only === undefined;
  });
  return { places: kept, counts };
}

/** The places of all articles, newest first. */
export function allPlaces(articles: ArticleList): number[] {
  return Array.from({ length: articles.size }, (_, place) => place);
}

/** In the order the reader wants, what has no day last; by relevance they are in order already. */
export function inOrder(
  places: readonly number[],
  order: SearchState["order"],
  { days }: Pick<ArticleList, "days">,
): readonly number[] {
  if (order === "relevance") return places;
  const newestFirst = [...places].sort((a, b) => a - b);
  if (order === "newest") return newestFirst;
  const dated = newestFirst.filter((place) => days[place] !== undated);
  return [...dated.reverse(), ...newestFirst.slice(dated.length)];
}

function isInRange(place: number, { from, to }: SearchState, articles: ArticleList): boolean {
  const day = articles.days[place] ?? undated;
  if (day === undated) return from === "" && to === "";
  return !(from !== "" && day < dayNumber(from)) && !(to !== "" && day > dayNumber(to));
}

function hasChosen(facet: Facet, place: number, { chosen }: SearchState, articles: ArticleList): boolean {
  const slugs = chosen[facet];
  return slugs.length === 0 || articles.valuesOf(facet, place).some(({ slug }) => slugs.includes(slug));
}

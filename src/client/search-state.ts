/** What a reader is searching for, as it stands in the address of the search page. */
import { slugOf } from "../content/slug.ts";

export const facets = ["category", "tag", "source", "year"] as const;
export type Facet = (typeof facets)[number];

export type SearchState = {
  readonly query: string;
  /** Slugs chosen of each facet. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>;
};

/** Pagefind gives up on queries much longer than any reader types. */
const queryLimit = 300;

/** Reads `?q=tunnel&category=asia&category=business`. Names are taken for slugs: `category=Asia` works too. */
export function stateOfAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const slugsOf = (facet: Facet) =>
    [...new Set(parameters.getAll(facet).map(slugOf))].filter((slug) => slug !== "");
  return {
    query: (parameters.get("q") ?? "").slice(0, queryLimit),
    chosen: {
      category: slugsOf("category"),
      tag: slugsOf("tag"),
      source: slugsOf("source"),
      year: slugsOf("year"),
    },
  };
}

/** The address of a state, relative to the site: `/search/?q=tunnel&category=asia`. */
export function addressOfState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== "") parameters.set("q", state.query);
  for (const facet of facets) for (const slug of state.chosen[facet]) parameters.append(facet, slug);
  return parameters.size === 0 ? "/search/" : `/search/?${parameters}`;
}

/** Whether there is anything to search for. */
export function isEmptyState(state: SearchState): boolean {
  return state.query.trim() === "" && facets.every((facet) => state.chosen[facet].length === 0);
}

/** A filter's value is its slug, a space, and its name. */
export function splitFilterValue(value: string): { slug: string; name: string } {
  const space = value.indexOf(" ");
  return space === -1
    ? { slug: value, name: value }
    : { slug: value.slice(0, space), name: value.slice(space + 1) };
}

/** What a reader is searching for, as it stands in the address of the search page. */

import { slugOf } from "../../content/values/slug.ts";
import { type ByFacet, byFacet, dayNumber, type Facet, facets } from "../index-format.ts";

export const orders = ["relevance", "newest", "oldest"] as const;
export type Order = (typeof orders)[number];

export type SearchState = {
  readonly query: string;
  /** Slugs chosen of each facet. */
  readonly chosen: ByFacet<readonly string[]>;
  /** First and last day, such as `2026-11-20`; empty for any. */
  readonly from: string;
  readonly to: string;
  readonly order: Order;
  /** How many results are shown. */
  readonly shown: number;
};

/** How many results are shown at first, and how many more at a time. */
export const resultsAtOnce = 10;

/** Longer than any reader types, and than most sentences that are pasted. */
const queryLimit = 500;
const shownLimit = 500;

/** Reads `?q=tunnel&category=asia&category=business`. Names are taken for slugs: `category=Asia` works too. */
export function stateOfAddress(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const slugsOf = (facet: Facet) =>
    [...new Set(parameters.getAll(facet).map((slug) => slugOf(slug)))].filter((slug) => slug !== "");
  const dayOf = (name: string) => {
    const day = parameters.get(name) ?? "";
    return Number.isNaN(dayNumber(day)) ? "" : day;
  };
  const shown = Number(parameters.get("show") ?? resultsAtOnce);
  return {
    // A field of one line would leave the ends of lines out, and make one word of two.
    query: (parameters.get("q") ?? "").replace(/[\r\n]+/g, " ").slice(0, queryLimit),
    chosen: byFacet(slugsOf),
    from: dayOf("from"),
    to: dayOf("to"),
    order: orders.find((order) => order === parameters.get("order")) ?? "relevance",
    shown: Number.isInteger(shown) ? Math.min(Math.max(shown, resultsAtOnce), shownLimit) : resultsAtOnce,
  };
}

/** The address of a state, relative to the site: `/search/?q=tunnel&category=asia`. */
export function addressOfState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== "") parameters.set("q", state.query);
  for (const facet of facets) for (const slug of state.chosen[facet]) parameters.append(facet, slug);
  if (state.from !== "") parameters.set("from", state.from);
  if (state.to !== "") parameters.set("to", state.to);
  if (state.order !== "relevance") parameters.set("order", state.order);
  if (state.shown > resultsAtOnce) parameters.set("show", String(state.shown));
  return parameters.size === 0 ? "/search/" : `/search/?${parameters}`;
}

/** The state with a value of a facet chosen, or no longer chosen. */
export function withChoice(state: SearchState, facet: string, slug: string, isChosen: boolean): SearchState {
  const chosen = byFacet((name) => {
    if (name !== facet) return state.chosen[name];
    const others = state.chosen[name].filter((other) => other !== slug);
    return isChosen ? [...others, slug] : others;
  });
  return { ...state, chosen };
}

/** Whether a value of any facet is chosen. */
export function hasChosen({ chosen }: SearchState): boolean {
  return facets.some((facet) => chosen[facet].length > 0);
}

/** Whether the state narrows down what is found, beside by its query. */
export function isNarrowed(state: SearchState): boolean {
  return state.from !== "" || state.to !== "" || hasChosen(state);
}

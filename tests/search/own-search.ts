/** Dateline's own search as a function of a query. */
import { findAll } from "../../src/search/answering/finding.ts";
import type { SearchIndex } from "../../src/search/opened/opened-index.ts";
import type { Search } from "./relevance.ts";

export function ownSearch(index: SearchIndex): Search {
  return async (query) => {
    const { places, pageAt } = await findAll(index, query);
    return Promise.all(places.map(async (place) => (await pageAt(place)).url.slice(1, -1)));
  };
}

/** The facets of a part's records, as they are written down. */
import { type ByFacet, byFacet, facetValueText, placesText, type WrittenFacet } from "../index-format.ts";
import type { SearchRecord } from "./records.ts";

/** The facets of records, in their order. The values that most records have come first: their letters are short. */
export function facetsOf(records: readonly SearchRecord[]): ByFacet<WrittenFacet> {
  return byFacet((facet) => {
    const counts = new Map<string, number>();
    for (const record of records) {
      for (const value of record.facets[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    // Of values that are used alike, the order in which they first occur is kept.
    const values = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    const places = new Map(values.map((value, place) => [value, place]));
    const articles = records.map((record) =>
      record.facets[facet].flatMap((value) => places.get(value) ?? []),
    );
    return { values: values.map(facetValueText), articles: placesText(articles) };
  });
}

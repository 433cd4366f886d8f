/** Which values of each facet the articles of a part have. */
import { byFacet, type FacetsFile } from "../index-format.ts";
import type { SearchRecord } from "./records.ts";

/** The facets of records, in their order. Values stand in the order in which they first occur. */
export function facetsOf(records: readonly SearchRecord[]): FacetsFile {
  return byFacet((facet) => {
    const places = new Map<string, number>();
    const ofArticles = records.map((record) =>
      record.facets[facet].map((value) => {
        const place = places.get(value) ?? places.size;
        places.set(value, place);
        return place;
      }),
    );
    return { values: [...places.keys()], ofArticles };
  });
}

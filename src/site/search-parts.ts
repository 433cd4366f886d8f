/**
 * The parts the search index is cut into, by time, so that those of past years never change.
 *
 * The newest year is a part of its own: it alone is made anew when an article is added. The years before it are
 * put together from the oldest on, and a part that has its fill is closed for ever: where it ends depends on
 * nothing newer. Every part costs a reader's first search requests, so they are few.
 */
import type { SearchRecord } from "./search-records.ts";

export type SearchPart = {
  /** `2019`, or `2016-2018`; empty for the newest. */
  readonly name: string;
  /** Newest first. */
  readonly records: readonly SearchRecord[];
};

/** A part of past years takes no further year when it has so many articles: about 20 seconds of indexing. */
const fullPart = 10_000;

/** Cuts records into parts, newest first. No records are one empty part. */
export function searchParts(records: readonly SearchRecord[]): SearchPart[] {
  const byYear = new Map<number, SearchRecord[]>();
  for (const record of records) {
    const ofYear = byYear.get(record.year);
    if (ofYear === undefined) byYear.set(record.year, [record]);
    else ofYear.push(record);
  }
  const years = [...byYear].sort(([a], [b]) => a - b);
  const newest = years.pop();
  const parts: { first: number; last: number; records: SearchRecord[] }[] = [];
  for (const [year, ofYear] of years) {
    const open = parts.at(-1);
    if (open === undefined || open.records.length >= fullPart) {
      parts.push({ first: year, last: year, records: ofYear });
    } else {
      open.last = year;
      open.records = [...ofYear, ...open.records];
    }
  }
  return [
    { name: "", records: newest?.[1] ?? [] },
    ...parts
      .map(({ first, last, records: own }) => ({
        name: first === last ? `${first}` : `${first}-${last}`,
        records: own,
      }))
      .reverse(),
  ];
}

/**
 * The parts the search index is cut into, by month, so that those of past years never change.
 *
 * The newest part alone is made anew when an article is added, so it is small. Older months of its year are put
 * together from the oldest on, those of past years too, and a part that has its fill is closed: where it ends depends
 * on nothing newer. All records of a part that changes are made anew, and every part costs a reader's first search requests: parts are
 * neither large nor many.
 */
import { grouped } from "../../content/values/grouped.ts";
import type { SearchRecord } from "./records.ts";

export type SearchPart = {
  /** The first month of its articles, such as `2019-04`; empty for the newest. */
  readonly name: string;
  /** Newest first. */
  readonly records: readonly SearchRecord[];
};

/** The newest part is of the fewest months that have so many articles: about a second of indexing. */
const newestPart = 500;

/** A newest year of fewer articles is one part. */
const smallYear = 1000;

/** An older part takes no further month when it has so many articles: the least of these that make parts few. */
const fullParts = [2400, 4800, 9600];

/** So many parts of past years are few. */
const fewParts = 8;

/** Cuts records into parts, newest first. No records are one empty part. */
export function searchParts(records: readonly SearchRecord[]): SearchPart[] {
  const months = [...grouped(records, ({ month }) => month)].map(
    ([name, own]): Month => ({ name, records: own }),
  );
  const isOfYear = ({ name }: Month) => name.slice(0, 4) === months[0]?.name.slice(0, 4);
  const ofYear = months.filter(isOfYear);
  const past = months.slice(ofYear.length);
  const wanted = sizeOf(ofYear) < smallYear ? smallYear : newestPart;
  const newest: Month[] = [];
  for (const month of ofYear) {
    if (sizeOf(newest) >= wanted) break;
    newest.push(month);
  }
  const full = fullWith(sizeOf(past));
  return [
    { name: "", records: recordsOf(newest) },
    ...filled(ofYear.slice(newest.length), full),
    ...filled(past, full),
  ];
}

type Month = { readonly name: string; readonly records: readonly SearchRecord[] };

/** Months from the newest on, put together from the oldest on until a part has its fill. */
function filled(months: readonly Month[], full: number): SearchPart[] {
  const groups: Month[][] = [];
  for (const month of months.toReversed()) {
    const open = groups[0];
    if (open === undefined || sizeOf(open) >= full) groups.unshift([month]);
    else open.unshift(month);
  }
  return groups.map((group) => ({ name: group.at(-1)?.name ?? "", records: recordsOf(group) }));
}

function fullWith(pastArticles: number): number {
  const isEnough = (full: number) => pastArticles <= fewParts * full;
  return fullParts.find(isEnough) ?? Math.max(...fullParts);
}

function sizeOf(months: readonly Month[]): number {
  return months.reduce((sum, month) => sum + month.records.length, 0);
}

function recordsOf(months: readonly Month[]): SearchRecord[] {
  return months.flatMap((month) => month.records);
}

/** Indexes: pages of counted links to listings. */
import { compareText } from "../content/diagnostic.ts";
import type { Term } from "../content/terms.ts";
import { frameOf } from "./frame.ts";
import type { Planning } from "./planning.ts";
import type { IndexView, Link } from "./views.ts";

type Counted = Link & { readonly count: number };

/** `/categories/` and `/tags/`: all terms by name, in the order of the site's language. */
export function termIndex(
  kind: "category" | "tag",
  counts: ReadonlyMap<Term, number>,
  planning: Planning,
): IndexView {
  const { site, texts } = planning;
  const collator = new Intl.Collator(site.language);
  const items = [...counts]
    .map(([term, count]): Counted => ({ ...planning.linkTo(term), count }))
    .sort((a, b) => collator.compare(a.name, b.name) || compareText(a.name, b.name));
  const [address, heading] =
    kind === "category" ? ["/categories/", texts.categories] : ["/tags/", texts.tags];
  return { ...frameOf({ address, heading }, site), groups: items.length === 0 ? [] : [{ items }] };
}

/** `/archive/` with every month of every year, and a page for each year. Newest first. */
export function archiveIndexes(
  months: readonly { readonly year: string; readonly month: string; readonly count: number }[],
  planning: Planning,
): IndexView[] {
  const { site, texts, dates } = planning;
  const years = new Map<string, Counted[]>();
  for (const { year, month, count } of months) {
    const item = {
      name: dates.month(Number(year), Number(month)),
      href: monthAddress(year, month),
      count,
    };
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  const archive = { name: texts.archive, href: archiveAddress };
  return [
    {
      ...frameOf({ address: archiveAddress, heading: texts.archive }, site),
      groups: [...years].map(([year, items]) => ({
        heading: { name: year, href: yearAddress(year) },
        items,
      })),
    },
    ...[...years].map(([year, items]) => ({
      ...frameOf({ address: yearAddress(year), heading: year, path: [archive] }, site),
      groups: [{ items }],
    })),
  ];
}

export const archiveAddress = "/archive/";

export function yearAddress(year: string): string {
  return `${archiveAddress}${year}/`;
}

export function monthAddress(year: string, month: string): string {
  return `${yearAddress(year)}${month}/`;
}

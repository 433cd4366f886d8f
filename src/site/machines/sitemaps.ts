/** Which pages search engines are told of, and the sitemaps that do it. */
import { compareText } from "../../content/diagnostics/diagnostic.ts";
import { grouped } from "../../content/values/grouped.ts";
import { calendarDay, type Moment } from "../../content/values/moment.ts";
import type { PageKind } from "../frame/page-views.ts";
import type { PagesByKind, PlannedPage } from "../frame/planned-pages.ts";
import type { LocatedArticle } from "../frame/planning.ts";
import { webAddressOf } from "../settings/web-address.ts";
import { yearAddress } from "../stories/archive.ts";
import { lastChangeOf } from "../stories/last-change.ts";
import {
  addressLimit,
  type SitemapEntry,
  type SitemapLimits,
  sitemapIndex,
  sitemapLimits,
  sitemapParts,
} from "./sitemap-xml.ts";

type Dated = { readonly address: string; readonly modified: Moment | undefined };

/**
 * What changes the pages of each kind: what they list, or any new article. Articles have sitemaps of their own; the
 * search and the page for lost readers hold nothing to be found.
 */
const changedBy: ReadonlyMap<string, "what it lists" | "new articles" | undefined> = new Map(
  Object.entries({
    article: undefined,
    home: "new articles",
    listing: "what it lists",
    index: "new articles",
    corrections: "what it lists",
    series: "what it lists",
    feeds: "new articles",
    search: undefined,
    "not-found": undefined,
  } as const satisfies Record<PageKind, string | undefined>),
);

/**
 * Listings and indexes with the last change of what they show: the date of the newest article or correction.
 *
 * @param newestFirst the articles that are shown
 */
export function datedListings(pages: PagesByKind, newestFirst: readonly LocatedArticle[]): Dated[] {
  const newestOfYear = new Map<string, Moment>();
  for (const { article } of newestFirst) {
    const address = yearAddress(calendarDay(article.date)[0]);
    if (!newestOfYear.has(address)) newestOfYear.set(address, article.date);
  }
  const newestOfAll = newestFirst[0]?.article.date;
  return Object.entries(pages)
    .filter(([kind]) => changedBy.get(kind) !== undefined)
    .flatMap(([kind, planned]: [string, readonly PlannedPage[]]) =>
      planned.map(({ address, newest }) => ({
        address,
        modified:
          changedBy.get(kind) === "what it lists" ? newest : (newestOfYear.get(address) ?? newestOfAll),
      })),
    )
    .sort((a, b) => compareText(a.address, b.address));
}

/** Whether the sitemap of a year's articles stands as it would be made. */
export type IsSitemapLeft = (path: string, year: string) => boolean;

/**
 * `sitemap.xml` and the parts it names, by path in the output folder. Articles stand in a part for their year, the
 * oldest first, so that a new article changes the newest part alone.
 *
 * @param articles newest first
 * @param isLeft what it holds for is left out of the files, and named all the same
 */
export function sitemapFiles(
  articles: readonly LocatedArticle[],
  listings: readonly Dated[],
  ownPages: readonly Dated[],
  siteUrl: string,
  limits: SitemapLimits = sitemapLimits,
  isLeft: IsSitemapLeft = () => false,
): Map<string, string> {
  const entryOf = ({ address, modified }: Dated): SitemapEntry => ({
    address: webAddressOf(address, siteUrl),
    modified,
  });
  const years = grouped(articles.toReversed(), ({ article }) => String(calendarDay(article.date)[0]));
  const files = new Map<string, string>();
  const parts: SitemapEntry[] = [];
  const add = (name: string, dated: readonly Dated[]) => {
    sitemapParts(dated.map(entryOf), limits).forEach(({ text, modified }, index) => {
      const file = index === 0 ? `sitemap-${name}.xml` : `sitemap-${name}-${index + 1}.xml`;
      files.set(file, text);
      parts.push({ address: `${siteUrl}/${file}`, modified });
    });
  };
  add("listings", listings);
  if (ownPages.length > 0) add("pages", ownPages);
  for (const [year, stories] of years) {
    const dated = stories.map(({ article, address }) => ({ address, modified: lastChangeOf(article) }));
    const file = `sitemap-articles-${year}.xml`;
    if (dated.length > 0 && fitOnePart(dated, siteUrl, limits) && isLeft(file, year)) {
      const modified = dated.map((one) => one.modified).reduce((a, b) => (b.epochMs > a.epochMs ? b : a));
      parts.push({ address: `${siteUrl}/${file}`, modified });
    } else add(`articles-${year}`, dated);
  }
  return new Map([["sitemap.xml", sitemapIndex(parts)], ...files]);
}

/** In bytes, what stands around an address, and at most becomes of one letter: percent signs, of four bytes each with its digits. */
const aroundAddress = 120;
const mostOfLetter = 12;

/** Whether some addresses are sure to stand in one part, and each in it. */
function fitOnePart(dated: readonly Dated[], siteUrl: string, { addresses, bytes }: SitemapLimits): boolean {
  const sizes = dated.map(({ address }) => siteUrl.length + mostOfLetter * address.length);
  const size = sizes.reduce((sum, one) => sum + one + aroundAddress, aroundAddress);
  return dated.length <= addresses && size <= bytes && sizes.every((one) => one < addressLimit);
}

/** Listings: the pages that show articles, newest first. */
import type { Thing } from "schema-dts";
import type { Article } from "../../content/article/article.ts";
import type { Term } from "../../content/names/terms.ts";
import type { Moment } from "../../content/values/moment.ts";
import type { PictureView } from "../../content/values/picture.ts";
import { feedLinks } from "../feeds/feed-formats.ts";
import { type FrameParts, frameOf } from "../frame/frame.ts";
import type { ListingView } from "../frame/page-views.ts";
import { type ArticleChanges, type PlannedPage, pageOf } from "../frame/planned-pages.ts";
import { type Planning, portraitOf, termAddress } from "../frame/planning.ts";
import { listingNode, profileNode } from "../frame/structured-data.ts";
import type { FeedLink, Link } from "../frame/views.ts";
import { socialName } from "../look/social-name.ts";
import { type Redirect, redirectBetween } from "../redirects/rule.ts";
import { archiveAddress, monthAddress, yearAddress } from "../stories/archive.ts";
import { stablePages } from "../stories/pagination.ts";

export type ListingPlace = {
  /** Where the newest end lives. */
  readonly address: string;
  readonly heading: string;
  readonly path?: FrameParts["path"];
  readonly introduction?: string | undefined;
  readonly website?: string | undefined;
  readonly portrait?: PictureView | undefined;
  /** An author elsewhere: whole addresses. */
  readonly links?: readonly string[] | undefined;
  /** What its newest end tells search engines beside what it lists. */
  readonly node?: Thing | undefined;
  readonly hasFeed: boolean;
  /** Where it has no feed of its own, those that hold the same. */
  readonly follow?: readonly FeedLink[];
};

export type Listing = ListingPlace & {
  /** Newest first. */
  readonly articles: readonly Article[];
};

export type PagesInSlices<View> = {
  readonly pages: readonly PlannedPage<View>[];
  readonly redirects: readonly Redirect[];
};

/** The pages of a listing. */
export function listingPages(listing: Listing, planning: Planning): PagesInSlices<ListingView> {
  const { articles, ...place } = listing;
  return pagesInSlices(place, articles, planning, planning.entryOf, ({ changed }, items) =>
    items.every((article) => !changed.has(article)),
  );
}

/**
 * The pages of anything that is listed. A closed page links to the next newer number even while that page is still
 * part of the newest end, so that it never has to change; a redirect leads to the newest end until the page exists.
 *
 * @param areLeftBy whether items that stand where they stood say what they said before some changes of articles
 */
export function pagesInSlices<Item extends { readonly date: Moment }, Shown extends Link>(
  place: ListingPlace,
  newestFirst: readonly Item[],
  planning: Planning,
  entryOf: (item: Item) => Shown,
  areLeftBy: (changes: ArticleChanges, items: readonly Item[]) => boolean = () => false,
): PagesInSlices<PageOfEntries<Shown>> {
  const slices = stablePages(newestFirst, planning.site.pageSize);
  const closedCount = slices.length - 1;
  const redirects: Redirect[] =
    closedCount === 0 ? [] : [redirectBetween(pageAddress(place, closedCount + 1), place.address, 302)];
  const pages = slices.map(({ items, number, older }) => ({
    ...pageOf(
      number === undefined ? place.address : pageAddress(place, number),
      () => ({
        place,
        number,
        older,
        newest: items[0]?.date,
        oldest: items.at(-1)?.date,
        entries: items.map(entryOf),
        count: number === undefined ? newestFirst.length : undefined,
      }),
      (sources) => slicePage(sources, planning),
    ),
    newest: items[0]?.date,
    // Where something has gone from the end of a listing, its newest end begins elsewhere.
    isLeftBy: (changes: ArticleChanges) =>
      (number !== undefined || changes.isGrowth) &&
      (items[0] === undefined || items[0].date.epochMs < changes.sinceMs) &&
      areLeftBy(changes, items),
  }));
  return { pages, redirects };
}

/** All articles. */
export function latestListing(newestFirst: readonly Article[], { texts, site }: Planning): Listing {
  const follow = feedLinks("/", site.title);
  return { address: "/latest/", heading: texts.latest, hasFeed: false, follow, articles: newestFirst };
}

/** The articles under a term. */
export function termListing(term: Term, articles: readonly Article[], planning: Planning): Listing {
  const profile = planning.site.profiles[term.kind].get(term.slug);
  const { texts } = planning;
  const indexes = {
    category: [{ name: texts.categories, href: "/categories/" }],
    tag: [{ name: texts.tags, href: "/tags/" }],
    author: [],
    source: [],
  };
  return {
    address: termAddress(term),
    heading: term.name,
    path: indexes[term.kind],
    introduction: profile?.description,
    website: profile?.url,
    links: profile?.links,
    ...(term.kind === "author" && {
      portrait: portraitOf(term, planning),
      node: profileNode(term, planning),
    }),
    hasFeed: true,
    articles,
  };
}

/** The articles of a month, its year and its number in digits. */
export function monthListing(
  { year, month, articles }: { year: string; month: string; articles: readonly Article[] },
  { texts, dates }: Planning,
): Listing {
  return {
    address: monthAddress(year, month),
    heading: dates.month(Number(year), Number(month)),
    path: [
      { name: texts.archive, href: archiveAddress },
      { name: year, href: yearAddress(year) },
    ],
    hasFeed: false,
    articles,
  };
}

/** What the page of a slice is made of. */
type SliceSources<Shown> = {
  readonly place: ListingPlace;
  /** Of a closed page. */
  readonly number: number | undefined;
  /** The number of the next older page. */
  readonly older: number | undefined;
  /** The moments of the first and of the last of the entries. */
  readonly newest: Moment | undefined;
  readonly oldest: Moment | undefined;
  readonly entries: readonly Shown[];
  /** Of the newest end: how many there are on all pages. */
  readonly count: number | undefined;
};

/** A page of a listing, whatever is listed. */
type PageOfEntries<Shown> = Omit<ListingView, "entries"> & { readonly entries: readonly Shown[] };

function slicePage<Shown extends Link>(
  { place: listing, number, older, newest, oldest, entries, count }: SliceSources<Shown>,
  planning: Planning,
): PageOfEntries<Shown> {
  const range = newest && oldest && planning.dates.dayRange(oldest.epochMs, newest.epochMs);
  const isNewestEnd = number === undefined;
  const here = { name: listing.heading, href: listing.address };
  const path = listing.path ?? [];
  const feeds = listing.hasFeed ? feedLinks(listing.address, listing.heading) : [];
  const parts: FrameParts = isNewestEnd
    ? { address: listing.address, heading: listing.heading, path, description: listing.introduction }
    : {
        address: pageAddress(listing, number),
        heading: range ?? listing.heading,
        title: `${listing.heading}, ${range}`,
        path: [...path, here],
      };
  const name = parts.title ?? parts.heading;
  const nodes = [
    listingNode({ address: parts.address, name, entries }, planning.site),
    ...(isNewestEnd && listing.node ? [listing.node] : []),
  ];
  const frame = frameOf({ ...parts, feeds, nodes }, planning.site);
  return {
    portrait: isNewestEnd ? listing.portrait : undefined,
    introduction: isNewestEnd ? listing.introduction : undefined,
    website: isNewestEnd ? listing.website : undefined,
    links: isNewestEnd ? (listing.links ?? []).map((href) => ({ name: socialName(href), href })) : [],
    count: count || undefined,
    range,
    follow: listing.follow ?? feeds,
    entries,
    older: older === undefined ? undefined : pageAddress(listing, older),
    newer: isNewestEnd ? undefined : pageAddress(listing, number + 1),
    newest: isNewestEnd ? undefined : listing.address,
    ...frame,
    heading: listing.heading,
  };
}

function pageAddress(listing: ListingPlace, number: number): string {
  return `${listing.address}page/${number}/`;
}

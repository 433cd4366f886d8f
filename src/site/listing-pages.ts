/** Listings: the pages that show articles, newest first. */
import type { Article } from "../content/article.ts";
import type { Term } from "../content/terms.ts";
import { feedLinks } from "./feed-formats.ts";
import { type FrameParts, frameOf } from "./frame.ts";
import { type PageSlice, stablePages } from "./pagination.ts";
import { type PlannedPage, plannedPage } from "./planned-pages.ts";
import { type Planning, termAddress } from "./planning.ts";
import type { Redirect } from "./redirects.ts";
import { listingNode } from "./structured-data.ts";
import type { Link, ListingView } from "./views.ts";

export type ListingPlace = {
  /** Where the newest end lives. */
  readonly address: string;
  readonly heading: string;
  readonly path?: FrameParts["path"];
  readonly introduction?: string | undefined;
  readonly website?: string | undefined;
  readonly hasFeed: boolean;
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
  return pagesInSlices(listing, listing.articles, planning, (slice) =>
    slicePage(listing, slice, ({ date }) => date.epochMs, slice.items.map(planning.entryOf), planning),
  );
}

/**
 * The pages of anything that is listed. A closed page links to the next newer number even while that page is still
 * part of the newest end, so that it never has to change; a redirect leads to the newest end until the page exists.
 */
export function pagesInSlices<Item, View extends object>(
  place: ListingPlace,
  newestFirst: readonly Item[],
  planning: Planning,
  viewOf: (slice: PageSlice<Item>) => View,
): PagesInSlices<View> {
  const slices = stablePages(newestFirst, planning.site.pageSize);
  const closedCount = slices.length - 1;
  const redirects: Redirect[] =
    closedCount === 0 ? [] : [{ from: pageAddress(place, closedCount + 1), to: place.address, status: 302 }];
  const pages = slices.map((slice) =>
    plannedPage(slice.number === undefined ? place.address : pageAddress(place, slice.number), () =>
      viewOf(slice),
    ),
  );
  return { pages, redirects };
}

/** All articles. */
export function latestListing(newestFirst: readonly Article[], { texts }: Planning): Listing {
  return { address: "/latest/", heading: texts.latest, hasFeed: false, articles: newestFirst };
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
    hasFeed: true,
    articles,
  };
}

/** The page of a slice with the entries it shows. `momentOf`: milliseconds since 1970. */
export function slicePage<Item, Shown extends Link>(
  listing: ListingPlace,
  slice: PageSlice<Item>,
  momentOf: (item: Item) => number,
  entries: readonly Shown[],
  planning: Planning,
): Omit<ListingView, "entries"> & { readonly entries: readonly Shown[] } {
  const newest = slice.items[0];
  const oldest = slice.items.at(-1);
  const range = newest && oldest && planning.dates.dayRange(momentOf(oldest), momentOf(newest));
  const isNewestEnd = slice.number === undefined;
  const here = { name: listing.heading, href: listing.address };
  const path = listing.path ?? [];
  const feeds = listing.hasFeed ? feedLinks(listing.address, listing.heading) : [];
  const parts: FrameParts = isNewestEnd
    ? { address: listing.address, heading: listing.heading, path, description: listing.introduction }
    : {
        address: pageAddress(listing, slice.number),
        heading: range ?? listing.heading,
        title: `${listing.heading}, ${range}`,
        path: [...path, here],
      };
  const name = parts.title ?? parts.heading;
  const nodes = [listingNode({ address: parts.address, name, entries }, planning.site)];
  const frame = frameOf({ ...parts, feeds, nodes }, planning.site);
  return {
    ...frame,
    heading: listing.heading,
    introduction: isNewestEnd ? listing.introduction : undefined,
    website: isNewestEnd ? listing.website : undefined,
    range,
    entries,
    older: slice.older === undefined ? undefined : pageAddress(listing, slice.older),
    newer: isNewestEnd ? undefined : pageAddress(listing, slice.number + 1),
    newest: isNewestEnd ? undefined : listing.address,
  };
}

function pageAddress(listing: ListingPlace, number: number): string {
  return `${listing.address}page/${number}/`;
}

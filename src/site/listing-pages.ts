/** Listings: the pages that show articles, newest first. */
import type { Article } from "../content/article.ts";
import type { Term } from "../content/terms.ts";
import { type FrameParts, frameOf } from "./frame.ts";
import { type PageSlice, stablePages } from "./pagination.ts";
import { type Planning, termAddress } from "./planning.ts";
import type { Redirect } from "./redirects.ts";
import type { ListingView } from "./views.ts";

export type Listing = {
  /** Where the newest end lives. */
  readonly address: string;
  readonly heading: string;
  readonly path?: FrameParts["path"];
  readonly introduction?: string | undefined;
  readonly website?: string | undefined;
  /** Newest first. */
  readonly articles: readonly Article[];
};

export type ListingPages = { readonly pages: ListingView[]; readonly redirects: Redirect[] };

/**
 * The pages of a listing. A closed page links to the next newer number even while that page is still part of
 * the newest end, so that it never has to change; a redirect leads to the newest end until the page exists.
 */
export function listingPages(listing: Listing, planning: Planning): ListingPages {
  const slices = stablePages(listing.articles, planning.site.pageSize);
  const closedCount = slices.length - 1;
  const pages = slices.map((slice) => listingPage(listing, slice, planning));
  const redirects: Redirect[] =
    closedCount === 0
      ? []
      : [{ from: pageAddress(listing, closedCount + 1), to: listing.address, status: 302 }];
  return { pages, redirects };
}

/** All articles. */
export function latestListing(newestFirst: readonly Article[], { texts }: Planning): Listing {
  return { address: "/latest/", heading: texts.latest, articles: newestFirst };
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
    articles,
  };
}

function listingPage(listing: Listing, slice: PageSlice<Article>, planning: Planning): ListingView {
  const newest = slice.items[0];
  const oldest = slice.items.at(-1);
  const range = newest && oldest && planning.dates.dayRange(oldest.date.epochMs, newest.date.epochMs);
  const isNewestEnd = slice.number === undefined;
  const here = { name: listing.heading, href: listing.address };
  const path = listing.path ?? [];
  const frame = frameOf(
    isNewestEnd
      ? { address: listing.address, heading: listing.heading, path, description: listing.introduction }
      : {
          address: pageAddress(listing, slice.number),
          heading: range ?? listing.heading,
          title: `${listing.heading}, ${range}`,
          path: [...path, here],
        },
    planning.site,
  );
  return {
    ...frame,
    heading: listing.heading,
    introduction: isNewestEnd ? listing.introduction : undefined,
    website: isNewestEnd ? listing.website : undefined,
    range,
    entries: slice.items.map(planning.entryOf),
    older: slice.older === undefined ? undefined : pageAddress(listing, slice.older),
    newer: isNewestEnd ? undefined : pageAddress(listing, slice.number + 1),
    newest: isNewestEnd ? undefined : listing.address,
  };
}

function pageAddress(listing: Listing, number: number): string {
  return `${listing.address}page/${number}/`;
}

/** The formats feeds come in, and the addresses of feeds: beside the listing whose newest articles they hold. */
import type { FeedLink } from "./views.ts";

export const feedFormats = [
  {
    name: "Atom",
    file: "feed.xml",
    type: "application/atom+xml",
    contentType: "application/atom+xml; charset=utf-8",
  },
  {
    name: "JSON",
    file: "feed.json",
    type: "application/feed+json",
    contentType: "application/feed+json",
  },
] as const;

export type FeedFormat = (typeof feedFormats)[number];

/** The feeds of a listing at an address, in each format. `title`: what the feeds are of. */
export function feedLinks(listingAddress: string, title: string): FeedLink[] {
  return feedFormats.map(({ name, file, type }) => ({
    name,
    title: `${title} (${name})`,
    type,
    href: listingAddress + file,
  }));
}

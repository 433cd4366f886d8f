/** The formats feeds come in, and the addresses of feeds: beside the listing whose newest articles they hold. */

import type { FeedLink } from "../frame/views.ts";
import { atom } from "./atom.ts";
import type { FeedFormat } from "./feed-format.ts";
import { jsonFeed } from "./json-feed.ts";

/** Every format there is: pages, headers and the list of feeds name those that stand here. */
export const feedFormats: readonly FeedFormat[] = [atom, jsonFeed];

/** The feeds of a listing at an address, in each format. `title`: what the feeds are of. */
export function feedLinks(listingAddress: string, title: string): FeedLink[] {
  return feedFormats.map(({ name, file, type }) => ({
    name,
    title: `${title} (${name})`,
    type,
    href: listingAddress + file,
  }));
}

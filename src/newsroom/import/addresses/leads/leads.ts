/** Leads: old addresses and where readers who come by them are to be led, before they are lines of redirects.txt. */
import type { Place } from "../../../../content/diagnostics/diagnostic.ts";

/** Headings in redirects.txt, in its order. */
export const leadGroups = ["stories", "terms", "dates", "feeds", "files"] as const;
export type LeadGroup = (typeof leadGroups)[number];

export type Lead = {
  /** Path and query within the old site; with `*` at the end of its path, it stands for all that begin so. */
  readonly from: string;
  /** An address of the site, decoded; absent where what was there is gone. */
  readonly to?: string | undefined;
  readonly group: LeadGroup;
  /** Whose address it was, as the report names it. */
  readonly item: string;
  readonly place: Place;
};

/** What an old address is, whether or not it has to be led from. */
export type Whose = Pick<Lead, "group" | "item" | "place">;

/** Takes what is lost of an address. */
export type Note = (whose: Omit<Whose, "group">, message: string) => void;

/** From a listing's old address: its older pages, which were counted from the newest, lead to the listing itself. */
export function olderPages(listing: string, to: string, whose: Whose): Lead[] {
  return isFolder(listing) ? [{ from: `${listing}page/*`, to, ...whose }] : [];
}

/** From the address of a feed, and of its other formats below that: `/feed/atom/`. */
export function feedLeads(feed: string, to: string, whose: Whose): Lead[] {
  return [{ from: isFolder(feed) ? `${feed}*` : feed, to, ...whose }];
}

export function isFolder(address: string): boolean {
  return address.endsWith("/") && !address.includes("?");
}

/** An address that a lead answers for, to be asked for: the second of older pages, the first of a feed's. */
export function exampleOf({ from }: Lead): string {
  return from.replace(/\/page\/\*$/, "/page/2/").replace(/\*$/, "");
}

/** Where the listings and feeds of an old site lead: those of all stories, of terms, and of days, months and years. */
import type { Place } from "../../../../content/diagnostics/diagnostic.ts";
import { grouped } from "../../../../content/values/grouped.ts";
import { calendarDay } from "../../../../content/values/moment.ts";
import { feedFormats, feedLinks } from "../../../../site/feeds/feed-formats.ts";
import { termAddress } from "../../../../site/frame/planning.ts";
import { monthAddress, yearAddress } from "../../../../site/stories/archive.ts";
import type { ForeignSite } from "../../foreign/foreign-item.ts";
import type { SurveyedStory, SurveyedTerm } from "../../foreign/foreign-survey.ts";
import type { OldSite } from "../placing/old-site.ts";
import { feedLeads, isFolder, type Lead, type Note, olderPages, type Whose } from "./leads.ts";

/** What all its stories are listed under, and the feeds of the whole. @param place of the archive */
export function siteLeads(site: ForeignSite, old: OldSite, place: Place): Lead[] {
  const whose = { item: "the site", place };
  const listings = within(site.listings, old).flatMap((listing): Lead[] => {
    const ofListing: Whose = { ...whose, group: "terms" };
    const itself = listing === "/" ? [] : [{ from: listing, to: "/latest/", ...ofListing }];
    return [...itself, ...olderPages(listing, "/latest/", ofListing)];
  });
  const feeds = feedsOf(site, old).flatMap((feed) => {
    const ofFeed: Whose = { ...whose, group: "feeds" };
    const to = feedAt("/", feed);
    // People subscribe to `/feed` as they type it.
    const bare = isFolder(feed) ? [{ from: feed.replace(/\/$/, ""), to, ...ofFeed }] : [];
    return [...bare, ...feedLeads(feed, to, ofFeed)];
  });
  return [...listings, ...feeds];
}

export type TermSurroundings = {
  /** Whether readers see the listing of a term at an address. */
  readonly hasListing: (address: string) => boolean;
  /** Whether there will be one, when one of its stories, all drafts now, is published. */
  readonly isToCome: (address: string) => boolean;
  /** As `feedNamesOf` gives them. */
  readonly feedNames: readonly string[];
  /** Of the archive. */
  readonly place: Place;
  /** Takes what is lost. */
  readonly note: Note;
};

/** The addresses of the listing of a term, its feeds, and its older pages. */
export function termLeads(
  term: SurveyedTerm,
  old: OldSite,
  { hasListing, isToCome, feedNames, place, note }: TermSurroundings,
): Lead[] {
  const listing = term.became === undefined ? undefined : termAddress(term.became);
  const isThere = listing !== undefined && hasListing(listing);
  const to = isThere ? listing : indexOf(term);
  const whose = { item: `${term.termKind} ${term.name}`, place };
  const addresses = within(term.oldAddresses, old);
  // No rule may stand where a page is going to be.
  const kept =
    listing !== undefined && isToCome(listing) ? addresses.find((one) => one === listing) : undefined;
  if (kept !== undefined) {
    note(whose, `nothing answers at ${kept} until one of its stories, which are all drafts, is published`);
  }
  return addresses.flatMap((address): Lead[] =>
    address === kept
      ? []
      : [
          { from: address, to, ...whose, group: "terms" },
          ...(address === to ? [] : olderPages(address, to, { ...whose, group: "terms" })),
          ...(isFolder(address) ? feedNames : []).flatMap((name) =>
            feedLeads(address + name, feedAt(isThere ? listing : "/", name), { ...whose, group: "feeds" }),
          ),
        ],
  );
}

/** Where the terms of a kind are listed: where one has no story, there is no listing of its own. */
function indexOf({ termKind }: SurveyedTerm): string {
  if (termKind === "category") return "/categories/";
  return termKind === "tag" ? "/tags/" : "/latest/";
}

/** The last parts of the addresses of a site's feeds, which its listings' have, too: `feed/`, of `/feed/`. */
export function feedNamesOf(sites: readonly ForeignSite[], old: OldSite): string[] {
  const names = sites
    .flatMap((site) => feedsOf(site, old))
    .filter((feed) => !feed.includes("?"))
    .map((feed) => /[^/]+\/?$/.exec(feed)?.[0] ?? "");
  return [...new Set(names)].filter((name) => name !== "" && !feedFormats.some(({ file }) => file === name));
}

/** The feeds of a site without those below others, which lead on with them: `/feed/atom/`, below `/feed/`. */
function feedsOf(site: ForeignSite, old: OldSite): string[] {
  const feeds = within(site.feeds, old);
  const folders = feeds.filter(isFolder);
  return feeds.filter((feed) => !folders.some((folder) => feed !== folder && feed.startsWith(folder)));
}

/** The feed of a listing that is in the format of another, as far as its name tells. */
function feedAt(listing: string, name: string): string {
  const feeds = feedLinks(listing, "").map(({ href }) => href);
  return feeds.find((href) => /\.json$/.test(href) && /\.json$/.test(name)) ?? feeds[0] ?? listing;
}

/**
 * The listings by date of stories that are published. What stands for a whole month takes one line, where no page of the site
 * lies below it.
 *
 * @param base what their addresses begin with: `/`
 * @param isTaken whether a page lies at or below an address that ends in a slash
 * @param place of the archive
 */
export function dateLeads(
  stories: Iterable<SurveyedStory>,
  base: string,
  isTaken: (address: string) => boolean,
  place: Place,
): Lead[] {
  const shown = new Map<string, ReturnType<typeof calendarDay>>();
  for (const { kind, isDraft, date, address, file } of stories) {
    const isShown = kind === "article" && !isDraft && address !== undefined && file !== undefined;
    if (!isShown || date === undefined) continue;
    const day = calendarDay(date);
    shown.set(day.join("-"), day);
  }
  const days = [...shown.values()].sort();
  const whose: Whose = { group: "dates", item: "the listings by date", place };
  const below = (from: string, to: string): Lead[] =>
    isTaken(from)
      ? [{ from, to, ...whose }, ...olderPages(from, to, whose)]
      : [{ from: `${from}*`, to, ...whose }];
  return [...grouped(days, ([year]) => year)].flatMap(([year, ofYear]) => [
    { from: `${base}${year}/`, to: yearAddress(year), ...whose },
    ...olderPages(`${base}${year}/`, yearAddress(year), whose),
    ...[...grouped(ofYear, ([, month]) => month)].flatMap(([month, ofMonth]) => {
      const from = `${base}${year}/${month}/`;
      const to = monthAddress(year, month);
      const numbers = new Set(ofMonth.map(([, , day]) => day));
      return [
        ...below(from, to),
        ...(isTaken(from) ? [...numbers].flatMap((day) => below(`${from}${day}/`, to)) : []),
      ];
    }),
  ]);
}

/** Those of some addresses that are the old site's own. */
export function within(addresses: readonly string[] | undefined, old: OldSite): string[] {
  return (addresses ?? []).flatMap((address) => old.within(address) ?? []);
}

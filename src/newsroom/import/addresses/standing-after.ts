/** What will stand on the site when an import is done: what old addresses may lead to, and may not be. */
import { calendarDay } from "../../../content/values/moment.ts";
import { feedLinks } from "../../../site/feeds/feed-formats.ts";
import { mayCome, type Standing } from "../../../site/redirects/rule-conflicts.ts";
import { archiveAddress, monthAddress, yearAddress } from "../../../site/stories/archive.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import { type PlacedAddresses, pageKey } from "./placing/story-addresses.ts";

export type StandingParts = {
  readonly stories: Iterable<SurveyedStory>;
  /** The files of those that are imported; all that have one, where it is absent. */
  readonly written?: ReadonlySet<string> | undefined;
  readonly addresses: Pick<PlacedAddresses, "get">;
  /** Whose the addresses are that stood on the site before: of articles and pages, by address. */
  readonly standing: ReadonlyMap<string, string>;
  /** Addresses of the listings of all terms that a story has, published or not. */
  readonly terms: ReadonlySet<string>;
  /** Those that readers see. */
  readonly listings: ReadonlySet<string>;
  /** Files that are published as they are: paths in the output folder. */
  readonly files: readonly string[];
};

const ownPages = ["/", "/latest/", archiveAddress, "/categories/", "/tags/", "/feeds/", "/search/"] as const;

export function standingAfter(parts: StandingParts): Standing {
  const { stories, written, addresses, standing, terms, files } = parts;
  const months = new Set<string>();
  const imported: [address: string, file: string][] = [];
  for (const { index, date, isDraft, kind, file } of stories) {
    if (file === undefined || written?.has(file) === false) continue;
    const address = addresses.get(index)?.address;
    if (address !== undefined) imported.push([address, file]);
    if (date === undefined || isDraft || kind === "page") continue;
    const [year, month] = calendarDay(date);
    months.add(yearAddress(year)).add(monthAddress(year, month));
  }
  const listings = ["/", ...[...terms].filter((address) => parts.listings.has(address))];
  const own = [
    ...ownPages,
    ...months,
    ...listings,
    ...listings.flatMap((address) => feedLinks(address, "").map(({ href }) => href)),
  ];
  const pages = new Map<string, string>([
    ...own.map((address) => [address, "a page of Dateline's own"] as const),
    ...files.map((path) => [`/${path}`, path] as const),
    ...standing,
  ]);
  for (const [address, file] of imported) pages.set(address, file);
  return {
    owners: new Map([...pages].map(([address, owner]) => [pageKey(address), owner])),
    files,
    isThere: (address) => pages.has(address),
    mayCome: (address) => mayCome(address, (listing) => terms.has(listing)),
  };
}

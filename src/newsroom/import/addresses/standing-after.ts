/** What will stand on the site when an import is done: what old addresses may lead to, and may not be. */
import { calendarDay } from "../../../content/values/moment.ts";
import { feedLinks } from "../../../site/feeds/feed-formats.ts";
import { mayCome, type Standing } from "../../../site/redirects/rule-conflicts.ts";
import { archiveAddress, monthAddress, yearAddress } from "../../../site/stories/archive.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import { pageKey, type StoryAddress } from "./placing/story-addresses.ts";

export type StandingParts = {
  readonly stories: readonly SurveyedStory[];
  readonly addresses: ReadonlyMap<number, StoryAddress>;
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
  const { stories, addresses, standing, terms, files } = parts;
  const months = stories.flatMap(({ date, isDraft, kind, file }) => {
    if (date === undefined || isDraft || kind === "page" || file === undefined) return [];
    const [year, month] = calendarDay(date);
    return [yearAddress(year), monthAddress(year, month)];
  });
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
    ...stories.flatMap(({ index, file }) => {
      const address = addresses.get(index)?.address;
      return address === undefined || file === undefined ? [] : [[address, file] as const];
    }),
  ]);
  return {
    owners: new Map([...pages].map(([address, owner]) => [pageKey(address), owner])),
    files,
    isThere: (address) => pages.has(address),
    mayCome: (address) => mayCome(address, (listing) => terms.has(listing)),
  };
}

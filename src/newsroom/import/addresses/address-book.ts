/** Everything an import has to know of addresses: where stories are found, where old addresses lead, what links become. */
import type { ForeignFile } from "../foreign/foreign-item.ts";
import type { ForeignSurvey, SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { movedAddresses } from "./leads/moved-addresses.ts";
import { oldSiteOf } from "./placing/old-site.ts";
import { guessedPermalink } from "./placing/permalink-guess.ts";
import { storyAddresses } from "./placing/story-addresses.ts";
import { type RedirectLines, withLeads } from "./redirect-lines.ts";
import { linkRewriter } from "./rewritten-links.ts";
import { standingAfter } from "./standing-after.ts";

export type AddressBookOptions = {
  /** Of the site the archive comes to, as site.yaml has it. */
  readonly url: string;
  /** The pattern of article addresses that holds on the site, its default where site.yaml has none. */
  readonly permalink: string;
  /** Whether another may be proposed: where site.yaml has none, and no article stands on the site. */
  readonly mayPropose: boolean;
  /** What the archive was named on the command line. */
  readonly archive: string;
  /** Whose the addresses are that stand on the site: files of articles and pages, by address. */
  readonly standing: ReadonlyMap<string, string>;
  /** Addresses of listings of all terms that stories have when the import is done, those of drafts among them. */
  readonly terms: ReadonlySet<string>;
  /** Of these, the listings that readers see. */
  readonly listings: ReadonlySet<string>;
  /** Files that are published as they are when the import is done: paths in the output folder. */
  readonly files: readonly string[];
  /** The address of a file of the archive that is published as it is; undefined of pictures, and of what is not taken. */
  readonly fileAddress: (file: ForeignFile) => string | undefined;
};

export type AddressBook = {
  /** A pattern for site.yaml. */
  readonly proposed?: string | undefined;
  /** What front matter of a story that is imported has to say of its address, and the address. */
  readonly of: (story: Pick<SurveyedStory, "index">) => {
    readonly address?: string;
    readonly permalink?: string | undefined;
  };
  /** Where a link within the old site leads on the site; as it is, where it leads elsewhere, or nobody knows where. */
  readonly linkTo: (address: string) => string;
  /**
   * Adds to the text of redirects.txt, empty where there is none, the lines that are missing there.
   *
   * @param written the files that stories have become
   * @param listings those that readers see, as in the options, when all stories were written or refused
   */
  readonly redirectsIn: (
    text: string,
    written: ReadonlySet<string>,
    listings: ReadonlySet<string>,
  ) => RedirectLines;
  /** Every old address that is known, as paths: what `npm run check -- --addresses` is to be asked. */
  readonly asked: () => readonly string[];
  readonly notes: readonly ImportNote[];
};

/** @param survey with the files that stories become */
export function addressBook(survey: ForeignSurvey, options: AddressBookOptions): AddressBook {
  const { url, standing, terms, listings, files, fileAddress, archive } = options;
  const old = oldSiteOf(survey.sites, url);
  const proposed = options.mayPropose ? guessedPermalink(survey.stories, old) : undefined;
  const pattern = proposed ?? options.permalink;
  const addresses = storyAddresses(survey.stories, { old, pattern, standing });
  const hasListing = (address: string) => listings.has(address);
  const place = { file: archive };
  const isToCome = (address: string) => terms.has(address) && !listings.has(address);
  const moved = movedAddresses(survey, { old, stories: addresses, hasListing, isToCome, fileAddress, place });
  const afterWith = (seen: ReadonlySet<string>, written?: ReadonlySet<string>) =>
    standingAfter({ stories: survey.stories, written, addresses, standing, terms, listings: seen, files });
  /** Links are led on before there is anything to write of old addresses: then it is no longer kept. */
  let linkTo: AddressBook["linkTo"] | undefined;
  return {
    ...(proposed !== options.permalink && { proposed }),
    of: ({ index }) => addresses.get(index) ?? {},
    linkTo: (address) => {
      linkTo ??= linkRewriter({
        old,
        leads: eachOf(moved.unseen, moved.leads),
        isThere: afterWith(listings).isThere,
      });
      return linkTo(address);
    },
    redirectsIn: (text, written, seen) => {
      linkTo = undefined;
      return withLeads(text, moved.leads, afterWith(seen, written));
    },
    asked: moved.asked,
    notes: moved.notes,
  };
}

function* eachOf<Value>(...lists: readonly Iterable<Value>[]): Generator<Value> {
  for (const list of lists) yield* list;
}

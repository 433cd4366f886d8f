/** Where each story of an archive is found on the site: at its own address wherever that is possible. */
import { addressFault, isReservedAddress, outputFileOf } from "../../../../content/values/address.ts";
import { calendarDay } from "../../../../content/values/moment.ts";
import { pagesFolder } from "../../../../site/pages/own-page.ts";
import { patternAddress } from "../../../../site/settings/permalink.ts";
import { unsharedText } from "../../foreign/clean-text.ts";
import type { SurveyedStory } from "../../foreign/foreign-survey.ts";
import type { OldSite } from "./old-site.ts";
import { ownAddress } from "./permalink-guess.ts";

/** Of a story that is imported. */
export type StoryAddress = {
  readonly address: string;
  /** What its front matter has to say for that; absent where the pattern, or the name of its file, says it. */
  readonly permalink?: string | undefined;
};

/** By the stories' numbers. */
export type PlacedAddresses = Pick<ReadonlyMap<number, StoryAddress>, "get" | "values">;

export type AddressOptions = {
  readonly old: OldSite;
  /** The site's pattern of article addresses. */
  readonly pattern: string;
  /** Whose the addresses are that stand on the site already: of articles and pages, by address. */
  readonly standing: ReadonlyMap<string, string>;
};

/**
 * The addresses by the stories' numbers. A story keeps its old address where a page may have it and no other has it already;
 * else it gets one by the pattern, with a number where that is taken. Who comes first in the archive has the first choice.
 */
export function storyAddresses(
  stories: Iterable<SurveyedStory>,
  { old, pattern, standing }: AddressOptions,
): PlacedAddresses {
  const owners = new Map([...standing].map(([address, file]) => [pageKey(address), file]));
  const placed = new Placed();
  const isFree = (address: string, file: string) => (owners.get(pageKey(address)) ?? file) === file;
  const place = (story: SurveyedStory, file: string, address: string): void => {
    owners.set(pageKey(address), file);
    placed.set(story.index, address, givenAddress(story, file, pattern) === address);
  };
  for (const story of stories) {
    const { file } = story;
    if (file === undefined) continue;
    const own = story.address === undefined ? undefined : ownAddress(story.address, old);
    if (own !== undefined && isFree(own, file)) place(story, file, own);
  }
  for (const story of stories) {
    const { file } = story;
    if (file === undefined || placed.get(story.index) !== undefined) continue;
    const given = givenAddress(story, file, pattern);
    // Such as of a page in `pages/search.md`.
    const first = isPossible(given) ? given : `/old/${story.slug}/`;
    let address = first;
    for (let number = 2; !isFree(address, file); number += 1) {
      address = first.replace(/(?:\.html|\/)$/, (end) => `-${number}${end}`);
    }
    place(story, file, address);
  }
  return placed;
}

/** Addresses of stories in little memory. */
class Placed implements PlacedAddresses {
  readonly #addresses: (string | undefined)[] = [];
  /** Those that the pattern, or the name of the file, does not give. */
  readonly #own = new Set<number>();

  set(index: number, address: string, isGiven: boolean): void {
    while (this.#addresses.length < index) this.#addresses.push(undefined);
    this.#addresses[index] = unsharedText(address);
    if (!isGiven) this.#own.add(index);
  }

  get(index: number): StoryAddress | undefined {
    const address = this.#addresses[index];
    if (address === undefined) return undefined;
    return this.#own.has(index) ? { address, permalink: address } : { address };
  }

  *values(): MapIterator<StoryAddress> {
    for (const index of this.#addresses.keys()) {
      const one = this.get(index);
      if (one !== undefined) yield one;
    }
  }
}

/** A page as it is asked for, in lower case: some file systems and CDNs think no more of it. */
export function pageKey(address: string): string {
  return outputFileOf(address).toLowerCase();
}

function isPossible(address: string): boolean {
  return addressFault(address) === undefined && !isReservedAddress(address);
}

/** What the site gives a story that asks for nothing. */
function givenAddress({ kind, slug, date }: SurveyedStory, file: string, pattern: string): string {
  if (kind === "page" || date === undefined) {
    const path = file.slice(pagesFolder.length).replace(/\.\w+$/, "");
    return `${path.replace(/\/index$/, "")}/`;
  }
  return patternAddress(pattern, calendarDay(date), slug);
}

/** Where everything an archive tells the address of is found on the site, and which of its addresses are lost. */
import type { Place } from "../../../../content/diagnostics/diagnostic.ts";
import type { ForeignFile } from "../../foreign/foreign-item.ts";
import type { ForeignSurvey } from "../../foreign/foreign-survey.ts";
import type { ImportNote } from "../../foreign/import-notes.ts";
import { keyOf, type OldSite } from "../placing/old-site.ts";
import type { PlacedAddresses } from "../placing/story-addresses.ts";
import { exampleOf, type Lead, type Note, type Whose } from "./leads.ts";
import { dateLeads, feedNamesOf, siteLeads, termLeads, within } from "./old-listings.ts";

export type MoveOptions = {
  readonly old: OldSite;
  readonly stories: PlacedAddresses;
  /** Whether readers see the listing of a term at an address: whether a story that is published has it. */
  readonly hasListing: (address: string) => boolean;
  /** Whether the listing of a term will be at an address when one of its stories, all drafts now, is published. */
  readonly isToCome: (address: string) => boolean;
  /** Where a file is published as it is: its address on the site; undefined of pictures, and of what is not taken. */
  readonly fileAddress: (file: ForeignFile) => string | undefined;
  /** Of the archive, for what has no place of its own. */
  readonly place: Place;
};

export type MovedAddresses = {
  /** What is to be led on, the first of several for one address. Made anew whenever it is gone through: there may be a million. */
  readonly leads: Iterable<Lead>;
  /** Of what nobody saw before, and texts of the archive link to all the same. */
  readonly unseen: Iterable<Lead>;
  readonly notes: readonly ImportNote[];
  /** Every old address that is known, as paths: what `check --addresses` is to be asked. */
  readonly asked: () => readonly string[];
};

export function movedAddresses(survey: ForeignSurvey, options: MoveOptions): MovedAddresses {
  const notes: ImportNote[] = [];
  const note: Note = ({ item, place }, message) => notes.push({ code: "lost-address", item, place, message });
  const ofFiles = filesOf(survey);
  const made = (tell: Note) => allLeads(survey, ofFiles, options, tell);
  const passedOver = laterOfEach(made, note);
  const leads = {
    *[Symbol.iterator]() {
      let number = 0;
      for (const lead of made(() => undefined)) {
        if (!passedOver.has(number)) yield lead;
        number += 1;
      }
    },
  };
  return {
    leads,
    unseen: { [Symbol.iterator]: () => unseenLeads(survey, options) },
    notes,
    asked: () => {
      const asked = new Set<string>();
      for (const { addresses } of seenStories(survey, options))
        for (const address of addresses) asked.add(address);
      for (const lead of made(() => undefined)) asked.add(exampleOf(lead));
      return [...asked].sort();
    },
  };
}

/** Stories that readers saw, where they were. */
function* seenStories({ stories }: ForeignSurvey, { old }: MoveOptions) {
  for (const story of stories) {
    if (story.address === undefined) continue;
    yield { story, addresses: within([story.address, ...(story.oldAddresses ?? [])], old) };
  }
}

function* unseenLeads({ stories }: ForeignSurvey, { old, stories: placed }: MoveOptions): Generator<Lead> {
  for (const { address, oldAddresses, id, place, index } of stories) {
    const to = placed.get(index)?.address;
    if (address !== undefined || to === undefined) continue;
    for (const from of within(oldAddresses, old)) yield { from, to, group: "stories", item: id, place };
  }
}

/** Leads in the order of the archive, several for one address among them. */
function* allLeads(
  survey: ForeignSurvey,
  files: readonly { readonly file: ForeignFile; readonly story: number | undefined }[],
  options: MoveOptions,
  note: Note,
): Generator<Lead> {
  const { old, stories, place } = options;
  for (const { story, addresses } of seenStories(survey, options)) {
    const whose: Whose = { group: "stories", item: story.id, place: story.place };
    const to = stories.get(story.index)?.address;
    if (to !== undefined) for (const from of addresses) yield { from, to, ...whose };
    else if (addresses.length > 0) {
      note(whose, `nothing answers at ${addresses.join(", ")}, as the story is not imported`);
    }
  }
  for (const { file, story } of files) {
    yield* fileLeads(file, story === undefined ? undefined : stories.get(story)?.address, options, note);
  }
  const feedNames = feedNamesOf(survey.sites, old);
  for (const site of survey.sites) yield* siteLeads(site, old, place);
  for (const term of survey.terms) yield* termLeads(term, old, { ...options, feedNames, note });
  const isTaken = pagesBelow(stories);
  const listings = survey.sites.flatMap((site) => site.dateListings ?? []);
  for (const base of new Set(within(listings, old))) yield* dateLeads(survey.stories, base, isTaken, place);
}

/** The files, each with the story it belongs to. Nobody saw the page of one whose story was never published. */
function filesOf({ files, stories }: ForeignSurvey) {
  const known = new Map<string, { readonly index: number; readonly isSeen: boolean }>();
  if (files.some(({ belongsTo }) => belongsTo !== undefined)) {
    for (const { id, index, address } of stories) known.set(id, { index, isSeen: address !== undefined });
  }
  return files.map((file) => {
    const story = file.belongsTo === undefined ? undefined : known.get(file.belongsTo);
    return { file: story?.isSeen === false ? { ...file, oldAddresses: [] } : file, story: story?.index };
  });
}

/** The page a file had leads to the story it belongs to, else to the file. */
function fileLeads(
  file: ForeignFile,
  story: string | undefined,
  { old, fileAddress }: MoveOptions,
  note: Note,
): Lead[] {
  const whose: Whose = { group: "files", item: file.id, place: file.place };
  const own = fileAddress(file);
  const to = story ?? own;
  const pages = within(file.oldAddresses, old);
  if (to === undefined && pages.length > 0) {
    note(
      whose,
      `the page it had of its own is gone (${pages.join(", ")} answers 410), as it belongs to no story`,
    );
  }
  const itself = own === undefined ? [] : within([file.src], old);
  return [
    ...pages.map((from): Lead => ({ from, to, ...whose })),
    ...itself.map((from): Lead => ({ from, to: own, ...whose })),
  ];
}

/** Makes the function that tells whether a story lies at or below an address that ends in a number, as those of dates do. */
function pagesBelow(stories: PlacedAddresses): (address: string) => boolean {
  const folders = new Set<string>();
  for (const { address } of stories.values()) {
    for (const { index } of address.matchAll(/(?<=\/\d+)\//g))
      folders.add(address.slice(0, index + 1).toLowerCase());
  }
  return (address) => folders.has(address.toLowerCase());
}

/**
 * The numbers of leads before which another leads from their address. Some CDNs take capitals for small letters: of addresses
 * that differ by these alone, all may lead to one place, and none to another.
 */
function laterOfEach(made: (note: Note) => Iterable<Lead>, note: Note): ReadonlySet<number> {
  const first = new Map<string, string | undefined>();
  /** Those that are not in small letters alone; of these, the small letters that nothing leads from. */
  const capitals = new Set<string>();
  const unled = new Set<string>();
  const passedOver = new Set<number>();
  const doubtful: { readonly lead: Lead; readonly key: string }[] = [];
  let number = -1;
  for (const lead of made(note)) {
    number += 1;
    // Whatever the archive says, the front page is the front page.
    const written = lead.from === "/" ? undefined : keyOf(lead.from);
    const key = written?.toLowerCase();
    if (key === undefined) {
      if (lead.from !== "/") note(lead, `no rule can lead from ${lead.from}`);
      passedOver.add(number);
      continue;
    }
    const isSmall = written === key;
    if (!first.has(key)) {
      first.set(key, lead.to);
      if (!isSmall) unled.add(key);
    } else if (first.get(key) !== lead.to) {
      doubtful.push({ lead, key });
      passedOver.add(number);
      continue;
    } else if (isSmall ? !unled.delete(key) : capitals.has(written ?? "")) {
      passedOver.add(number);
    }
    if (!isSmall && written !== undefined) capitals.add(written);
  }
  tellDoubtful(doubtful, made, note);
  return passedOver;
}

function tellDoubtful(
  doubtful: readonly { readonly lead: Lead; readonly key: string }[],
  made: (note: Note) => Iterable<Lead>,
  note: Note,
): void {
  const keys = new Set(doubtful.map(({ key }) => key));
  const items = new Map<string, string>();
  if (keys.size > 0) {
    for (const { from, item } of made(() => undefined)) {
      const key = keyOf(from)?.toLowerCase() ?? "";
      if (keys.has(key) && !items.has(key)) items.set(key, item);
    }
  }
  for (const { lead, key } of doubtful) {
    note(lead, `${lead.from} was an address of ${items.get(key) ?? "another"}, too, and leads there`);
  }
}

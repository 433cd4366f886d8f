/** Where everything an archive tells the address of is found on the site, and which of its addresses are lost. */
import type { Place } from "../../../../content/diagnostics/diagnostic.ts";
import type { ForeignFile } from "../../foreign/foreign-item.ts";
import type { ForeignSurvey } from "../../foreign/foreign-survey.ts";
import type { ImportNote } from "../../foreign/import-notes.ts";
import { keyOf, type OldSite } from "../placing/old-site.ts";
import type { StoryAddress } from "../placing/story-addresses.ts";
import { exampleOf, type Lead, type Note, type Whose } from "./leads.ts";
import { dateLeads, feedNamesOf, siteLeads, termLeads, within } from "./old-listings.ts";

export type MoveOptions = {
  readonly old: OldSite;
  /** As `storyAddresses` gives them. */
  readonly stories: ReadonlyMap<number, StoryAddress>;
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
  /** What is to be led on, the first of several for one address. */
  readonly leads: readonly Lead[];
  readonly notes: readonly ImportNote[];
  /** Every old address that is known, as paths: what `check --addresses` is to be asked. */
  readonly asked: readonly string[];
};

export function movedAddresses(survey: ForeignSurvey, options: MoveOptions): MovedAddresses {
  const { old, stories, place } = options;
  const indexes = new Map<string, number>();
  const unseen = new Set<string>();
  if (survey.files.some(({ belongsTo }) => belongsTo !== undefined)) {
    for (const { id, index, address } of survey.stories) {
      indexes.set(id, index);
      if (address === undefined) unseen.add(id);
    }
  }
  const leads: Lead[] = [];
  const notes: ImportNote[] = [];
  const asked = new Set<string>();
  const note = ({ item, place: where }: Omit<Whose, "group">, message: string) =>
    notes.push({ code: "lost-address", item, place: where, message });
  for (const story of survey.stories) {
    // It was never published.
    if (story.address === undefined) continue;
    const whose: Whose = { group: "stories", item: story.id, place: story.place };
    const addresses = within([story.address, ...(story.oldAddresses ?? [])], old);
    const to = stories.get(story.index)?.address;
    for (const address of addresses) {
      asked.add(address);
      if (to !== undefined) leads.push({ from: address, to, ...whose });
    }
    if (to === undefined && addresses.length > 0) {
      note(whose, `nothing answers at ${addresses.join(", ")}, as the story is not imported`);
    }
  }
  for (const file of survey.files) {
    // Nobody saw the page of a file whose story was never published.
    const seen =
      file.belongsTo !== undefined && unseen.has(file.belongsTo) ? { ...file, oldAddresses: [] } : file;
    leads.push(...fileLeads(seen, storyOf(file, indexes, stories), options, note));
  }
  const feedNames = feedNamesOf(survey.sites, old);
  for (const site of survey.sites) leads.push(...siteLeads(site, old, place));
  for (const term of survey.terms) leads.push(...termLeads(term, old, { ...options, feedNames, note }));
  const isTaken = pagesBelow(stories);
  for (const base of new Set(
    within(
      survey.sites.flatMap((site) => site.dateListings ?? []),
      old,
    ),
  )) {
    leads.push(...dateLeads(survey.stories, base, isTaken, place));
  }
  for (const lead of leads) asked.add(exampleOf(lead));
  return { leads: firstOfEach(leads, note), notes, asked: [...asked].sort() };
}

function storyOf(
  { belongsTo }: ForeignFile,
  indexes: ReadonlyMap<string, number>,
  stories: ReadonlyMap<number, StoryAddress>,
): string | undefined {
  const index = belongsTo === undefined ? undefined : indexes.get(belongsTo);
  return index === undefined ? undefined : stories.get(index)?.address;
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

/** Makes the function that tells whether a story lies at or below an address. */
function pagesBelow(stories: ReadonlyMap<number, StoryAddress>): (address: string) => boolean {
  const folders = new Set<string>();
  for (const { address } of stories.values()) {
    for (let end = address.lastIndexOf("/"); end >= 0; end = address.lastIndexOf("/", end - 1)) {
      folders.add(address.slice(0, end + 1).toLowerCase());
      if (end === 0) break;
    }
  }
  return (address) => folders.has(address.toLowerCase());
}

/** Of several leads from one address the first; some CDNs take capitals for small letters. */
function firstOfEach(leads: readonly Lead[], note: Note): Lead[] {
  const first = new Map<string, Lead>();
  return leads.filter((lead) => {
    // Whatever the archive says, the front page is the front page.
    if (lead.from === "/") return false;
    const key = keyOf(lead.from);
    if (key === undefined) {
      note(lead, `no rule can lead from ${lead.from}`);
      return false;
    }
    const other = first.get(key.toLowerCase());
    if (other === undefined) first.set(key.toLowerCase(), lead);
    else if (other.to !== lead.to)
      note(lead, `${lead.from} was an address of ${other.item}, too, and leads there`);
    return other === undefined;
  });
}

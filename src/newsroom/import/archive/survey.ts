/** The first reading of an archive: all that has to be known of the whole before a single story can be written. */
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import { isMomentFault, type Moment, readMoment } from "../../../content/values/moment.ts";
import { fileSlugOf } from "../../../content/writing/article-writing.ts";
import type { Site } from "../../../site/settings/site.ts";
import { cleanLine, wellFormed } from "../foreign/clean-text.ts";
import type { ReadingOptions } from "../foreign/foreign-format.ts";
import type { ForeignFile, ForeignSite, ForeignStory, ForeignTerm } from "../foreign/foreign-item.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { PackedStories, type PackedStory } from "../foreign/packed-stories.ts";
import { closingSource } from "../stories/story-body.ts";
import { TermUses, termsOf } from "../terms/term-uses.ts";
import type { GivenSource } from "./given-sources.ts";

export type Survey = {
  readonly sites: readonly ForeignSite[];
  /** Without files. */
  readonly stories: PackedStories;
  readonly files: readonly ForeignFile[];
  readonly terms: readonly ForeignTerm[];
  readonly uses: TermUses;
  readonly notes: readonly ImportNote[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the archive is so broken that nothing may be written. */
  readonly isStopped: boolean;
};

/** Reads every source from its beginning to its end, and no body. @param tell takes how many stories were read */
export async function surveyOf(
  given: readonly GivenSource[],
  options: ReadingOptions,
  tell: (count: number) => void = () => undefined,
): Promise<Survey> {
  const sites: ForeignSite[] = [];
  const stories = new PackedStories();
  const files: ForeignFile[] = [];
  const terms: ForeignTerm[] = [];
  const notes: ImportNote[] = [];
  const diagnostics: Diagnostic[] = [];
  const uses = new TermUses();
  let isStopped = false;
  for (const { source, format, together } of given) {
    for await (const entry of format.read(source, { ...options, together })) {
      switch (entry.kind) {
        case "site":
          sites.push(entry);
          break;
        case "term":
          terms.push(entry);
          uses.addListed(entry, { file: source.name });
          break;
        case "file":
          files.push(structuredClone(entry));
          break;
        case "note":
          notes.push(entry.note);
          break;
        case "fault":
          diagnostics.push(entry.diagnostic);
          isStopped ||= entry.stops;
          break;
        default: {
          if (entry.date !== undefined && momentOf(entry.date, options.site) === undefined) {
            const message = `"${cleanLine(entry.date, 80)}" is no date that there is`;
            notes.push({ code: "unusable-value", item: entry.id, place: entry.place, message });
          }
          const story = foundStory(entry, options);
          if (isInListings(story)) uses.addStory(withClosingSource(entry));
          stories.add(story);
          tell(stories.length);
        }
      }
    }
  }
  return { sites, stories, files, terms, uses, notes, diagnostics, isStopped };
}

/** Whether its terms have it in their listings: pages are in none, and what has no date is not imported. */
export function isInListings({ kind, date }: Pick<PackedStory, "kind" | "date">): boolean {
  return kind === "article" && date !== undefined;
}

/** With the source that its last line names, where the archive tells none. */
export function withClosingSource(story: ForeignStory): ForeignStory {
  const name = story.source === undefined ? closingSource(story.body()) : undefined;
  return name === undefined ? story : { ...story, source: { name } };
}

function foundStory(story: ForeignStory, { site, date }: ReadingOptions): Omit<PackedStory, "index"> {
  const { kind, id, place, language, address, oldAddresses, isDraft = false } = story;
  const [[, categories] = ["category", []]] = termsOf(story);
  const slug = slugOfStory(story, site.language);
  const moment = momentOf(story.date, site) ?? momentOf(date, site);
  return { kind, id, place, language, address, oldAddresses, slug, date: moment, isDraft, categories };
}

function slugOfStory({ slug, title, id, language }: ForeignStory, siteLanguage: string): string {
  const names = [slug ?? "", title, id];
  const slugs = names.map((name) => fileSlugOf(wellFormed(name.slice(0, 1000)), language ?? siteLanguage));
  return slugs.find((one) => one !== "") ?? "story";
}

function momentOf(text: string | undefined, { timezone }: Pick<Site, "timezone">): Moment | undefined {
  const moment = text === undefined ? undefined : readMoment(text, timezone);
  return moment === undefined || isMomentFault(moment) ? undefined : moment;
}

/** The first reading of an archive: all that has to be known of the whole before a single story can be written. */
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import { isMomentFault, type Moment, readMoment } from "../../../content/values/moment.ts";
import { fileSlugOf } from "../../../content/writing/article-writing.ts";
import type { Site } from "../../../site/settings/site.ts";
import { cleanLine, wellFormed } from "../foreign/clean-text.ts";
import type { ReadingOptions } from "../foreign/foreign-format.ts";
import type { ForeignFile, ForeignSite, ForeignStory, ForeignTerm } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { TermUses, termsOf } from "../terms/term-uses.ts";
import type { GivenSource } from "./given-sources.ts";

export type Survey = {
  readonly sites: readonly ForeignSite[];
  readonly stories: readonly FoundStory[];
  readonly files: readonly ForeignFile[];
  readonly terms: readonly ForeignTerm[];
  readonly uses: TermUses;
  readonly notes: readonly ImportNote[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the archive is so broken that nothing may be written. */
  readonly isStopped: boolean;
};

export type FoundStory = Omit<SurveyedStory, "file"> & {
  /** Cleaned. */
  readonly categories: readonly string[];
};

/** Reads every source from its beginning to its end, and no body. @param tell takes how many stories were read */
export async function surveyOf(
  given: readonly GivenSource[],
  options: ReadingOptions,
  tell: (count: number) => void = () => undefined,
): Promise<Survey> {
  const sites: ForeignSite[] = [];
  const stories: FoundStory[] = [];
  const files: ForeignFile[] = [];
  const terms: ForeignTerm[] = [];
  const notes: ImportNote[] = [];
  const diagnostics: Diagnostic[] = [];
  const uses = new TermUses();
  let isStopped = false;
  const known = new Map<string, string>();
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
          const story = foundStory(entry, stories.length, options, known);
          if (isInListings(story)) uses.addStory(entry);
          stories.push(story);
          tell(stories.length);
        }
      }
    }
  }
  return { sites, stories, files, terms, uses, notes, diagnostics, isStopped };
}

/** Whether its terms have it in their listings: pages are in none, and what has no date is not imported. */
export function isInListings({ kind, date }: Pick<SurveyedStory, "kind" | "date">): boolean {
  return kind === "article" && date !== undefined;
}

/** @param known texts that are kept once, however many stories have them */
function foundStory(
  story: ForeignStory,
  index: number,
  { site, date }: ReadingOptions,
  known: Map<string, string>,
): FoundStory {
  const { kind, id, place, language, address, oldAddresses } = story;
  const kept = (name: string) => {
    const same = known.get(name) ?? name;
    known.set(same, same);
    return same;
  };
  const [[, categories] = ["category", []]] = termsOf(story);
  // Cloned, since texts that parsers cut out of a whole buffer would keep all of it.
  const { sourceLine: _, ...shortPlace } = place;
  const head = structuredClone({ id, place: shortPlace, language, address, oldAddresses });
  return {
    kind,
    ...head,
    place: { ...head.place, file: kept(head.place.file) },
    index,
    slug: slugOfStory(story, site.language),
    date: momentOf(story.date, site) ?? momentOf(date, site),
    isDraft: story.isDraft ?? false,
    categories: categories.map(kept),
  };
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

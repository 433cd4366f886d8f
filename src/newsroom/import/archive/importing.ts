/** Importing: from foreign archives to article files and pages. Everything is written, or nothing is. */
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import type { TermKind } from "../../../content/names/terms.ts";
import type { Site } from "../../../site/settings/site.ts";
import type { ForeignFormat } from "../foreign/foreign-format.ts";
import type { ForeignSurvey } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { Filing } from "../stories/filing.ts";
import type { Writing } from "../stories/writing.ts";
import { type MappedNames, type SettledTerms, settledTerms } from "../terms/settled-terms.ts";
import { cleanName } from "../terms/term-spelling.ts";
import { givenSources } from "./given-sources.ts";
import { placedStories } from "./placed-stories.ts";
import { type RunMarks, Staging } from "./staging.ts";
import { type StoryFile, writeStories } from "./story-files-writing.ts";
import { type Survey, surveyOf } from "./survey.ts";

export type ImportOptions = {
  readonly site: Site;
  readonly siteFolder: string;
  /** Found out where it is absent. */
  readonly format?: ForeignFormat | undefined;
  /** Of stories that name none: `2026-11-20 08:30`. */
  readonly date?: string | undefined;
  /** What `--map` makes of foreign keys and terms. */
  readonly keys?: ReadonlyMap<string, string | null> | undefined;
  readonly terms?: ReadonlyMap<TermKind, MappedNames> | undefined;
  /** As site.yaml has it. */
  readonly defaultCategory?: string | undefined;
  /** Whether what a broken archive gave before it broke is imported. */
  readonly isPartial?: boolean | undefined;
  /** Takes the texts instead of the site folder. */
  readonly show?: ((file: string, text: string) => void) | undefined;
  readonly marks: RunMarks;
};

export type Imported = {
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly ImportNote[];
  /** What stories became, in the order of the archive. */
  readonly files: readonly StoryFile[];
  /** Stories of the archive, pages among them. */
  readonly storyCount: number;
  /** False where errors stood in the way. */
  readonly isDone: boolean;
};

/**
 * Imports archives into a site folder.
 *
 * @param names of files and folders
 * @throws what the file system says
 */
export async function importArchive(names: readonly string[], options: ImportOptions): Promise<Imported> {
  const { site, date, keys = new Map<string, null>(), format } = options;
  const { given, notes: ofSources, diagnostics: ofGiven } = await givenSources(names, format);
  const readingOptions = { site, date, keys };
  const survey = await surveyOf(given, readingOptions);
  const diagnostics = [...ofGiven, ...survey.diagnostics];
  const isStopped = ofGiven.length > 0 || survey.isStopped;
  const storyCount = survey.stories.length;
  const terms = settledTerms(survey.uses, site, options.terms ?? new Map<TermKind, MappedNames>());
  const filing = new Filing(terms, survey.terms, site, options.defaultCategory);
  const placed = placedStories(survey.stories, filing);
  const notes: ImportNote[] = [...ofSources, ...survey.notes, ...terms.notes, ...placed.notes];
  if (isStopped && options.isPartial !== true) {
    return { diagnostics, notes, files: [], storyCount, isDone: false };
  }
  const writing = writingOf(site, filing, foreignSurvey(survey, placed.stories, terms));
  const staging = new Staging(options.siteFolder, options.marks);
  try {
    const written = await writeStories(given, readingOptions, placed.stories, writing, {
      terms,
      staging,
      show: options.show,
    });
    if (options.show === undefined) staging.putInPlace(new Map());
    return {
      diagnostics,
      notes: [...notes, ...written.notes],
      files: written.files,
      storyCount,
      isDone: true,
    };
  } finally {
    staging.remove();
  }
}

function foreignSurvey(
  { sites, files, terms }: Survey,
  stories: ForeignSurvey["stories"],
  settled: SettledTerms,
): ForeignSurvey {
  return {
    sites,
    stories,
    files,
    terms: terms.map((term) => {
      const became = settled.of(term.termKind, cleanName(term.name));
      return { ...term, became: typeof became === "object" ? became : undefined };
    }),
  };
}

/** @param survey is for addresses and pictures */
function writingOf(site: Site, filing: Filing, _survey: ForeignSurvey): Writing {
  return {
    site,
    filing,
    addresses: { valuesOf: () => ({}), linkTo: (address) => address, redirects: [], notes: [] },
    pictures: { prepare: () => Promise.resolve(), at: () => undefined, notes: [] },
  };
}

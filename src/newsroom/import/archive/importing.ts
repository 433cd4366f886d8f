/** Importing: from foreign archives to article files and pages. Everything is written, or nothing is. */
import type { TermKind } from "../../../content/names/terms.ts";
import { staticFolder } from "../../../site/plan/file-conflicts.ts";
import { redirectsFile } from "../../../site/redirects/redirects-file.ts";
import { siteFile } from "../../../site/settings/site.ts";
import { addressBook } from "../addresses/address-book.ts";
import { type BodyConverter, onThisThread } from "../body/body-converter.ts";
import type { ForeignFormat } from "../foreign/foreign-format.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { archivePictures, type PictureOptions } from "../pictures/archive-pictures.ts";
import { type GivenCounts, type ImportOutcome, nothingAdded } from "../report/import-counts.ts";
import { Filing } from "../stories/filing.ts";
import type { ImportMap } from "../terms/import-map.ts";
import type { MappedNames } from "../terms/kind-of-terms.ts";
import { proposedSettings } from "../terms/settings-proposal.ts";
import { type SettledTerms, settledTerms } from "../terms/settled-terms.ts";
import { givenSources } from "./given-sources.ts";
import { placeStories } from "./placed-stories.ts";
import { type ReplacedText, type RunMarks, Staging } from "./staging.ts";
import type { StandingSite } from "./standing-site.ts";
import {
  type StoryTarget,
  storyPictures,
  type WrittenStories,
  writeFiles,
  writeStories,
} from "./story-files-writing.ts";
import { isInListings, type Survey, surveyOf, withClosingSource } from "./survey.ts";
import { bookOptions, foreignSurvey, unlistedTerms } from "./surveyed-site.ts";

export type ImportOptions = {
  readonly siteFolder: string;
  readonly standing: StandingSite;
  /** Found out where it is absent. */
  readonly format?: ForeignFormat | undefined;
  /** Of stories that name none: `2026-11-20 08:30`. */
  readonly date?: string | undefined;
  readonly map?: ImportMap | undefined;
  /** A category that the site knows, where its list is closed. */
  readonly defaultCategory?: string | undefined;
  /** Whether what a broken archive gave before it broke is imported. */
  readonly isPartial?: boolean | undefined;
  /** Where pictures are taken from, beside the archive itself. */
  readonly pictures: PictureOptions;
  /** Takes the texts instead of the site folder. */
  readonly show?: ((file: string, text: string) => void) | undefined;
  readonly marks: RunMarks;
  /** Who converts the bodies of so many stories; this thread, where it is absent. */
  readonly converterOf?: ((storyCount: number) => BodyConverter) | undefined;
  /** Is told how far long work has come; `total` where that is known. */
  readonly progress?: ((what: string, count: number, total?: number) => void) | undefined;
};

/**
 * Imports archives into a site folder.
 *
 * @param names of files and folders
 * @throws what the file system says
 */
export async function importArchive(
  names: readonly string[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const { standing, date, format, map, progress } = options;
  const { site } = standing;
  const isTrial = options.show !== undefined;
  const { given, notes: ofSources, diagnostics: ofGiven } = await givenSources(names, format);
  const readingOptions = { site, date, keys: map?.keys ?? new Map<string, null>() };
  const survey = await surveyOf(given, readingOptions, (count) => progress?.("Stories read", count));
  const diagnostics = [...ofGiven, ...survey.diagnostics];
  const isWhole = given.some(({ format: { isWhole: tells = false }, source }) =>
    typeof tells === "boolean" ? tells : tells(source),
  );
  const terms = settledTerms(survey.uses, site, {
    mapped: map?.terms ?? new Map<TermKind, MappedNames>(),
    standing: standing.used,
    isWhole,
  });
  const filing = new Filing(terms, survey.terms, site, options.defaultCategory);
  const { stories } = survey;
  const placing = placeStories(stories, filing);
  const notes: ImportNote[] = [...ofSources, ...survey.notes, ...terms.notes, ...placing.notes];
  const nothing = { files: [], fileCount: 0, settings: nothingAdded, redirectCount: 0, isDone: false };
  if ((ofGiven.length > 0 || survey.isStopped) && options.isPartial !== true) {
    return { names, given: countsOf(survey), diagnostics, notes, ...nothing, isTrial };
  }
  if (options.defaultCategory !== undefined && placing.notes.some(({ code }) => code === "no-category")) {
    return { names, given: countsOf(survey), diagnostics, notes, ...nothing, isTrial, needsCategory: true };
  }
  useDefault(filing.defaultCategory, placing.withoutCategory, terms);
  const found = foreignSurvey(survey, terms);
  const place = { file: names[0] ?? "" };
  const pictures = await archivePictures(found, site.url, place, options.pictures);
  const booked = () => bookOptions(names, survey, standing, filing, terms, isWhole);
  // What a feed or an agency has of a story is a copy: the address of that elsewhere is none of this site's.
  const addresses = addressBook(isWhole ? found : { ...found, sites: [] }, {
    ...booked(),
    fileAddress: pictures.documents.addressOf,
    files: [...standing.files, ...pathsIn(staticFolder, pictures.documents.files)],
  });
  const oldUrl = survey.sites.find(({ url }) => url !== undefined)?.url;
  if (options.pictures.isDownloading === true) {
    const all = storyPictures(given, readingOptions, stories, oldUrl);
    const tell = (count: number) => progress?.("Stories whose pictures were fetched", count, stories.length);
    await pictures.shelf.fetchAll(all, tell);
  }
  const writing = { site, filing, addresses, pictures: pictures.shelf, oldUrl };
  const staging = new Staging(options.siteFolder, options.marks);
  const converter = options.converterOf?.(stories.length) ?? onThisThread;
  try {
    const tell = (count: number) => progress?.("Stories written", count, stories.length);
    const refuse: StoryTarget["refuse"] = (story, surveyed) => {
      if (isInListings(surveyed)) survey.uses.removeStory(withClosingSource(story));
    };
    const target = { terms, staging, converter, show: options.show, refuse, tell };
    const written = await writeStories(given, readingOptions, stories, writing, target);
    const files = new Map([...pictures.documents.files, ...pictures.shelf.files]);
    const kept = options.show === undefined ? writeFiles(files, staging) : [];
    // Threads take as much memory as the lines of a large archive do.
    await converter.end();
    const redirects = addresses.redirectsIn(standing.redirectsText, filesOf(written), booked().listings);
    const unlisted = (kind: TermKind) => unlistedTerms(kind, survey.uses, terms);
    const parts = { permalink: addresses.proposed, isWhole, unlisted };
    const settings = proposedSettings(standing.settingsText, site, parts);
    if (options.show === undefined) {
      staging.putInPlace(
        changedTexts([
          [siteFile, standing.settingsText, settings?.text ?? standing.settingsText],
          [redirectsFile, standing.redirectsText, redirects.text],
        ]),
      );
    }
    return {
      names,
      given: countsOf(survey),
      diagnostics,
      notes: [
        ...notes,
        ...addresses.notes,
        ...redirects.notes,
        ...written.notes,
        ...pictures.lastNotes(),
        ...kept,
      ],
      files: written.files,
      fileCount: files.size,
      settings: { keys: settings?.keys ?? [], isOdd: settings === undefined },
      redirectCount: redirects.added,
      asked: addresses.asked,
      isTrial,
      isDone: true,
    };
  } finally {
    await converter.end();
    staging.remove();
  }
}

function countsOf({ stories, files, terms }: Survey): GivenCounts {
  let articles = 0;
  for (const { kind } of stories) if (kind === "article") articles += 1;
  return { articles, pages: stories.length - articles, files: files.length, terms: terms.length };
}

function filesOf({ files }: WrittenStories): ReadonlySet<string> {
  return new Set(files.map(({ file }) => file));
}

/** Counts the category of stories that have none of their own. */
function useDefault(name: string | undefined, count: number, terms: SettledTerms): void {
  if (name === undefined || count === 0) return;
  if (terms.of("category", name) === undefined) terms.settle("category", name, count);
}

/** New texts of files by name, those alone that differ from what stands there. */
function changedTexts(
  texts: readonly (readonly [file: string, before: string, after: string])[],
): ReadonlyMap<string, ReplacedText> {
  return new Map(
    texts.flatMap(([file, before, after]) => (before === after ? [] : [[file, { before, after }]])),
  );
}

/** What the paths of files in a folder are there. */
function pathsIn(folder: string, files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].map((file) => file.slice(folder.length + 1));
}

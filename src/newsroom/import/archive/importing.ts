/** Importing: from foreign archives to article files and pages. Everything is written, or nothing is. */
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import { type TermKind, termKinds } from "../../../content/names/terms.ts";
import { termAddress } from "../../../site/frame/planning.ts";
import { staticFolder } from "../../../site/plan/file-conflicts.ts";
import { redirectsFile } from "../../../site/redirects/redirects-file.ts";
import { siteFile } from "../../../site/settings/site.ts";
import { type AddressBookOptions, addressBook } from "../addresses/address-book.ts";
import type { ForeignFormat } from "../foreign/foreign-format.ts";
import type { ForeignSurvey } from "../foreign/foreign-survey.ts";
import type { ImportNote } from "../foreign/import-notes.ts";
import { archivePictures, type PictureOptions } from "../pictures/archive-pictures.ts";
import { Filing } from "../stories/filing.ts";
import { proposedSettings } from "../terms/settings-proposal.ts";
import { type MappedNames, type SettledTerms, settledTerms } from "../terms/settled-terms.ts";
import { cleanName } from "../terms/term-spelling.ts";
import { givenSources } from "./given-sources.ts";
import { placedStories } from "./placed-stories.ts";
import { type RunMarks, Staging } from "./staging.ts";
import type { StandingSite } from "./standing-site.ts";
import { type StoryFile, storyPictures, writeFiles, writeStories } from "./story-files-writing.ts";
import { type Survey, surveyOf } from "./survey.ts";

export type ImportOptions = {
  readonly siteFolder: string;
  readonly standing: StandingSite;
  /** Found out where it is absent. */
  readonly format?: ForeignFormat | undefined;
  /** Of stories that name none: `2026-11-20 08:30`. */
  readonly date?: string | undefined;
  /** What `--map` makes of foreign keys and terms. */
  readonly keys?: ReadonlyMap<string, string | null> | undefined;
  readonly terms?: ReadonlyMap<TermKind, MappedNames> | undefined;
  /** A category that the site knows, where its list is closed. */
  readonly defaultCategory?: string | undefined;
  /** Whether what a broken archive gave before it broke is imported. */
  readonly isPartial?: boolean | undefined;
  /** Where pictures are taken from, beside the archive itself. */
  readonly pictures: PictureOptions;
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
  readonly settings: AddedSettings;
  /** Files of pictures and documents that were added. */
  readonly fileCount: number;
  /** Lines that were added to redirects.txt. */
  readonly redirectCount: number;
  /** False where errors stood in the way. */
  readonly isDone: boolean;
};

/** What was added to site.yaml. */
export type AddedSettings = {
  readonly keys: readonly string[];
  /** Whether nothing can be added to it, as it is written. */
  readonly isOdd: boolean;
};

const nothingAdded: AddedSettings = { keys: [], isOdd: false };

/**
 * Imports archives into a site folder.
 *
 * @param names of files and folders
 * @throws what the file system says
 */
export async function importArchive(names: readonly string[], options: ImportOptions): Promise<Imported> {
  const { standing, date, keys = new Map<string, null>(), format } = options;
  const { site } = standing;
  const { given, notes: ofSources, diagnostics: ofGiven } = await givenSources(names, format);
  const readingOptions = { site, date, keys };
  const survey = await surveyOf(given, readingOptions);
  const diagnostics = [...ofGiven, ...survey.diagnostics];
  const storyCount = survey.stories.length;
  const terms = settledTerms(survey.uses, site, options.terms ?? new Map<TermKind, MappedNames>());
  const filing = new Filing(terms, survey.terms, site, options.defaultCategory);
  const placed = placedStories(survey.stories, filing);
  const notes: ImportNote[] = [...ofSources, ...survey.notes, ...terms.notes, ...placed.notes];
  if ((ofGiven.length > 0 || survey.isStopped) && options.isPartial !== true) {
    const nothing = { files: [], fileCount: 0, settings: nothingAdded, redirectCount: 0, isDone: false };
    return { diagnostics, notes, storyCount, ...nothing };
  }
  useDefault(filing.defaultCategory, placed.withoutCategory, terms);
  const found = foreignSurvey(survey, placed.stories, terms);
  const place = { file: names[0] ?? "" };
  const pictures = await archivePictures(found, site.url, place, options.pictures);
  const addresses = addressBook(found, {
    ...bookOptions(names, survey, standing, filing, terms),
    fileAddress: pictures.documents.addressOf,
    files: [...standing.files, ...pathsIn(staticFolder, pictures.documents.files)],
  });
  const oldUrl = survey.sites.find(({ url }) => url !== undefined)?.url;
  if (options.pictures.isDownloading === true) {
    const all = storyPictures(given, readingOptions, placed.stories, oldUrl);
    await pictures.shelf.fetchAll(all, options.pictures.told ?? (() => undefined));
  }
  const writing = { site, filing, addresses, pictures: pictures.shelf, oldUrl };
  const staging = new Staging(options.siteFolder, options.marks);
  try {
    const target = { terms, staging, show: options.show };
    const written = await writeStories(given, readingOptions, placed.stories, writing, target);
    const files = new Map([...pictures.documents.files, ...pictures.shelf.files]);
    const kept = options.show === undefined ? writeFiles(files, staging) : [];
    const redirects = addresses.redirectsIn(standing.redirectsText);
    const isWhole = given.some((one) => one.format.isWhole === true);
    const parts = { permalink: addresses.proposed, isWhole, unlisted: terms.unlisted };
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
      storyCount,
      fileCount: files.size,
      settings: { keys: settings?.keys ?? [], isOdd: settings === undefined },
      redirectCount: redirects.added,
      isDone: true,
    };
  } finally {
    staging.remove();
  }
}

/** Counts the category of stories that have none of their own. */
function useDefault(name: string | undefined, count: number, terms: SettledTerms): void {
  if (name === undefined || count === 0) return;
  if (terms.of("category", name) === undefined) terms.settle("category", name, count);
}

function foreignSurvey(
  { sites, files, terms }: Survey,
  stories: ForeignSurvey["stories"],
  settled: SettledTerms,
): ForeignSurvey {
  const became = (kind: TermKind, name: string) => {
    const one = settled.of(kind, cleanName(name));
    return typeof one === "object" ? one : undefined;
  };
  return {
    sites,
    stories,
    files,
    terms: terms.map((term) => ({ ...term, became: became(term.termKind, term.name) })),
  };
}

function bookOptions(
  [archive = ""]: readonly string[],
  { uses }: Survey,
  { site, settingsText, addresses, terms, listings }: StandingSite,
  filing: Filing,
  settled: SettledTerms,
): Omit<AddressBookOptions, "files" | "fileAddress"> {
  const used = termKinds.flatMap((kind) =>
    uses.of(kind).flatMap(({ name, count, published }) => {
      const names = kind === "category" ? [name, ...filing.categoriesOf([name])] : [name];
      return names.flatMap((one) => {
        const term = settled.of(kind, one);
        return typeof term === "object" && count > 0 ? [{ address: termAddress(term), published }] : [];
      });
    }),
  );
  const readers = used.filter(({ published }) => published > 0);
  return {
    url: site.url,
    permalink: site.permalink,
    mayPropose: addresses.size === 0 && !/^permalink\s*:/m.test(settingsText),
    archive,
    standing: addresses,
    terms: new Set([...terms, ...used.map(({ address }) => address)]),
    listings: new Set([...listings, ...readers.map(({ address }) => address)]),
  };
}

/** New texts of files by name, those alone that differ from what stands there. */
function changedTexts(
  texts: readonly (readonly [file: string, before: string, after: string])[],
): ReadonlyMap<string, string> {
  return new Map(texts.flatMap(([file, before, after]) => (before === after ? [] : [[file, after]])));
}

/** What the paths of files in a folder are there. */
function pathsIn(folder: string, files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].map((file) => file.slice(folder.length + 1));
}

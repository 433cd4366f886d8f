/** Loading: from a site folder to a plan, with everything that is wrong on the way. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Article } from "../../content/article/article.ts";
import { decodeText } from "../../content/article/article-text.ts";
import {
  compareText,
  type Diagnostic,
  errorAt,
  inReadingOrder,
  isError,
} from "../../content/diagnostics/diagnostic.ts";
import { isAbsence, reasonOf } from "../../content/diagnostics/system-reasons.ts";
import { type FolderListing, listArticlesFolder } from "../../content/files/articles-folder.ts";
import { pictureName } from "../../content/values/picture.ts";
import { houseStyle, looksIntoArticles, type Thoroughness } from "../../newsroom/review/house-style.ts";
import { staticFolder } from "../../site/plan/file-conflicts.ts";
import { type Plan, type PlanOptions, planSite } from "../../site/plan/plan.ts";
import { termAliasRules, writtenRules } from "../../site/redirects/placed-rules.ts";
import { type RedirectsReading, redirectsFile } from "../../site/redirects/redirects-file.ts";
import {
  type RulesSource,
  readSite,
  type Site,
  type SiteReading,
  siteFile,
} from "../../site/settings/site.ts";
import { type ReadPictures, readPictures } from "../pictures/picture-reading.ts";
import { readSitePictures, type SitePictures } from "../pictures/site-pictures.ts";
import { Crew } from "../threads/crew.ts";
import { ArticleMemory } from "./article-memory.ts";
import { readRedirectsFile } from "./redirects-reading.ts";
import { listStaticFolder, type StaticFolder } from "./static-files.ts";

/** The files and folders of a site folder that are read. */
export const contentNames = [siteFile, redirectsFile, "articles", staticFolder] as const;

export type FileChange = {
  /** Path relative to the site folder, with forward slashes. */
  readonly file: string;
  /** Whether it was there before and is there still. */
  readonly isEdit: boolean;
};

export type LoadOptions = PlanOptions & {
  /** The site folder. */
  readonly siteFolder: string;
  /** Takes the place of the site's `url`. */
  readonly url?: string | undefined;
  /** How much of the house style is looked for; else only what the site calls an error. */
  readonly houseStyle?: Thoroughness | undefined;
  /** What was loaded last in this process: what has not changed since is not read again. */
  readonly last?: Publication | undefined;
  /** All that has changed since then, where a watcher tells; else each file is looked at. */
  readonly changes?: readonly FileChange[] | undefined;
  /** Whether articles that an earlier process has left read are used. */
  readonly articleCache?: boolean | undefined;
  /** Decode every picture, to find those whose data is damaged. */
  readonly thorough?: boolean | undefined;
};

export type Publication = {
  /** Absent where site.yaml is at fault. */
  readonly plan?: Plan;
  /** Absent where the plan is. */
  readonly sitePictures?: SitePictures;
  readonly articles: readonly Article[];
  readonly siteReading: SiteReading;
  readonly redirects: RedirectsReading;
  readonly listing: FolderListing;
  readonly pictures: ReadPictures;
  readonly staticFiles: StaticFolder;
  /** Absent where the plan is. */
  readonly memory?: ArticleMemory;
  /** In the order of reading. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Loads and plans a site folder. Articles with errors are left out of the plan; every error is reported. */
export async function loadPublication(options: LoadOptions): Promise<Publication> {
  const crew = new Crew();
  try {
    return await loadPublicationWith(crew, options);
  } finally {
    await crew.dismiss();
  }
}

/** The same by a crew, which is started where it pays, and stays for what comes next. */
export async function loadPublicationWith(crew: Crew, options: LoadOptions): Promise<Publication> {
  const { siteFolder, last } = options;
  /** The last loading, where a watcher tells of no such change since. */
  const unless = (touches: (change: FileChange) => boolean) =>
    options.changes?.some(touches) === false ? last : undefined;
  const [found, redirects, listing, staticFiles] = await Promise.all([
    unless(({ file }) => file === siteFile)?.siteReading ?? readSiteFile(siteFolder, options.url),
    unless(({ file }) => file === redirectsFile)?.redirects ?? readRedirectsFile(siteFolder),
    unless(({ isEdit }) => !isEdit)?.listing ?? listArticlesFolder(siteFolder),
    unless(({ file }) => isPathIn(staticFolder, file))?.staticFiles ?? listStaticFolder(siteFolder),
  ]);
  // A term is one object, listed or not: settings that read the same stay the very same.
  const siteReading = last && isDeepStrictEqual(last.siteReading, found) ? last.siteReading : found;
  const { site } = siteReading;
  if (site === undefined) {
    const diagnostics = inReadingOrder([
      ...siteReading.diagnostics,
      ...redirects.diagnostics,
      ...listing.diagnostics.filter(isError),
      ...staticFiles.diagnostics,
    ]);
    return { articles: [], siteReading, redirects, listing, pictures: new Map(), staticFiles, diagnostics };
  }
  const pictures =
    unless(({ file, isEdit }) => !isEdit || pictureName.test(file))?.pictures ??
    (await readPictures([...listing.pictures].sort(compareText), {
      siteFolder,
      known: last?.pictures,
      thorough: options.thorough,
    }));
  const thoroughness = options.houseStyle ?? "errors";
  const memory =
    (last?.siteReading === siteReading ? last.memory : undefined) ??
    (await ArticleMemory.open(siteFolder, rulesSourceOf(site), options.articleCache ?? false));
  const orders = {
    pictures: new Map([...pictures].map(([file, picture]) => [file, picture.published])),
    withFindings: looksIntoArticles(site, thoroughness),
    changed: last && options.changes && new Set(options.changes.map(({ file }) => file)),
  };
  const read = await memory.read(listing.articleFiles, orders, crew);
  const articles = read.flatMap(({ article }) => article ?? []);
  const sitePictures = await readSitePictures(siteFolder, siteReading.pictures ?? {});
  const { logoAddress, masthead: mastheadLogo } = sitePictures;
  const plan = planSite({ ...site, logoAddress, mastheadLogo }, articles, options, {
    files: staticFiles.files,
    targets: siteReading.targets ?? [],
    rules: [...writtenRules(redirects.rules), ...termAliasRules(siteReading.oldTermAddresses ?? [])],
  });
  return {
    plan,
    sitePictures,
    articles,
    siteReading,
    redirects,
    listing,
    pictures,
    staticFiles,
    memory,
    diagnostics: inReadingOrder([
      ...siteReading.diagnostics,
      ...sitePictures.diagnostics,
      ...redirects.diagnostics,
      ...listing.diagnostics,
      ...staticFiles.diagnostics,
      ...read.flatMap((one) => one.diagnostics),
      ...plan.diagnostics,
      ...houseStyle(
        site,
        articles,
        read.flatMap(({ findings = [] }) => findings),
        options.nowMs,
        thoroughness,
      ),
    ]),
  };
}

function isPathIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function rulesSourceOf({ timezone, language, url, terms }: Site): RulesSource {
  return { timezone, language, url, terms };
}

const noSiteFile = 'there is no site.yaml; make one with at least "title: …" and "url: …"';

/**
 * Reads site.yaml of a site folder.
 *
 * @param url takes the place of the site's `url`
 */
export async function readSiteFile(siteFolder: string, url?: string): Promise<SiteReading> {
  const file = siteFile;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(siteFolder, file));
  } catch (error) {
    const fault = isAbsence(error)
      ? errorAt({ file }, "no-site-file", noSiteFile)
      : errorAt({ file }, "unreadable-file", `the file cannot be read: ${reasonOf(error)}`);
    return { diagnostics: [fault] };
  }
  const text = decodeText(file, bytes);
  return typeof text === "string" ? readSite(text, url) : { diagnostics: [text] };
}

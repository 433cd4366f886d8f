/** Loading: from a site folder to a plan, with everything that is wrong on the way. */
import { isDeepStrictEqual } from "node:util";
import type { Article } from "../../content/article/article.ts";
import {
  compareText,
  type Diagnostic,
  inReadingOrder,
  isError,
} from "../../content/diagnostics/diagnostic.ts";
import { type ListedArticles, listedArticles } from "../../content/files/articles-listing.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import { pictureName } from "../../content/values/picture.ts";
import { houseStyle, looksIntoArticles, type Thoroughness } from "../../newsroom/review/house-style.ts";
import { type OwnPage, pagesFolder } from "../../site/pages/own-page.ts";
import { staticFolder } from "../../site/plan/file-conflicts.ts";
import { type Beside, type Plan, type PlanOptions, planSite } from "../../site/plan/plan.ts";
import { termAliasRules, writtenRules } from "../../site/redirects/placed-rules.ts";
import { type RedirectsReading, redirectsFile } from "../../site/redirects/redirects-file.ts";
import { rulesSourceOf, type Site, type SiteReading, siteFile } from "../../site/settings/site.ts";
import { type ReadPictures, readPictures } from "../pictures/picture-reading.ts";
import { readPortraits } from "../pictures/portraits.ts";
import { readSitePictures, type SitePictures } from "../pictures/site-pictures.ts";
import { Crew } from "../threads/crew.ts";
import { ArticleMemory } from "./articles/article-memory.ts";
import { type OwnPageFiles, readOwnPageFiles } from "./own-page-files.ts";
import { readRedirectsFile } from "./redirects-reading.ts";
import { readSiteFile } from "./site-reading.ts";
import { listStaticFolder, type StaticFolder } from "./static-files.ts";

/** The files and folders of a site folder that are read. */
export const contentNames = [siteFile, redirectsFile, "articles", pagesFolder, staticFolder] as const;

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
  /** The articles folder, where it was looked at already. */
  readonly listed?: Promise<ListedArticles | undefined> | undefined;
  /** Whether articles that an earlier process has left read are used. */
  readonly articleCache?: boolean | undefined;
  /** Files in which other builds have left articles read. */
  readonly readElsewhere?: readonly string[] | undefined;
  /** Whether the HTML of an article's body is held in memory; absent: of all that are read. */
  readonly holdsBody?: ((article: Article) => boolean) | undefined;
  /** Pages that are no articles, as far as they are known. */
  readonly ownPages?: readonly OwnPage[] | undefined;
  /** Decode every picture, to find those whose data is damaged. */
  readonly thorough?: boolean | undefined;
};

export type Publication = {
  /** Absent where site.yaml is at fault. */
  readonly plan?: Plan;
  /** What it is planned with. */
  readonly settings?: Site;
  /** What it is planned with beside the articles; absent where the plan is. */
  readonly beside?: Beside;
  /** Absent where the plan is. */
  readonly sitePictures?: SitePictures;
  readonly articles: readonly Article[];
  readonly siteReading: SiteReading;
  readonly redirects: RedirectsReading;
  readonly listing: ListedArticles["listing"];
  /** Of articles and authors. */
  readonly pictures: ReadPictures;
  readonly staticFiles: StaticFolder;
  readonly ownPageFiles: OwnPageFiles;
  /** Absent where the plan is. */
  readonly memory?: ArticleMemory;
  /** What was wrong before anything was planned. */
  readonly readDiagnostics: readonly Diagnostic[];
  /** In the order of reading. */
  readonly diagnostics: readonly Diagnostic[];
  /** The same with other pages that are no articles: where those are, Eleventy alone knows. */
  readonly withOwnPages: (ownPages: readonly OwnPage[]) => Publication;
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
  const listed = listedArticles(siteFolder, options.listed, unless(({ isEdit }) => !isEdit)?.listing);
  const [found, redirects, staticFiles, ownPageFiles] = await Promise.all([
    unless(({ file }) => file === siteFile)?.siteReading ?? readSiteFile(siteFolder, options.url),
    unless(({ file }) => file === redirectsFile)?.redirects ?? readRedirectsFile(siteFolder),
    unless(({ file }) => isPathIn(staticFolder, file))?.staticFiles ?? listStaticFolder(siteFolder),
    unless(({ file }) => isPathIn(pagesFolder, file))?.ownPageFiles ?? readOwnPageFiles(siteFolder),
  ]);
  // A term is one object, listed or not: settings that read the same stay the very same.
  const siteReading = last && isDeepStrictEqual(last.siteReading, found) ? last.siteReading : found;
  const { site } = siteReading;
  const memory =
    (last?.siteReading === siteReading ? last.memory : undefined) ??
    (site &&
      (await ArticleMemory.open(
        siteFolder,
        rulesSourceOf(site),
        options.articleCache ?? false,
        options.readElsewhere,
      )));
  const { listing, stamps } = await listed;
  if (site === undefined || memory === undefined) {
    const found = [redirects, staticFiles, ownPageFiles].flatMap(({ diagnostics }) => diagnostics);
    const inListing = listing.diagnostics.filter(isError);
    const diagnostics = inReadingOrder([...siteReading.diagnostics, ...inListing, ...found]);
    const read = { siteReading, redirects, listing, staticFiles, ownPageFiles };
    const publication: Publication = {
      ...read,
      articles: [],
      pictures: new Map(),
      readDiagnostics: diagnostics,
      diagnostics,
      withOwnPages: () => publication,
    };
    return publication;
  }
  const pictureReading = { siteFolder, known: last?.pictures, thorough: options.thorough };
  const ofArticles =
    unless(({ file, isEdit }) => !isEdit || pictureName.test(file))?.pictures ??
    (await readPictures([...listing.pictures].sort(compareText), pictureReading));
  const portraits = await readPortraits(siteReading.portraits ?? [], pictureReading);
  const pictures = new Map([...ofArticles, ...portraits.pictures]);
  const thoroughness = options.houseStyle ?? "errors";
  const mayStandInArticles = [...pictures].filter(([file]) => listing.pictures.has(file));
  const orders = {
    pictures: new Map(mayStandInArticles.map(([file, { published }]) => [file, published])),
    withFindings: looksIntoArticles(site, thoroughness),
    stamps,
    holdsBody: options.holdsBody,
    changed: last && options.changes && new Set(options.changes.map(({ file }) => file)),
  };
  const read = await memory.read(listing.articleFiles, orders, crew);
  const articles = read.flatMap(({ article }) => article ?? []);
  const sitePictures = await readSitePictures(siteFolder, siteReading.pictures ?? {});
  const { logoAddress, masthead: mastheadLogo } = sitePictures;
  const settings = { ...site, logoAddress, mastheadLogo, portraits: portraits.renditions };
  const standing = {
    files: staticFiles.files,
    targets: siteReading.targets ?? [],
    portraits: siteReading.portraits ?? [],
    rules: [...writtenRules(redirects.rules), ...termAliasRules(siteReading.oldTermAddresses ?? [])],
  };
  const ownDiagnostics = onDemand(() => [
    ...siteReading.diagnostics,
    ...sitePictures.diagnostics,
    ...portraits.diagnostics,
    ...redirects.diagnostics,
    ...listing.diagnostics,
    ...staticFiles.diagnostics,
    ...ownPageFiles.diagnostics,
    ...read.flatMap((one) => one.diagnostics),
    ...houseStyle(
      site,
      articles,
      read.flatMap(({ findings = [] }) => findings),
      options.nowMs,
      thoroughness,
    ),
  ]);
  const planned = (ownPages: readonly OwnPage[]): Publication => {
    const beside = { ...standing, ownPages };
    // Where pages of others are still to come, nobody asks for the first plan.
    const plan = onDemand(() => planSite(settings, articles, options, beside));
    const diagnostics = onDemand(() => inReadingOrder([...ownDiagnostics(), ...plan().diagnostics]));
    return {
      get plan() {
        return plan();
      },
      settings,
      beside,
      sitePictures,
      articles,
      siteReading,
      redirects,
      listing,
      pictures,
      staticFiles,
      ownPageFiles,
      memory,
      get readDiagnostics() {
        return ownDiagnostics();
      },
      get diagnostics() {
        return diagnostics();
      },
      withOwnPages: planned,
    };
  };
  return planned(options.ownPages ?? []);
}

function isPathIn(folder: string, file: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

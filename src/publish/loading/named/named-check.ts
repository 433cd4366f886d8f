/** What is wrong with article files and pictures that are named, and no more known of all others than that rests on. */
import type { Article } from "../../../content/article/article.ts";
import { type Diagnostic, inReadingOrder } from "../../../content/diagnostics/diagnostic.ts";
import type { FileReading } from "../../../content/files/articles-folder.ts";
import { type FolderListing, listArticlesFolder } from "../../../content/files/articles-listing.ts";
import { filesOfFolder } from "../../../content/files/folder-files.ts";
import { houseStyle } from "../../../newsroom/review/house-style.ts";
import { pagesFolder } from "../../../site/pages/own-page.ts";
import { termAliasRules, writtenRules } from "../../../site/redirects/placed-rules.ts";
import { rulesSourceOf, type Site } from "../../../site/settings/site.ts";
import { ownConfigurationFile } from "../../rendering/eleventy/configuration-file.ts";
import { ArticleMemory } from "../articles/article-memory.ts";
import { codesBeforeOwnPages } from "../own-page-files.ts";
import type { Publication } from "../publication.ts";
import { readRedirectsFile } from "../redirects-reading.ts";
import { readSiteFile } from "../site-reading.ts";
import { listStaticFolder } from "../static-files.ts";
import { articleFaults } from "./article-faults.ts";
import { KnownSignatures } from "./known-signatures.ts";
import { readWithPictures } from "./pictures-named.ts";

export type NamedFiles = {
  readonly siteFolder: string;
  /** In the articles folder; relative to the site folder, with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
};

/** Readings by file. */
type Known = ReadonlyMap<string, FileReading>;

type Ground = Pick<Publication, "siteReading" | "redirects" | "listing" | "staticFiles"> & {
  readonly memory: ArticleMemory | undefined;
  readonly known: Known;
};

/** Reading so many articles, or such a share of all, is no matter. */
const fewFiles = 20;
const fewOfAll = 1 / 100;

/** Of all that is wrong with a site, what is told of some files, or names them. */
export function toldOf(files: ReadonlySet<string>, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const names = [...files];
  return diagnostics.filter(
    ({ file, message }) => files.has(file) || names.some((name) => message.includes(name)),
  );
}

/**
 * What a check of the whole site tells of some articles and pictures, but for templates that fail. Other articles are as an
 * earlier process has left them; where that is too few, all are read, and left to the next one.
 *
 * @returns undefined where more has to be looked at: site.yaml is at fault, or pages that Eleventy alone knows decide it
 */
export async function checkNamed(named: NamedFiles): Promise<readonly Diagnostic[] | undefined> {
  const { siteFolder, files, nowMs } = named;
  const { siteReading, redirects, listing, staticFiles, memory, known } = await groundOf(named);
  const { site } = siteReading;
  if (site === undefined || memory === undefined) return undefined;
  const unread = listing.articleFiles.filter((file) => files.has(file) || isNews(known.get(file), files));
  const read = await readWithPictures(siteFolder, listing.pictures, (pictures) =>
    memory.readAnew(unread, pictures),
  );
  const anew = new Map(read.map((reading) => [reading.file, reading]));
  const readings = listing.articleFiles.flatMap((file) => anew.get(file) ?? known.get(file) ?? []);
  const articles = readings.flatMap(({ article }) => article ?? []);
  const signatures = await KnownSignatures.open(siteFolder);
  const ofStyle = houseStyle(
    site,
    articles,
    read.flatMap(({ findings = [] }) => findings),
    nowMs,
    "everything",
    { files, signatureOf: signatures.of },
  );
  await signatures.keep(articles);
  const rules = [...writtenRules(redirects.rules), ...termAliasRules(siteReading.oldTermAddresses ?? [])];
  const beside = { files: staticFiles.files, targets: siteReading.targets ?? [], rules };
  const found = toldOf(files, [
    ...siteReading.diagnostics,
    ...redirects.diagnostics,
    ...listing.diagnostics,
    ...staticFiles.diagnostics,
    ...readings.flatMap(({ diagnostics }) => diagnostics),
    ...ofStyle,
    ...articleFaults(({ file }) => files.has(file), site, articles, { nowMs, drafts: true }, beside),
  ]);
  const isDecided = !restOnOwnPages(
    found,
    articles.filter(({ file }) => files.has(file)),
    site,
  );
  if (!isDecided && (await mayHaveOwnPages(siteFolder))) return undefined;
  return inReadingOrder(found);
}

/** Whether an article has to be read: it is not known, or shows a picture that is named. */
function isNews(known: FileReading | undefined, files: ReadonlySet<string>): boolean {
  return known === undefined || known.article?.pictures.some(({ file }) => files.has(file)) === true;
}

async function groundOf({ siteFolder, files, nowMs }: NamedFiles): Promise<Ground> {
  const [siteReading, redirects, listing, staticFiles] = await Promise.all([
    readSiteFile(siteFolder),
    readRedirectsFile(siteFolder),
    listArticlesFolder(siteFolder),
    listStaticFolder(siteFolder),
  ]);
  const { site } = siteReading;
  const memory = site && (await ArticleMemory.open(siteFolder, rulesSourceOf(site), true));
  const known = knownIn(memory, listing);
  const unknown = listing.articleFiles.filter((file) => !known.has(file) && !files.has(file));
  if (memory === undefined || unknown.length <= Math.max(fewFiles, listing.articleFiles.length * fewOfAll)) {
    return { siteReading, redirects, listing, staticFiles, memory, known };
  }
  const { loadPublication } = await import("../publication.ts");
  const all = await loadPublication({ siteFolder, nowMs, drafts: true, articleCache: true });
  await all.memory?.keep();
  return { ...all, memory: all.memory, known: knownIn(all.memory, all.listing) };
}

function knownIn(memory: ArticleMemory | undefined, { articleFiles, pictures }: FolderListing): Known {
  return memory?.unchanged(articleFiles, pictures) ?? new Map();
}

/** Whether a page that is no article could make other diagnostics of these: links may lead to it, addresses and aliases may be its own. */
function restOnOwnPages(
  found: readonly Diagnostic[],
  articles: readonly Article[],
  { permalink: pattern }: Site,
): boolean {
  return (
    found.some(({ code }) => codesBeforeOwnPages.has(code)) ||
    articles.some(({ aliases, permalink = pattern }) => aliases.length > 0 || !permalink.includes("{year}"))
  );
}

async function mayHaveOwnPages(siteFolder: string): Promise<boolean> {
  if (ownConfigurationFile(siteFolder) !== undefined) return true;
  const rules = { isPassedOver: (name: string) => name.startsWith("."), mayLieElsewhere: false };
  return (await filesOfFolder(siteFolder, pagesFolder, rules)).found.length > 0;
}

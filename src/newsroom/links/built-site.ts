/** The check of a built site: every internal link and fragment of every page, feed and sitemap leads somewhere. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pMapIterable } from "p-map";
import {
  compareText,
  type Diagnostic,
  errorAt,
  inReadingOrder,
  placesIn,
} from "../../content/diagnostics/diagnostic.ts";
import { isAbsence } from "../../content/diagnostics/system-reasons.ts";
import { pathFrom } from "../../content/files/paths.ts";
import { anySite } from "../../content/values/address.ts";
import { grouped } from "../../content/values/grouped.ts";
import { headersMark } from "../../site/machines/headers.ts";
import { readRules, ruleText } from "../../site/redirects/rules-text.ts";
import { basePathOf, siteUrlOf } from "../../site/settings/web-address.ts";
import { type BrokenReference, newReferenceCheck } from "./broken-references.ts";
import { feedReferences, pageReferences, type Reference, sitemapReferences } from "./page-references.ts";

/** A folder that no build has written. */
export class NotABuiltSite extends Error {}

export type BuiltSiteCheck = { readonly pageCount: number; readonly diagnostics: readonly Diagnostic[] };

/** What is wrong in a template shows on every page: so many of them are named. */
const pagesNamedPerTarget = 10;

/**
 * Checks the references of every HTML page of an output folder that Dateline wrote. They may lead to any file there.
 *
 * @param siteFolder what the files in diagnostics are relative to
 * @param articleFiles the article behind a page, by the page's file in the output folder
 * @param ownFiles those that Dateline wrote, where that is known
 * @throws NotABuiltSite
 */
export async function checkBuiltSite(
  outputFolder: string,
  siteFolder: string,
  articleFiles: ReadonlyMap<string, string>,
  ownFiles: ReadonlySet<string> | undefined,
): Promise<BuiltSiteCheck> {
  const read = (file: string) => readFile(join(outputFolder, file), "utf8");
  const headers = await read("_headers").catch((error: unknown) => {
    if (isAbsence(error)) return "";
    throw error;
  });
  if (!headers.startsWith(headersMark)) throw new NotABuiltSite(`${outputFolder} holds no built site`);
  const files = await filesOf(outputFolder);
  const own = ownFiles ?? new Set(files);
  const pages = files.filter((file) => file.endsWith(".html") && own.has(file)).sort(compareText);
  const frontPage = pageReferences(await read("index.html"));
  const siteUrl = siteUrlOf(frontPage.canonical ?? anySite);
  const rules = readRules(await read("_redirects"), basePathOf(siteUrl));
  const check = newReferenceCheck(new Set(files), rules, siteUrl);
  const readPage = async (page: string) => ({ page, html: await read(page) });
  for await (const { page, html } of pMapIterable(pages, readPage, { concurrency: 64 })) {
    check.add(page, pageReferences(html));
  }
  const readers = files.flatMap((file) => {
    const referencesOf = readerOf(file);
    return referencesOf === undefined || !own.has(file) ? [] : [{ file, referencesOf }];
  });
  for await (const { file, references } of pMapIterable(
    readers.sort((a, b) => compareText(a.file, b.file)),
    async ({ file, referencesOf }) => ({ file, references: referencesOf(await read(file)) }),
    { concurrency: 64 },
  )) {
    check.add(file, { references, ids: new Set() });
  }
  const shownPath = (file: string) => pathFrom(siteFolder, join(outputFolder, file));
  const redirectFaults = check.brokenRedirects.map((redirect) =>
    errorAt(
      { file: shownPath("_redirects") },
      "broken-link",
      `the rule "${ruleText(redirect)}" leads to no page or file of the site`,
    ),
  );
  const faults = namedOnes(check.broken()).map(async ({ broken, others }) => {
    const place = placesIn(shownPath(broken.page), await read(broken.page))(broken.offset);
    return errorAt(place, broken.code, messageOf(broken, articleFiles.get(broken.page), others));
  });
  return {
    pageCount: pages.length,
    diagnostics: inReadingOrder([...redirectFaults, ...(await Promise.all(faults))]),
  };
}

/** How to read the addresses that a file for machines names; undefined for all other files. */
function readerOf(file: string): ((text: string) => Reference[]) | undefined {
  if (/^(?:news-)?sitemap(?:-[^/]*)?\.xml$/.test(file)) return sitemapReferences;
  return /(?:^|\/)feed\.xml$/.test(file) ? feedReferences : undefined;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => pathFrom(folder, join(entry.parentPath, entry.name)));
}

type Named = { readonly broken: BrokenReference; readonly others: number };

/** The first references to each target, the last of them with how many more there are. */
function namedOnes(broken: readonly BrokenReference[]): Named[] {
  const byTarget = grouped(broken, ({ code, target }) => `${code} ${target}`);
  return [...byTarget.values()].flatMap((same) => {
    const named = same.slice(0, pagesNamedPerTarget);
    return named.map((one, index) => ({
      broken: one,
      others: index === named.length - 1 ? same.length - named.length : 0,
    }));
  });
}

function messageOf({ target, reason }: BrokenReference, article: string | undefined, others: number): string {
  const where = article === undefined ? "" : `; the page is made of ${article}`;
  const more = others === 0 ? "" : `; so do ${others} more`;
  return `"${target}" leads to ${reason}${where}${more}`;
}

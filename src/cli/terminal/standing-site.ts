/** A site folder as it stands before an import. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Article } from "../../content/article/article.ts";
import { termsOf } from "../../content/article/spellings.ts";
import { type Diagnostic, isError } from "../../content/diagnostics/diagnostic.ts";
import { isAbsence } from "../../content/diagnostics/system-reasons.ts";
import { grouped } from "../../content/values/grouped.ts";
import type { StandingSite } from "../../newsroom/import/archive/standing-site.ts";
import type { StandingTerm } from "../../newsroom/import/terms/kind-of-terms.ts";
import { loadPublication } from "../../publish/loading/publication.ts";
import { KnownProject } from "../../publish/site/project/known-project.ts";
import { someAssets } from "../../publish/site/trial/trial.ts";
import { termAddress } from "../../site/frame/planning.ts";
import { redirectsFile } from "../../site/redirects/redirects-file.ts";
import { addressOf } from "../../site/settings/permalink.ts";
import { siteFile } from "../../site/settings/site.ts";

/**
 * Reads a site folder. Articles that are at fault are passed over: they are told by `npm run check`.
 *
 * @param nowMs milliseconds since 1970: decides what is due
 * @returns what is wrong with site.yaml, where nothing can be known
 */
export async function standingSite(
  siteFolder: string,
  nowMs: number,
): Promise<StandingSite | readonly Diagnostic[]> {
  const publication = await loadPublication({ siteFolder, nowMs, drafts: false, articleCache: true });
  const { articles, siteReading, redirects, staticFiles, ownPageFiles } = publication;
  const { site } = siteReading;
  const faults = [...siteReading.diagnostics, ...redirects.diagnostics].filter(isError);
  if (site === undefined || faults.length > 0) return faults;
  const project = new KnownProject(resolve(siteFolder));
  if (ownPageFiles.files.size > 0) await project.look(publication, { drafts: true, assets: someAssets });
  const { plan } = project.completed(publication);
  const addressesOf = (shown: readonly Article[]) => new Set(shown.flatMap(termsOf).map(termAddress));
  return {
    site,
    settingsText: await readFile(join(siteFolder, siteFile), "utf8"),
    redirectsText: await textOf(join(siteFolder, redirectsFile)),
    addresses: new Map([
      ...articles.map((article) => [addressOf(article, site.permalink), article.file] as const),
      ...(plan?.ownPages ?? []).map(({ address, file }) => [address, file] as const),
    ]),
    used: countedTerms(articles),
    terms: addressesOf(articles),
    listings: addressesOf((plan?.articles ?? []).map(({ article }) => article)),
    files: staticFiles.files.map(({ path }) => path),
  };
}

function countedTerms(articles: readonly Article[]): StandingTerm[] {
  return [...grouped(articles.flatMap(termsOf), termAddress).values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ term: same[0], count: same.length }],
  );
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isAbsence(error)) return "";
    throw error;
  }
}

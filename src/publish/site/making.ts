/** Making what a plan becomes: of its pages and feeds, those that are not up to date. */

import type { Article } from "../../content/article/article.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import type { SearchParts } from "../../search/making/merging/made-parts.ts";
import { type IndexTarget, indexArticles } from "../../search/making/search-index.ts";
import type { Feed } from "../../site/feeds/feed.ts";
import { feedFiles, feedPaths } from "../../site/feeds/feed-files.ts";
import type { ArticleChanges, PlannedPage } from "../../site/frame/planned-pages.ts";
import type { IsSitemapLeft } from "../../site/machines/sitemaps.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { siteFiles } from "../../site/plan/site-files.ts";
import type { Basis } from "../changes/basis.ts";
import { searchFolder, standingIndex } from "../changes/known-parts.ts";
import { isSearchPartOf, pagesOf, yearOf } from "../changes/parts/share.ts";
import type { ChangeWriter } from "../output/change-writer.ts";
import type { LastBuild } from "../output/published.ts";
import type { AssetAddresses } from "../rendering/assets/assets.ts";
import type { PageToRender } from "../rendering/eleventy/job.ts";
import { pageContext } from "../rendering/page-context.ts";
import type { TemplateFaults } from "../rendering/templates/template-fault.ts";
import type { Templates } from "../rendering/templates/templates.ts";

export type Making = {
  readonly plan: Plan;
  readonly basis: Basis;
  readonly assets: AssetAddresses;
  readonly writer: ChangeWriter;
  readonly templates: Templates;
  /** What of the articles has changed since pages of a kind were made; undefined where more has changed. */
  readonly changesFor: (kind: string) => ArticleChanges | undefined;
  /** Takes what is wrong with templates. */
  readonly faults: TemplateFaults;
  /** What is made is this year's alone. */
  readonly year?: string | undefined;
};

/** Every page of a plan. */
export function everyPage(plan: Plan): PageToRender[] {
  return Object.entries(plan.pages).flatMap(([kind, pages]) =>
    pages.map(({ address, view }) => ({ kind, path: outputFileOf(address), view })),
  );
}

/** Renders the pages that are not up to date. Each is written as soon as it is made, and its view forgotten. */
export async function writePages(making: Making): Promise<void> {
  const { plan, basis, writer, year, changesFor } = making;
  const changesOf = onDemandFor((kind: string) => (basis.isVolatile(kind) ? undefined : changesFor(kind)));
  for (const [kind, page] of pagesOf(plan, year)) {
    const changes = changesOf(kind);
    if (changes !== undefined && isLeft(kind, page, changes, making)) continue;
    // Nobody could tell whether that of a year is still as it would be made.
    if (year !== undefined && basis.isVolatile(kind)) continue;
    const stale = staleOne(kind, page, making);
    if (stale === undefined) continue;
    const html = renderedPage(stale, making);
    const text = typeof html === "object" ? await html : html;
    if (text !== undefined) await writer.write(stale.path, text);
  }
}

/** The HTML of a page. Where its template fails that is noted, so that all faults are told together. */
export function renderedPage(
  { kind, path, view }: PageToRender,
  { plan, assets, templates, faults }: Omit<Making, "basis" | "writer" | "changesFor">,
): string | undefined | Promise<string | undefined> {
  return faults.attempt(() => {
    const template = `pages/${kind}.njk`;
    return templates.renderPage(template, pageContext(template, view(), plan.site, assets), path);
  });
}

/** Leaves a page where nothing that it is made of has changed: its key would be the same, and takes time to make. */
function isLeft(
  kind: string,
  { address, isLeftBy }: PlannedPage,
  changes: ArticleChanges,
  { writer }: Making,
): boolean {
  return isLeftBy?.(changes) === true && writer.keep(outputFileOf(address), kind);
}

/** Where there is nothing yet, the key is made when the page is, out of the same sources. */
function staleOne(
  kind: string,
  { address, prepare, view }: PlannedPage,
  { basis, writer }: Making,
): PageToRender | undefined {
  const path = outputFileOf(address);
  const isStale = (sources: object) => writer.isStale(path, basis.keyOf(kind, sources));
  if (basis.isVolatile(kind)) return { kind, path, view };
  if (!writer.isNew(path)) return isStale(prepare().sources) ? { kind, path, view } : undefined;
  const madeWithKey = () => {
    const prepared = prepare();
    isStale(prepared.sources);
    return prepared.view();
  };
  return { kind, path, view: madeWithKey };
}

/**
 * Writes everything that is neither a page nor part of the search nor a picture.
 *
 * @param ownFiles styles, scripts and the like, by path
 */
export async function writeSiteFiles(
  ownFiles: readonly (readonly [path: string, content: string | Uint8Array])[],
  making: Making,
): Promise<void> {
  const { plan, basis, writer, templates, changesFor } = making;
  const files = [...ownFiles, ...siteFiles(plan, isSitemapLeft(making))];
  for (const [path, content] of files) await writer.write(path, content);
  const changes = basis.isVolatile("feed") ? undefined : changesFor("feed");
  const stale = plan.feeds.filter((feed) => changes === undefined || !isFeedLeft(feed, changes, writer));
  for (const { path, feed, text } of feedFiles(stale, plan.site.language, templates.render)) {
    const isStale = basis.isVolatile("feed") || writer.isStale(path, basis.keyOf("feed", feed));
    if (isStale) await writer.write(path, text());
  }
}

/** Makes the function that leaves the sitemap of a year of whose articles, and of those before it, none has changed. */
function isSitemapLeft({ writer, changesFor }: Making): IsSitemapLeft {
  // Like their pages, it rests on settings and code beside the articles.
  const changes = changesFor("article");
  return (path, year) => {
    if (changes === undefined || writer.isNew(path)) return false;
    const isOf = ({ date }: Article) => yearOf(date) === year;
    // A year ends at another moment in each zone.
    const isBefore = Date.UTC(Number(year) + 1, 0, 2) < changes.sinceMs;
    if (!isBefore || [...changes.changed].some(isOf)) return false;
    writer.leave(path);
    return true;
  };
}

/** Leaves the files of a feed where nothing that it is made of has changed. */
function isFeedLeft({ address, isLeftBy }: Feed, changes: ArticleChanges, writer: ChangeWriter): boolean {
  return isLeftBy?.(changes) === true && feedPaths(address).every((path) => writer.keep(path, "feed"));
}

/** Writes the search index; parts that stand in the output folder, or that others have made, are not made again. */
export async function writeSearchIndex(
  last: LastBuild | undefined,
  madeElsewhere: SearchParts,
  { plan, basis, writer, templates, year }: Making,
  ownPages: Promise<ReadonlyMap<string, string>>,
): Promise<SearchParts> {
  if (year !== undefined && basis.search === undefined) return {};
  const standing = basis.search === undefined ? undefined : last && standingIndex(last);
  const target: IndexTarget = {
    write: (path, content) => writer.write(searchFolder + path, content),
    leave: (path) => writer.leave(searchFolder + path),
    standing,
  };
  const known = basis.search === undefined ? {} : { ...madeElsewhere, ...standing?.parts };
  const isWanted = year === undefined ? undefined : (part: string) => isSearchPartOf(part, year);
  return indexArticles(plan, templates.render, target, known, basis.search ?? "", () => ownPages, isWanted);
}

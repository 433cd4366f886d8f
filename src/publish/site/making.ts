/** Making what a plan becomes: of its pages and feeds, those that are not up to date. */
import { outputFileOf } from "../../content/values/address.ts";
import type { SearchParts } from "../../search/making/made-parts.ts";
import { type IndexTarget, indexArticles } from "../../search/making/search-index.ts";
import { feedFiles } from "../../site/feeds/feed-files.ts";
import type { PlannedPage } from "../../site/frame/planned-pages.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { siteFiles } from "../../site/plan/site-files.ts";
import type { Basis } from "../changes/basis.ts";
import { searchFolder, standingParts } from "../changes/known-parts.ts";
import type { ChangeWriter } from "../output/change-writer.ts";
import type { LastBuild } from "../output/standing.ts";
import type { PagesToRender } from "../rendering/eleventy.ts";
import type { PageToRender } from "../rendering/page-data.ts";
import type { Templates } from "../rendering/templates.ts";

export type Making = {
  readonly plan: Plan;
  readonly basis: Basis;
  readonly writer: ChangeWriter;
  readonly templates: Templates;
};

/** The pages that have to be rendered, by kind. */
export function stalePages(making: Making): PagesToRender {
  return Object.fromEntries(
    Object.entries(making.plan.pages).map(([kind, pages]): [string, readonly PageToRender[]] => [
      kind,
      pages.flatMap((page) => staleOne(kind, page, making) ?? []),
    ]),
  );
}

/** Where there is nothing yet, the key is made when the page is, out of the same sources. */
function staleOne(
  kind: string,
  { address, prepare, view }: PlannedPage,
  { basis, writer }: Making,
): PageToRender | undefined {
  const path = outputFileOf(address);
  const isStale = (sources: object) => writer.isStale(path, basis.keyOf(kind, sources));
  if (!writer.isNew(path)) return isStale(prepare().sources) ? { path, view } : undefined;
  const madeWithKey = () => {
    const prepared = prepare();
    isStale(prepared.sources);
    return prepared.view();
  };
  return { path, view: madeWithKey };
}

/**
 * Writes everything that is neither a page nor part of the search nor a picture.
 *
 * @param ownFiles styles, scripts and the like, by path
 */
export async function writeSiteFiles(
  ownFiles: readonly (readonly [path: string, content: string | Uint8Array])[],
  { plan, basis, writer, templates }: Making,
): Promise<void> {
  for (const [path, content] of [...ownFiles, ...siteFiles(plan)]) await writer.write(path, content);
  for (const { path, feed, text } of feedFiles(plan.feeds, plan.site.language, templates.render)) {
    if (writer.isStale(path, basis.keyOf("feed", feed))) await writer.write(path, text());
  }
}

/** Writes the search index; parts that stand in the output folder are not made again. */
export function writeSearchIndex(
  last: LastBuild | undefined,
  { plan, basis, writer, templates }: Making,
): Promise<SearchParts> {
  const target: IndexTarget = {
    write: (path, content) => writer.write(searchFolder + path, content),
    leave: (path) => writer.leave(searchFolder + path),
  };
  return indexArticles(plan, templates.render, target, last && standingParts(last), basis.search);
}

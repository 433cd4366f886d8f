/** Making what a plan becomes: of its pages and feeds, those that are not up to date. */
import { outputFileOf } from "../content/address.ts";
import type { PublishedDesk } from "../site/desk-config.ts";
import type { Plan } from "../site/plan.ts";
import type { PlannedPage } from "../site/planned-pages.ts";
import type { Basis } from "./basis.ts";
import type { ChangeWriter, Writer } from "./change-writer.ts";
import { deskFiles } from "./desk-files.ts";
import type { PagesToRender, PageToRender } from "./eleventy.ts";
import { feedFiles } from "./feed-files.ts";
import type { Freshness } from "./freshness.ts";
import { searchFolder, standingParts } from "./known-parts.ts";
import { type IndexTarget, indexArticles, type SearchParts } from "./search-index.ts";
import { siteFiles } from "./site-files.ts";
import type { LastBuild } from "./standing.ts";
import type { Templates } from "./templates.ts";

export type Making = {
  readonly plan: Plan;
  readonly basis: Basis;
  readonly freshness: Freshness;
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
  { basis, freshness }: Making,
): PageToRender | undefined {
  const path = outputFileOf(address);
  const isStale = (sources: object) => freshness.isStale(path, basis.keyOf(kind, sources));
  if (!freshness.isNew(path)) return isStale(prepare().sources) ? { path, view } : undefined;
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
 * @param assets styles, scripts and the like, by path
 */
export async function writeSiteFiles(
  assets: readonly (readonly [path: string, content: Uint8Array])[],
  { plan, basis, freshness, writer, templates }: Making,
): Promise<void> {
  for (const [path, content] of [...assets, ...siteFiles(plan)]) await writer.write(path, content);
  if (plan.desk !== undefined) await writeDesk(plan.desk, writer);
  for (const { path, feed, text } of feedFiles(plan, templates)) {
    if (freshness.isStale(path, basis.keyOf("feed", feed))) await writer.write(path, text());
  }
}

async function writeDesk({ config, timezone }: PublishedDesk, writer: Writer): Promise<void> {
  for (const [path, content] of await deskFiles()) await writer.write(path, content);
  await writer.write("desk/config.json", JSON.stringify({ config, timezone }));
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
  return indexArticles(plan, templates, target, last && standingParts(last), basis.search);
}

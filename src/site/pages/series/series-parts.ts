/** The parts of series, in the order in which they are read: that of their dates. */
import type { Article } from "../../../content/article/article.ts";
import { grouped } from "../../../content/values/grouped.ts";

/**
 * The parts of each series by its slug, oldest first.
 *
 * @param newestFirst all articles shown
 */
export function seriesParts(newestFirst: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const parts = newestFirst.filter(({ series }) => series !== undefined).reverse();
  return grouped(parts, ({ series }) => series?.slug ?? "");
}

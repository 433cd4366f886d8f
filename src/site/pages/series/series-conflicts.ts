/** Names of series that are written differently and have one address. */
import { type Article, placeInFrontMatter } from "../../../content/article/article.ts";
import { type Diagnostic, errorAt } from "../../../content/diagnostics/diagnostic.ts";
import { compareFiles } from "../../../content/names/name-order.ts";
import { seriesAddress } from "../../../content/names/series.ts";
import { grouped } from "../../../content/values/grouped.ts";

/**
 * What is wrong with the names of series. The name that most articles have is meant, of equals that of the first file; each
 * place where another stands is at fault.
 */
export function seriesConflicts(articles: readonly Article[]): Diagnostic[] {
  const parts = articles.filter(({ series }) => series !== undefined);
  return [...grouped(parts, ({ series }) => series?.slug ?? "").values()].flatMap((ofSlug) => {
    const byName = grouped(ofSlug, ({ series }) => series?.name ?? "");
    if (byName.size === 1) return [];
    const [meant] = [...byName.values()]
      .map((list) => list.toSorted((a, b) => compareFiles(a.file, b.file)))
      .sort((a, b) => b.length - a.length || compareFiles(a[0]?.file ?? "", b[0]?.file ?? ""));
    const [first] = meant ?? [];
    return ofSlug.flatMap((article) => {
      const { series } = article;
      if (series === undefined || first?.series === undefined || series.name === first.series.name) return [];
      const message = `the series "${series.name}" and "${first.series.name}" in ${first.file} have one address, ${seriesAddress(series)}; spell them alike`;
      return [errorAt(placeInFrontMatter(article, ["series"]), "same-slug", message)];
    });
  });
}

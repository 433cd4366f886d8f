/** The pages of series: each names the parts of one, the first part first. */
import type { Article } from "../../../content/article/article.ts";
import { type Series, seriesAddress } from "../../../content/names/series.ts";
import { frameOf } from "../../frame/frame.ts";
import type { SeriesView } from "../../frame/page-views.ts";
import { type PlannedPage, pageOf } from "../../frame/planned-pages.ts";
import type { Planning } from "../../frame/planning.ts";
import { listingNode, seriesNode } from "../../frame/structured-data.ts";
import type { Entry } from "../../frame/views.ts";
import { seriesParts } from "./series-parts.ts";
import { partName } from "./series-place.ts";

/**
 * A page for each series.
 *
 * @param newestFirst all articles shown
 */
export function seriesPages(newestFirst: readonly Article[], planning: Planning): PlannedPage<SeriesView>[] {
  return [...seriesParts(newestFirst).values()].flatMap((parts) => {
    const newest = parts.at(-1);
    if (newest?.series === undefined) return [];
    const { series, date } = newest;
    return {
      ...pageOf(
        seriesAddress(series),
        () => ({ series, dates: datesOf(parts), parts: parts.map(planning.entryOf) }),
        (sources) => seriesPage(sources, planning),
      ),
      newest: date,
      isLeftBy: ({ changed, sinceMs, isGrowth }) =>
        isGrowth && date.epochMs < sinceMs && parts.every((part) => !changed.has(part)),
    };
  });
}

type SeriesSources = {
  readonly series: Series;
  /** The moments of the first and of the last part. */
  readonly dates: { readonly first: number; readonly last: number };
  readonly parts: readonly Entry[];
};

function datesOf(parts: readonly Article[]): SeriesSources["dates"] {
  return { first: parts[0]?.date.epochMs ?? 0, last: parts.at(-1)?.date.epochMs ?? 0 };
}

function seriesPage({ series, dates, parts }: SeriesSources, planning: Planning): SeriesView {
  const { site, texts } = planning;
  const address = seriesAddress(series);
  const listing = listingNode({ address, name: series.name, entries: parts }, site, "Ascending");
  return {
    ...frameOf({ address, heading: series.name, nodes: [listing, seriesNode(series, site)] }, site),
    range: planning.dates.dayRange(dates.first, dates.last),
    parts: parts.map((entry, index) => ({
      name: partName(index + 1, site.language, texts.seriesPart),
      entry,
    })),
  };
}

/** Where an article stands in its series, and which parts are before and after it. */
import type { Article } from "../../../content/article/article.ts";
import { seriesAddress } from "../../../content/names/series.ts";
import { numberText } from "../../../content/values/language.ts";
import { type Planning, storyLink } from "../../frame/planning.ts";
import type { SeriesPlace } from "../../frame/views.ts";
import { textsFor } from "../../settings/texts.ts";
import { seriesParts } from "./series-parts.ts";

export type PlaceInSeries = {
  /** From 1. */
  readonly number: number;
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
};

/**
 * Makes the function that finds the place of an article in its series; undefined where it is in none.
 *
 * @param newestFirst all articles shown
 */
export function placesInSeries(
  newestFirst: readonly Article[],
): (article: Article) => PlaceInSeries | undefined {
  const places = new Map<Article, PlaceInSeries>();
  for (const parts of seriesParts(newestFirst).values()) {
    for (const [index, part] of parts.entries()) {
      places.set(part, { number: index + 1, previous: parts[index - 1], next: parts[index + 1] });
    }
  }
  return (article) => places.get(article);
}

/** The same as readers of the article are told. No page says how many parts there are, so that none changes with each. */
export function seriesPlace(
  { series, language }: Article,
  place: PlaceInSeries | undefined,
  planning: Planning,
): SeriesPlace | undefined {
  if (series === undefined || place === undefined) return undefined;
  const { seriesPart } = textsFor(language, planning.site.language);
  const neighbour = (article: Article | undefined, number: number) =>
    article === undefined
      ? []
      : { ...storyLink(article, language, planning), part: partName(number, language, seriesPart) };
  const { number, previous, next } = place;
  return {
    heading: { name: series.name, href: seriesAddress(series) },
    part: partName(number, language, seriesPart),
    neighbours: [neighbour(previous, number - 1), neighbour(next, number + 1)].flat(),
  };
}

/**
 * "Part 2"
 *
 * @param language that of the words
 */
export function partName(number: number, language: string, words: string): string {
  return words.replace("{number}", numberText(number, language));
}

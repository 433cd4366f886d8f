/** What the search knows of each article. */
import type { Article } from "../../content/article/article.ts";
import type { BodyHtml } from "../../content/markup/body-html.ts";
import type { Term } from "../../content/names/terms.ts";
import { calendarDay, machineDate } from "../../content/values/moment.ts";
import { slugOf } from "../../content/values/slug.ts";
import { categoriesAbove, focusClasses } from "../../site/frame/planning.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { dateTexts } from "../../site/settings/date-text.ts";
import { labelOf } from "../../site/stories/labels.ts";
import { type ByFacet, dayNumber, type MetaName, metaNames } from "../index-format.ts";

export type SearchRecord = {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Terms, as words to be found. */
  readonly keywords: string;
  readonly body: BodyHtml;
  readonly language: string;
  /** Days since 1970, in the site's zone. */
  readonly day: number;
  /** `2026-05`, in the site's zone. */
  readonly month: string;
  /** Values of facets: slug, space, name. */
  readonly facets: ByFacet<readonly string[]>;
  /** What a result shows beside its title. */
  readonly metas: readonly { readonly name: MetaName; readonly value: string }[];
};

/** The records of the articles a plan shows, newest first. */
export function searchRecords(plan: Plan): SearchRecord[] {
  return plan.articles.map(({ article, address }) => recordOf(article, address, plan));
}

function recordOf(article: Article, address: string, { site }: Plan): SearchRecord {
  const [year, month, day] = calendarDay(article.date);
  const source = article.source === undefined ? [] : [article.source.term];
  const terms = [...article.categories, ...article.tags, ...source, ...article.authors];
  const place = article.place ?? "";
  const placeSlug = slugOf(place, site.language);
  return {
    address,
    title: article.title,
    description: article.standfirst ?? "",
    keywords: [...terms.map((term) => term.name), place].filter((name) => name !== "").join(", "),
    body: article.bodyHtml,
    language: article.language,
    day: dayNumber(`${year}-${month}-${day}`),
    month: `${year}-${month}`,
    facets: {
      category: article.categories.map(facetValue),
      tag: article.tags.map(facetValue),
      source: source.map(facetValue),
      author: article.authors.map(facetValue),
      place: placeSlug === "" ? [] : [`${placeSlug} ${place}`],
      year: [`${year} ${year}`],
      language: [`${slugOf(article.language)} ${article.language}`],
    },
    metas: metasOf(article, site.language, site.timezone),
  };
}

function metasOf(article: Article, language: string, timezone: string): SearchRecord["metas"] {
  const isForeign = article.language !== language;
  const values: Readonly<Record<MetaName, string | undefined>> = {
    date: machineDate(article.date),
    day: dateTexts(language, timezone).day(article.date.epochMs),
    categories: article.categories
      .slice(0, categoriesAbove)
      .map((category) => category.name)
      .join(", "),
    source: article.source?.term.name,
    label: labelOf(article, language),
    summary: article.description,
    picture: article.image?.rendition.src,
    focus: article.image?.focus && focusClasses(article.image.focus),
    language: isForeign ? article.language : undefined,
    direction: isForeign ? article.direction : undefined,
  };
  return metaNames.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [{ name, value }];
  });
}

function facetValue(term: Term): string {
  return `${term.slug} ${term.name}`;
}

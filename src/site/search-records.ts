/** What the search knows of each article. */
import type { Article } from "../content/article.ts";
import { calendarDay } from "../content/moment.ts";
import type { Term } from "../content/terms.ts";
import { dateTexts } from "./date-text.ts";
import type { Plan } from "./plan.ts";

type NamedValue = { readonly name: string; readonly value: string };

export type SearchRecord = {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  /** Terms, as words to be found. */
  readonly keywords: string;
  /** Safe HTML. */
  readonly body: string;
  readonly language: string;
  /** Milliseconds since 1970: what results are sorted by. */
  readonly date: number;
  /** Value: slug, space, name. Slugs hold no space. */
  readonly filters: readonly NamedValue[];
  /** What a result shows beside its title. */
  readonly metas: readonly NamedValue[];
};

/** The records of the articles a plan shows. */
export function searchRecords(plan: Plan): SearchRecord[] {
  return plan.articles.map(({ article, address }) => recordOf(article, address, plan));
}

function recordOf(article: Article, address: string, plan: Plan): SearchRecord {
  const [year] = calendarDay(article.date);
  const source = article.source?.term;
  const terms = [...article.categories, ...article.tags, ...(source === undefined ? [] : [source])];
  const metas: NamedValue[] = [
    { name: "date", value: article.date.iso },
    {
      name: "day",
      value: dateTexts(plan.site.language, plan.site.timezone).day(article.date.epochMs),
    },
    { name: "categories", value: article.categories.map((category) => category.name).join(", ") },
  ];
  if (source !== undefined) metas.push({ name: "source", value: source.name });
  if (article.language !== plan.site.language) {
    metas.push(
      { name: "language", value: article.language },
      { name: "direction", value: article.direction },
    );
  }
  return {
    address,
    title: article.title,
    description: article.standfirst ?? "",
    keywords: [...terms, ...article.authors].map((term) => term.name).join(", "),
    body: article.bodyHtml,
    language: article.language,
    date: article.date.epochMs,
    filters: [...terms.map(filterOf), { name: "year", value: `${year} ${year}` }],
    metas,
  };
}

function filterOf(term: Term): NamedValue {
  return { name: term.kind, value: `${term.slug} ${term.name}` };
}

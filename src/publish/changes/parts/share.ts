/** What of a plan is a year's: the share of one of several machines that make a site. All of them together make most of it, and none the same. */
import type { Article } from "../../../content/article/article.ts";
import { calendarDay, type Moment } from "../../../content/values/moment.ts";
import type { PlannedPage } from "../../../site/frame/planned-pages.ts";
import type { Plan } from "../../../site/plan/plan.ts";

/** Which work a build does where several machines make a site: that of a year, or what is left when all years are made. */
export type InParts = { readonly kind: "year"; readonly year: string } | { readonly kind: "merge" };

/** The year whose share a build makes; undefined where it makes more. */
export function yearIn(inParts: InParts | undefined): string | undefined {
  return inParts?.kind === "year" ? inParts.year : undefined;
}

/** The year of a moment, in digits, as it is called where it was written. */
export function yearOf(date: Moment): string {
  return calendarDay(date)[0];
}

/** The years of articles, oldest first. */
export function yearsOf(articles: Iterable<Article>): string[] {
  const years = new Set<string>();
  for (const { date } of articles) years.add(yearOf(date));
  return [...years].sort();
}

/**
 * The pages of a plan with their kinds: those of a year, or all. An article is of the year of its date, and a listing of that of its
 * newest article. Front page, indexes and all else that tells of no article are of none.
 */
export function* pagesOf(plan: Plan, year?: string): Generator<readonly [kind: string, page: PlannedPage]> {
  for (const [kind, pages] of Object.entries(plan.pages)) {
    for (const [index, page] of pages.entries()) {
      const date = kind === "article" ? plan.articles[index]?.article.date : page.newest;
      if (year === undefined || (date !== undefined && yearOf(date) === year)) yield [kind, page];
    }
  }
}

/** Of the articles of a plan, those of a year, or all, and then the pictures of authors, too. */
export function shownOf(plan: Plan, year?: string): Pick<Plan, "articles" | "portraits"> {
  if (year === undefined) return plan;
  return { articles: plan.articles.filter(({ article }) => yearOf(article.date) === year), portraits: [] };
}

/**
 * Whether a part of the search index is of a year: that of its first month, by which it is named. The newest part has no name,
 * and is of none.
 */
export function isSearchPartOf(name: string, year: string): boolean {
  return name.startsWith(`${year}-`);
}

/** Filing: the articles of each term and of each month. */
import type { Article } from "../../content/article/article.ts";
import type { Term, TermKind } from "../../content/names/terms.ts";
import { grouped } from "../../content/values/grouped.ts";
import { calendarDay } from "../../content/values/moment.ts";
import type { Site } from "../settings/site.ts";

/**
 * Files articles under their categories, tags, authors and sources. Listed categories have a page even before their first
 * article: the masthead links to them.
 */
export function articlesByTerm(shown: readonly Article[], site: Site): Map<Term, Article[]> {
  const byTerm = new Map<Term, Article[]>();
  for (const term of site.terms.category?.terms ?? []) byTerm.set(term, []);
  const bySlug = new Map<string, Term>();
  const firstOf = new Map<Term, Term>();
  for (const article of shown) {
    const { source } = article;
    const terms = [...article.categories, ...article.tags, ...article.authors];
    for (const term of source === undefined ? terms : [...terms, source.term]) {
      let first = firstOf.get(term);
      if (first === undefined) {
        const key = `${term.kind}/${term.slug}`;
        first = bySlug.get(key) ?? term;
        bySlug.set(key, first);
        firstOf.set(term, first);
      }
      const filed = byTerm.get(first);
      if (filed === undefined) byTerm.set(first, [article]);
      // Two spellings in one article are an error that the preview shows, and one story.
      else if (filed.at(-1) !== article) filed.push(article);
    }
  }
  return byTerm;
}

/** `year` and `month` in digits: `2026`, `05`. */
export type FiledMonth = { readonly year: string; readonly month: string; readonly articles: Article[] };

/** Files articles under the months of their dates, each as it is called where it was written. */
export function articlesByMonth(shown: readonly Article[]): FiledMonth[] {
  const months = grouped(shown, ({ date }) => calendarDay(date).slice(0, 2).join("-"));
  return [...months].map(([name, articles]) => {
    const [year = "", month = ""] = name.split("-");
    return { year, month, articles };
  });
}

/** How many articles each term of a kind has. */
export function countsOf(kind: TermKind, byTerm: ReadonlyMap<Term, readonly Article[]>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const [term, articles] of byTerm) if (term.kind === kind) counts.set(term, articles.length);
  return counts;
}

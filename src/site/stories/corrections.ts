/** Corrections: what articles had wrong, each with an address of its own. */
import type { Article } from "../../content/article/article.ts";
import { compareFiles, compareNames } from "../../content/names/name-order.ts";
import { calendarDay, type Moment } from "../../content/values/moment.ts";

export type Correction = {
  readonly article: Article;
  readonly date: Moment;
  readonly text: string;
  /** The id of its notice on the article's page. */
  readonly anchor: string;
};

/**
 * The corrections of an article, in its own order. Anchors are made from the day (`correction-2026-11-21`,
 * the second of a day `correction-2026-11-21-2`), so that a later correction leaves the others' as they are.
 */
export function correctionsOf(article: Article): Correction[] {
  const ofDay = new Map<string, number>();
  return article.corrections.map(({ date, text }) => {
    const day = calendarDay(date).join("-");
    const count = (ofDay.get(day) ?? 0) + 1;
    ofDay.set(day, count);
    const anchor = count === 1 ? `correction-${day}` : `correction-${day}-${count}`;
    return { article, date, text, anchor };
  });
}

/** The corrections of all articles given, newest first; the order is the same on every machine. */
export function newestCorrections(articles: readonly Article[]): Correction[] {
  return articles
    .flatMap(correctionsOf)
    .sort(
      (a, b) =>
        b.date.epochMs - a.date.epochMs ||
        compareFiles(b.article.file, a.article.file) ||
        compareNames(b.anchor, a.anchor),
    );
}

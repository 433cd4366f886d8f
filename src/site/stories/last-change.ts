/** When an article was last changed for its readers. */
import type { Article } from "../../content/article/article.ts";
import type { Moment } from "../../content/values/moment.ts";

/** The latest of its date, its update and its corrections. */
export function lastChangeOf(article: Article): Moment {
  const { date, updated, corrections } = article;
  const changes = [...(updated === undefined ? [] : [updated]), ...corrections.map((each) => each.date)];
  return changes.reduce((latest, change) => (change.epochMs > latest.epochMs ? change : latest), date);
}

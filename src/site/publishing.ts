/** Which articles are published at a moment, and in what order. */
import type { Article } from "../content/article.ts";
import { compareText } from "../content/diagnostic.ts";

export type Standing = "published" | "draft" | "scheduled" | "expired";

/** Where an article stands at a moment. `nowMs`: milliseconds since 1970. */
export function standingOf(article: Article, nowMs: number): Standing {
  if (article.draft) return "draft";
  if (article.date.epochMs > nowMs) return "scheduled";
  return article.expires !== undefined && article.expires.epochMs <= nowMs ? "expired" : "published";
}

/** Newest first; of the same moment, by file name, so that the order is the same on every machine. */
export function newestFirst(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => b.date.epochMs - a.date.epochMs || compareText(a.file, b.file));
}

/** Which articles are published at a moment, and in what order. */
import type { Article } from "../../content/article/article.ts";
import { compareFiles } from "../../content/names/name-order.ts";

export type Standing = "published" | "draft" | "scheduled" | "expired";

/** Where an article stands at a moment. `nowMs`: milliseconds since 1970. */
export function standingOf(article: Article, nowMs: number): Standing {
  if (article.draft) return "draft";
  if (article.date.epochMs > nowMs) return "scheduled";
  return article.expires !== undefined && article.expires.epochMs <= nowMs ? "expired" : "published";
}

/** Whether an article is out at a moment, or would be if it were no draft. */
export function mayLead({ date, expires }: Article, nowMs: number): boolean {
  return date.epochMs <= nowMs && (expires === undefined || expires.epochMs > nowMs);
}

/** The place on the front page that was chosen for an article and is its own at a moment; undefined where there is none. */
export function chosenPlace({ priority }: Article, nowMs: number): number | undefined {
  return priority?.until === undefined || priority.until.epochMs > nowMs ? priority?.place : undefined;
}

/**
 * Newest first. Of the same moment, which stories dated by the day alone have in common, the one whose file has the
 * later name counts as the newer: one more that is numbered on, or named later, joins the newest end and moves no other.
 */
export function newestFirst(articles: readonly Article[]): Article[] {
  return [...articles].sort((a, b) => b.date.epochMs - a.date.epochMs || compareFiles(b.file, a.file));
}

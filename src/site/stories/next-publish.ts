/**
 * The moment at which the site has to be built again, because a story is due, expires or steps back: found by the build, published
 * with the site, and read by what starts the next build. Nothing here may need a package: that runs without any.
 */
import type { Article } from "../../content/article/article.ts";
import type { Moment } from "../../content/values/moment.ts";

export type NextPublish = {
  /** What a story does then: it comes out, is taken down, or leaves its place on the front page. */
  readonly what: "due" | "expires" | "steps back";
  readonly moment: Moment;
};

/** Where the moment is published, relative to the site: a well-known place (RFC 8615). */
export const nextPublishFile = ".well-known/next-publish.json";

/** The first moment after `nowMs` (milliseconds since 1970) at which a story makes the site another. Drafts never do. */
export function nextPublishOf(articles: readonly Article[], nowMs: number): NextPublish | undefined {
  let next: NextPublish | undefined;
  for (const article of articles) {
    const change = nextChangeOf(article, nowMs);
    if (change === undefined) continue;
    if (next === undefined || change.moment.epochMs < next.moment.epochMs) next = change;
  }
  return next;
}

/** A story expires and steps back after it is due; what has expired stands nowhere. */
function nextChangeOf({ draft, date, expires, priority }: Article, nowMs: number): NextPublish | undefined {
  if (draft) return undefined;
  if (date.epochMs > nowMs) return { what: "due", moment: date };
  if (expires !== undefined && expires.epochMs <= nowMs) return undefined;
  const until = priority?.until;
  if (until !== undefined && until.epochMs > nowMs && !(expires && expires.epochMs <= until.epochMs)) {
    return { what: "steps back", moment: until };
  }
  return expires && { what: "expires", moment: expires };
}

/** The text of the file: `{"next": "2026-12-01T08:30:00+08:00"}` or `{"next": null}`, and nothing of the story. */
export function nextPublishText(next: NextPublish | undefined): string {
  return `{"next": ${JSON.stringify(next?.moment.iso ?? null)}}\n`;
}

export type PublishDecision =
  | { readonly kind: "due" | "not due" }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * Whether the site has to be built now. What cannot be read is never due: a site that is out of reach must not be
 * built again and again.
 *
 * @param text of the published file
 * @param nowMs milliseconds since 1970
 */
export function decisionOf(text: string, nowMs: number): PublishDecision {
  const next = nextIn(text);
  if (next === null) return { kind: "not due" };
  const nextMs = typeof next === "string" && isoMoment.test(next) ? Date.parse(next) : Number.NaN;
  if (Number.isNaN(nextMs)) return { kind: "unknown", reason: `it does not hold {"next": …} with a moment` };
  return { kind: nextMs <= nowMs ? "due" : "not due" };
}

const isoMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

function nextIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "next" in value ? value.next : undefined;
  } catch {
    return undefined;
  }
}

/** What of the shown articles has changed since the last build of an output, so that pages that rest on none of it are left as they are. */
import type { Article } from "../../content/article/article.ts";
import type { Term } from "../../content/names/terms.ts";
import { digestOfValue } from "../../content/values/digest.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import type { ArticleChanges } from "../../site/frame/planned-pages.ts";
import type { ShownArticle } from "../../site/plan/plan.ts";
import type { Published } from "../output/published.ts";
import type { Basis } from "./basis.ts";

/** Each article that is shown, by file: what it says, when it is from, and what the pages of others may show of it. */
export type ArticleStates = ReadonlyMap<string, string>;

/** @param last those of a build with the same settings and the same code: what is the same needs no digest */
export function statesOf(articles: readonly ShownArticle[], last: ArticleStates = new Map()): ArticleStates {
  return new Map(
    articles.map((located) => [located.article.file, stateOf(located, last.get(located.article.file))]),
  );
}

function stateOf({ article, address, card }: ShownArticle, last: string | undefined): string {
  const { digest, bodyHtml, image, date } = article;
  const picture = image === undefined ? "" : digestOfValue(image);
  // All of an article comes from its file, the pictures it names, and settings and code; newer ones decide whether it has a card.
  const known = `${digest}:${bodyHtml.digest}:${picture}${card === undefined ? "" : ":card"} ${date.epochMs} `;
  return last?.startsWith(known) ? last : known + outsideOf(article, address);
}

/** What decides where else an article stands, and what of it other articles' pages show. */
function outsideOf(article: Article, address: string): string {
  const { title, language, kind, image, series, categories, tags, authors, source } = article;
  const nameOf = ({ kind, slug, name }: Term) => [kind, slug, name];
  const terms = [...categories, ...tags, ...authors, ...(source === undefined ? [] : [source.term])];
  const picture = image && [image.rendition.src, image.alt, image.focus];
  return digestOfValue([title, address, language, kind, picture, series, terms.map(nameOf)]);
}

/**
 * The states of the articles that are shown, and what has changed of them since a build.
 *
 * @param last of the build before, where there was one
 * @param ofKind what all pages of a kind rest on now
 * @param isPartial whether what is not out is shown, too, or the pages of a year alone are made: then nothing is known
 */
export function articlesSince(
  last: Pick<Published, "articles" | "bases"> | undefined,
  articles: readonly ShownArticle[],
  ofKind: Basis["ofKind"],
  isPartial: boolean,
): {
  readonly states: ArticleStates;
  /** For a kind of page; undefined where more than articles has changed that pages of the kind rest on. */
  readonly changesFor: (kind: string) => ArticleChanges | undefined;
} {
  // What is shown before it is out bears a mark that goes by itself.
  if (isPartial) return { states: new Map(), changesFor: () => undefined };
  const isSame = (kind: string) => last?.bases[kind] === ofKind(kind);
  const states = statesOf(articles, isSame("article") ? last?.articles : undefined);
  const changes = onDemand(() => articleChanges(articles, states, last?.articles ?? new Map()));
  return { states, changesFor: (kind) => (isSame(kind) ? changes() : undefined) };
}

/** Compares the articles that are shown with those of the last build. */
export function articleChanges(
  articles: readonly ShownArticle[],
  now: ArticleStates,
  last: ArticleStates,
): ArticleChanges {
  const changed = new Set<Article>();
  let sinceMs = Number.POSITIVE_INFINITY;
  let isGrowth = true;
  for (const { article } of articles) {
    const [state, before] = [now.get(article.file) ?? "", last.get(article.file)];
    if (state === before) continue;
    changed.add(article);
    if (before !== undefined && standsAsBefore(state, before)) continue;
    sinceMs = Math.min(sinceMs, article.date.epochMs, before === undefined ? sinceMs : momentIn(before));
    if (before !== undefined) isGrowth = false;
  }
  for (const [file, before] of last) {
    if (now.has(file)) continue;
    sinceMs = Math.min(sinceMs, momentIn(before));
    isGrowth = false;
  }
  return { changed, sinceMs, isGrowth };
}

/** Whether only the article itself says something else. */
function standsAsBefore(state: string, before: string): boolean {
  return state.slice(state.indexOf(" ")) === before.slice(before.indexOf(" "));
}

function momentIn(state: string): number {
  return Number(state.split(" ")[1]);
}

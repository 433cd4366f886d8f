/** Cards: pictures of a headline, for articles that have no picture of their own. */

import type { Article } from "../../content/article/article.ts";
import { hexDigest } from "../../content/values/digest.ts";
import type { Direction } from "../../content/values/language.ts";
import type { Planning } from "../frame/planning.ts";

/** Pixels: what the sites that show cards ask for. https://ogp.me/#structured */
export const cardSize = { width: 1200, height: 630 } as const;

/** What a card shows. */
export type CardText = {
  readonly siteTitle: string;
  readonly title: string;
  readonly category: string;
  /** BCP 47: decides between the shapes that one character has in several languages. */
  readonly language: string;
  readonly direction: Direction;
  /** The site's own colour, where it has one. */
  readonly accent?: string;
};

export type Card = CardText & {
  /** Path in the output folder, named by what the card shows. */
  readonly file: string;
};

/** Changes whenever the drawing does, so that no card of an older drawing is taken for one of today. */
const drawing = 3;

/** So many of the newest articles have cards: older ones are seldom shared, and cards of an archive would take most of its first build. */
const articlesWithCards = 1000;

/**
 * From which moment on articles have cards, in milliseconds since 1970. A moment, not a count: articles of one moment are treated alike.
 *
 * @param newestFirst the articles that are shown
 */
export function cardsSince(newestFirst: readonly Article[]): number {
  return newestFirst[articlesWithCards - 1]?.date.epochMs ?? Number.NEGATIVE_INFINITY;
}

/** The card of an article; undefined where it is older, has a picture, or the site wants no cards. */
export function cardOf(
  article: Article,
  { site, cardsSinceMs }: Pick<Planning, "site" | "cardsSinceMs">,
): Card | undefined {
  if (!site.cards || article.image !== undefined || article.date.epochMs < cardsSinceMs) return undefined;
  const text: CardText = {
    siteTitle: site.title,
    title: article.title,
    category: article.categories[0]?.name ?? "",
    language: article.language,
    direction: article.direction,
    ...(site.accent && { accent: site.accent.light }),
  };
  const name = hexDigest(JSON.stringify([drawing, Object.entries(text)]));
  return { ...text, file: `media/${name.slice(0, 2)}/${name.slice(2, 18)}-card.png` };
}

/** What stands about an article around its text: who wrote it, what it holds, when it was put right, how it is shared. */
import type { Article } from "../../../content/article/article.ts";
import { withHeadingLinks } from "../../../content/article/reading/headings.ts";
import { BodyHtml } from "../../../content/markup/body-html.ts";
import type { Term } from "../../../content/names/terms.ts";
import { grouped } from "../../../content/values/grouped.ts";
import { localesOf, numberText } from "../../../content/values/language.ts";
import { machineDate } from "../../../content/values/moment.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import type { Planning } from "../../frame/planning.ts";
import type { ArticleView, Link } from "../../frame/views.ts";
import { shareLink } from "../../look/share-links.ts";
import { dateTexts } from "../../settings/date-text.ts";
import { type Texts, textsFor } from "../../settings/texts.ts";
import { correctionsOf } from "../../stories/corrections.ts";

/** So many parts are worth a list of them. */
const partsWorthContents = 4;

// To make one takes longer than to use it.
const listFormat = onDemandFor(
  (language: string) => new Intl.ListFormat(localesOf(language), { type: "conjunction" }),
);

/** The text as readers of the page get it: parts of it can be linked to. */
export function bodyWithLinks({ bodyHtml, headings }: Article): BodyHtml {
  if (headings.length === 0) return bodyHtml;
  return new BodyHtml(bodyHtml.digest, () => withHeadingLinks(String(bodyHtml), headings));
}

/** Links to the parts of a long text. */
export function contentsOf({ headings }: Article): Link[] {
  const parts = headings.filter(({ level, text }) => level === 2 && text !== "");
  return parts.length < partsWorthContents
    ? []
    : parts.map(({ text, id }) => ({ name: text, href: `#${id}` }));
}

/** "Mei Tan and Daniel Okoro", as the article's language lists names. */
export function bylineOf({ authors, language }: Article, { linkTo }: Planning): ArticleView["byline"] {
  const links = authors.map(linkTo);
  let next = 0;
  return listFormat(language)
    .formatToParts(links.map(({ name }) => name))
    .map(({ type, value }) => (type === "element" && links[next++]) || { text: value });
}

/** The day of the latest correction, and where that stands. */
export function correctedOf(article: Article, { site }: Planning): ArticleView["corrected"] {
  const [first, ...others] = correctionsOf(article);
  if (first === undefined) return undefined;
  const { anchor, date } = others.reduce((a, b) => (b.date.epochMs >= a.date.epochMs ? b : a), first);
  const text = dateTexts(article.language, site.timezone).day(date.epochMs);
  return { iso: machineDate(date), text, href: `#${anchor}` };
}

/** "3 min read" */
export function readingTimeOf(
  { readingMinutes, language }: Article,
  { readingTime }: Texts,
): string | undefined {
  if (readingMinutes === undefined) return undefined;
  return readingTime.replace("{minutes}", numberText(readingMinutes, language));
}

/** Links by which readers share it. */
export function shareLinksOf({ title }: Article, url: string, texts: Texts, { site }: Planning): Link[] {
  const words = { link: texts.shareLink, mail: texts.shareMail };
  return site.share.map((target) => {
    const { name, href } = shareLink(target, { title, url });
    return { name: name ?? (target === "mail" ? words.mail : words.link), href };
  });
}

/** Makes the function that gives the articles right before one in its first category, newest first. */
export function olderInSection(
  newestFirst: readonly Article[],
  limit: number,
): (article: Article) => readonly Article[] {
  const sections = grouped(newestFirst, ({ categories }) => categories[0]?.slug ?? "");
  const places = new Map<Article, number>();
  for (const articles of sections.values())
    for (const [place, one] of articles.entries()) places.set(one, place);
  return (article) => {
    const place = places.get(article) ?? 0;
    const articles = sections.get(article.categories[0]?.slug ?? "") ?? [];
    return articles.slice(place + 1, place + 1 + limit);
  };
}

/** "More from Business", in the article's language. */
export function moreHeading(section: Term, article: Article, planning: Planning): Link {
  const { name, href } = planning.linkTo(section);
  return {
    name: textsFor(article.language, planning.site.language).moreFrom.replace("{name}", () => name),
    href,
  };
}

/** The pages of the articles. */
import type { Article } from "../../content/article/article.ts";
import { withHeadingLinks } from "../../content/article/reading/headings.ts";
import { BodyHtml } from "../../content/markup/body-html.ts";
import type { Term } from "../../content/names/terms.ts";
import { type Moment, machineDate } from "../../content/values/moment.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import { cardOf, cardSize } from "../frame/cards.ts";
import { frameOf } from "../frame/frame.ts";
import { type PlannedPage, pageOf } from "../frame/planned-pages.ts";
import { foreignTo, type Planning, pictureView } from "../frame/planning.ts";
import type { Indexing } from "../frame/source-policy.ts";
import { articleNode, publisherNode } from "../frame/structured-data.ts";
import type { ArticleContent, ArticleView, Frame, Link } from "../frame/views.ts";
import { dateTexts } from "../settings/date-text.ts";
import { textsFor } from "../settings/texts.ts";
import { webAddressOf } from "../settings/web-address.ts";
import { correctionsOf } from "../stories/corrections.ts";
import { labelOf } from "../stories/labels.ts";
import { lastChangeOf } from "../stories/last-change.ts";
import { relatedOlder } from "../stories/related.ts";

const relatedLimit = 4;

/** So many parts are worth a list of them. */
const partsWorthContents = 4;

/** A page for each article, in the order given. */
export function articlePages(
  newestFirst: readonly Article[],
  planning: Planning,
): PlannedPage<ArticleView>[] {
  const relatedOf = onDemand(() => relatedOlder(newestFirst.toReversed(), subjectsOf, relatedLimit));
  return newestFirst.map((article, index) => {
    const next = newestFirst[index - 1];
    return {
      ...pageOf(
        planning.addressOf(article),
        () => sourcesOf(article, newestFirst[index + 1], next, relatedOf()(article), planning),
        (sources) => articlePage(sources, planning),
      ),
      // Related stories and the previous one are older, and no more of them is shown than has stayed the same.
      isLeftBy: ({ changed, sinceMs, isGrowth }) =>
        !changed.has(article) && (next ?? article).date.epochMs < sinceMs && (next !== undefined || isGrowth),
    };
  });
}

function sourcesOf(
  article: Article,
  previous: Article | undefined,
  next: Article | undefined,
  related: readonly Article[],
  planning: Planning,
): ArticleSources {
  const linkTo = (other: Article): Link => ({
    name: other.title,
    href: planning.addressOf(other),
    foreign: foreignTo(other, article.language),
  });
  return {
    article,
    indexing: planning.indexingOf(article),
    mark: planning.markOf(article, textsFor(article.language, planning.site.language)),
    related: related.map(linkTo),
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
  };
}

/** What the page of an article is made of. Of other articles it names, it shows no more than these links. */
type ArticleSources = Pick<ArticleView, "mark" | "related" | "previous" | "next"> & {
  readonly article: Article;
  readonly indexing: Indexing;
};

/** What of an article is shown on its page and in feeds alike. */
export function articleContent(article: Article, planning: Planning): ArticleContent {
  const { site } = planning;
  const dates = dateTexts(article.language, site.timezone);
  const texts = textsFor(article.language, site.language);
  return {
    language: article.language,
    direction: article.direction,
    texts,
    label: labelOf(article, texts),
    image: article.image && {
      ...pictureView(article.image),
      caption: article.image.caption,
      credit: article.image.credit,
    },
    body: article.bodyHtml,
    corrections: correctionsOf(article).map((correction) => ({
      anchor: correction.anchor,
      date: { iso: machineDate(correction.date), text: dates.day(correction.date.epochMs) },
      text: correction.text,
    })),
    source: article.source && {
      ...siteLink(article.source.term, article, planning),
      original: article.source.url,
    },
  };
}

/** Categories and sources are named in the site's language. */
function siteLink(term: Term, { language }: Article, { site, linkTo }: Planning): Link {
  const foreign =
    language === site.language ? undefined : { language: site.language, direction: site.direction };
  return { ...linkTo(term), foreign };
}

function articlePage({ article, indexing, ...shown }: ArticleSources, planning: Planning): ArticleView {
  const { site } = planning;
  const dates = dateTexts(article.language, site.timezone);
  const instant = (moment: Moment) => ({ iso: machineDate(moment), text: dates.moment(moment) });
  const categories = article.categories.map((category) => siteLink(category, article, planning));
  const shareImage = shareImageOf(article, planning);
  const frame = frameOf(
    {
      address: planning.addressOf(article),
      heading: article.title,
      path: categories.slice(0, 1),
      description: article.description,
      language: article.language,
      canonical: indexing.canonical,
      robots: indexing.robots,
      shareImage,
      story: {
        published: article.date,
        modified: lastChangeOf(article),
        section: categories[0]?.name,
        tags: article.tags.map((tag) => tag.name),
        authors: article.authors.map((author) => webAddressOf(planning.linkTo(author).href, site.url)),
      },
      nodes: [
        articleNode(article, shareImage === undefined ? [] : [shareImage.url], planning),
        publisherNode(planning.site),
      ],
    },
    site,
  );
  return {
    ...frame,
    ...articleContent(article, planning),
    ...shown,
    body: bodyWithLinks(article),
    contents: contentsOf(article),
    categories,
    standfirst: article.standfirst,
    byline: bylineOf(article, planning),
    published: instant(article.date),
    updated: article.updated && instant(article.updated),
    tags: article.tags.map(planning.linkTo),
  };
}

/** The text as readers of the page get it: parts of it can be linked to. */
function bodyWithLinks({ bodyHtml, headings }: Article): BodyHtml {
  if (headings.length === 0) return bodyHtml;
  return new BodyHtml(bodyHtml.digest, () => withHeadingLinks(String(bodyHtml), headings));
}

function contentsOf({ headings }: Article): Link[] {
  const parts = headings.filter(({ level }) => level === 2);
  return parts.length < partsWorthContents
    ? []
    : parts.map(({ text, id }) => ({ name: text, href: `#${id}` }));
}

/** "Mei Tan and Daniel Okoro", as the article's language lists names. */
function bylineOf({ authors, language }: Article, { linkTo }: Planning): ArticleView["byline"] {
  const links = authors.map(linkTo);
  let next = 0;
  return new Intl.ListFormat(language, { type: "conjunction" })
    .formatToParts(links.map(({ name }) => name))
    .map(({ type, value }) => (type === "element" && links[next++]) || { text: value });
}

function shareImageOf(article: Article, { site }: Planning): Frame["shareImage"] {
  if (article.image !== undefined) {
    const { src, width, height } = article.image.rendition.share;
    return { url: webAddressOf(src, site.url), width, height, alt: article.image.alt };
  }
  const card = cardOf(article, site);
  return card && { url: webAddressOf(`/${card.file}`, site.url), ...cardSize, alt: article.title };
}

/** What a story is about: what makes another one related to it. */
function subjectsOf(article: Article): readonly Term[] {
  return [...article.categories, ...article.tags];
}

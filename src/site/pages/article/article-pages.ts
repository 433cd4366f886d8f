/** The pages of the articles. */
import type { Article } from "../../../content/article/article.ts";
import type { Term } from "../../../content/names/terms.ts";
import { type Moment, machineDate } from "../../../content/values/moment.ts";
import { onDemand } from "../../../content/values/on-demand.ts";
import { frameOf } from "../../frame/frame.ts";
import { type PlannedPage, pageOf } from "../../frame/planned-pages.ts";
import { categoriesAbove, type Planning, pictureView } from "../../frame/planning.ts";
import type { Indexing } from "../../frame/source-policy.ts";
import { articleNode, publisherNode } from "../../frame/structured-data.ts";
import type { ArticleContent, ArticleView, Frame } from "../../frame/views.ts";
import { type Card, cardOf, cardSize } from "../../machines/cards.ts";
import { dateTexts } from "../../settings/date-text.ts";
import { textsFor } from "../../settings/texts.ts";
import { webAddressOf } from "../../settings/web-address.ts";
import { correctionsOf } from "../../stories/corrections.ts";
import { labelOf } from "../../stories/labels.ts";
import { lastChangeOf } from "../../stories/last-change.ts";
import { relatedOlder } from "../../stories/related.ts";
import { type PlaceInSeries, placesInSeries, seriesPlace } from "../series/series-place.ts";
import {
  bodyWithLinks,
  bylineOf,
  contentsOf,
  correctedOf,
  moreHeading,
  olderInSection,
  readingTimeOf,
  shareLinksOf,
} from "./article-facts.ts";
import { namesOfStories, type StoryNames, siteLink } from "./story-names.ts";

const relatedLimit = 4;

/** So many older ones of its section stand below an article. */
const moreLimit = 3;

/** A page for each article, in the order given. */
export function articlePages(
  newestFirst: readonly Article[],
  planning: Planning,
): PlannedPage<ArticleView>[] {
  const relatedOf = onDemand(() => relatedOlder(newestFirst.toReversed(), subjectsOf, relatedLimit));
  const moreOf = onDemand(() => olderInSection(newestFirst, moreLimit + relatedLimit));
  const placeOf = placesInSeries(newestFirst);
  const namesIn = namesOfStories(planning);
  return newestFirst.map((article, index) => {
    const next = newestFirst[index - 1];
    const place = placeOf(article);
    const newer = place === undefined ? [next] : [next, place.next];
    const others = (): Others => ({
      previous: newestFirst[index + 1],
      next,
      related: relatedOf()(article),
      older: moreOf()(article),
      place,
    });
    return {
      ...pageOf(
        planning.addressOf(article),
        () => sourcesOf(article, others(), planning, namesIn(article.language)),
        (sources) => articlePage(sources, planning),
      ),
      // All others but the next one, and the next part of its series, are older, and no more of them is shown than has stayed
      // the same. Where it has no such, it had none before if nothing is gone.
      isLeftBy: ({ changed, sinceMs, isGrowth }) =>
        !changed.has(article) &&
        article.date.epochMs < sinceMs &&
        newer.every((story) => (story === undefined ? isGrowth : story.date.epochMs < sinceMs)),
    };
  });
}

/** Other articles that are named on the page of one. */
type Others = {
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
  readonly related: readonly Article[];
  /** Of its section, newest first. */
  readonly older: readonly Article[];
  readonly place: PlaceInSeries | undefined;
};

function sourcesOf(
  article: Article,
  { previous, next, related, older, place }: Others,
  planning: Planning,
  { linkTo, relatedOf }: StoryNames,
): ArticleSources {
  const [section] = article.categories;
  const links = older.filter((other) => !related.includes(other)).slice(0, moreLimit);
  return {
    article,
    indexing: planning.indexingOf(article),
    card: cardOf(article, planning),
    series: seriesPlace(article, place, planning),
    mark: planning.markOf(article, textsFor(article.language, planning.site.language)),
    related: related.map(relatedOf),
    more:
      section === undefined || links.length === 0
        ? undefined
        : { heading: moreHeading(section, article, planning), links: links.map(linkTo) },
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
  };
}

/** What the page of an article is made of. Of other articles it shows no more than this. */
type ArticleSources = Pick<ArticleView, "mark" | "series" | "related" | "more" | "previous" | "next"> & {
  readonly article: Article;
  readonly indexing: Indexing;
  readonly card: Card | undefined;
};

/** What of an article is shown on its page and in feeds alike. */
export function articleContent(article: Article, planning: Planning): ArticleContent {
  const { site } = planning;
  const dates = dateTexts(article.language, site.timezone);
  return {
    language: article.language,
    direction: article.direction,
    texts: textsFor(article.language, site.language),
    label: labelOf(article, site.language),
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
      ...siteLink(article.source.term, article.language, planning),
      original: article.source.url,
    },
  };
}

function articlePage({ article, indexing, card, ...shown }: ArticleSources, planning: Planning): ArticleView {
  const { site } = planning;
  const dates = dateTexts(article.language, site.timezone);
  const instant = (moment: Moment) => ({ iso: machineDate(moment), text: dates.moment(moment) });
  const categories = article.categories.map((category) => siteLink(category, article.language, planning));
  const shareImage = shareImageOf(article, card, planning);
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
  // What is copied stands last: before the others, each of these costs V8 as much as all that is copied.
  return {
    contents: contentsOf(article),
    categories: categories.slice(0, categoriesAbove),
    moreCategories: categories.slice(categoriesAbove),
    standfirst: article.standfirst,
    byline: bylineOf(article, planning),
    published: instant(article.date),
    updated: article.updated && instant(article.updated),
    corrected: correctedOf(article, planning),
    readingTime: readingTimeOf(article, frame.texts),
    share: shareLinksOf(article, webAddressOf(frame.address, planning.site.url), frame.texts, planning),
    tags: article.tags.map(planning.linkTo),
    ...frame,
    ...articleContent(article, planning),
    ...shown,
    body: bodyWithLinks(article),
  };
}

function shareImageOf(article: Article, card: Card | undefined, { site }: Planning): Frame["shareImage"] {
  if (article.image !== undefined) {
    const { src, width, height } = article.image.rendition.share;
    return { url: webAddressOf(src, site.url), width, height, alt: article.image.alt };
  }
  return card && { url: webAddressOf(`/${card.file}`, site.url), ...cardSize, alt: article.title };
}

/** What a story is about: what makes another one related to it. */
function subjectsOf(article: Article): readonly Term[] {
  return [...article.categories, ...article.tags];
}

/** The pages of the articles. */
import type { Article } from "../content/article.ts";
import type { Term } from "../content/terms.ts";
import { cardOf, cardSize } from "./cards.ts";
import { correctionsOf } from "./corrections.ts";
import { dateTexts } from "./date-text.ts";
import { frameOf } from "./frame.ts";
import { lastChangeOf } from "./last-change.ts";
import { onDemand } from "./on-demand.ts";
import { type PlannedPage, plannedPage } from "./planned-pages.ts";
import { foreignTo, type Planning, pictureView } from "./planning.ts";
import { relatedOlder } from "./related.ts";
import { articleNode } from "./structured-data.ts";
import type { ArticleView, Frame, Link } from "./views.ts";
import { webAddressOf } from "./web-address.ts";

const relatedLimit = 4;

/** A page for each article, in the order given. */
export function articlePages(
  newestFirst: readonly Article[],
  planning: Planning,
): PlannedPage<ArticleView>[] {
  const relatedOf = onDemand(() => relatedOlder(newestFirst.toReversed(), subjectsOf, relatedLimit));
  return newestFirst.map((article, index) =>
    plannedPage(planning.addressOf(article), () =>
      articlePage(article, planning, {
        related: relatedOf()(article),
        previous: newestFirst[index + 1],
        next: newestFirst[index - 1],
      }),
    ),
  );
}

type Neighbours = {
  readonly related: readonly Article[];
  readonly previous: Article | undefined;
  readonly next: Article | undefined;
};

function articlePage(article: Article, planning: Planning, neighbours: Neighbours): ArticleView {
  const { site } = planning;
  const dates = dateTexts(article.language, site.timezone);
  const instant = (moment: { epochMs: number; iso: string }) => ({
    iso: moment.iso,
    text: dates.dayAndTime(moment.epochMs),
  });
  const linkTo = (other: Article): Link => ({
    name: other.title,
    href: planning.addressOf(other),
    foreign: foreignTo(other, article.language),
  });
  // Categories and sources are named in the site's language.
  const foreign =
    article.language === site.language ? undefined : { language: site.language, direction: site.direction };
  const siteLink = (term: Term): Link => ({ ...planning.linkTo(term), foreign });
  const [firstCategory] = article.categories;
  const { canonical, robots } = planning.indexingOf(article);
  const shareImage = shareImageOf(article, planning);
  const frame = frameOf(
    {
      address: planning.addressOf(article),
      heading: article.title,
      path: firstCategory === undefined ? [] : [siteLink(firstCategory)],
      description: article.description,
      language: article.language,
      canonical,
      robots,
      shareImage,
      story: {
        published: article.date,
        modified: lastChangeOf(article),
        section: firstCategory?.name,
        tags: article.tags.map((tag) => tag.name),
        authors: article.authors.map((author) => webAddressOf(planning.linkTo(author).href, site.url)),
      },
      nodes: [
        articleNode(article, shareImage === undefined ? [] : [shareImage.url], planning),
        planning.publisher,
      ],
    },
    site,
  );
  return {
    ...frame,
    categories: article.categories.map(siteLink),
    standfirst: article.standfirst,
    authors: article.authors.map(planning.linkTo),
    published: instant(article.date),
    updated: article.updated && instant(article.updated),
    image: article.image && {
      ...pictureView(article.image),
      caption: article.image.caption,
      credit: article.image.credit,
    },
    body: article.bodyHtml,
    corrections: correctionsOf(article).map((correction) => ({
      anchor: correction.anchor,
      date: { iso: correction.date.iso, text: dates.day(correction.date.epochMs) },
      text: correction.text,
    })),
    source: article.source && { ...siteLink(article.source.term), original: article.source.url },
    tags: article.tags.map(planning.linkTo),
    related: neighbours.related.map(linkTo),
    previous: neighbours.previous && linkTo(neighbours.previous),
    next: neighbours.next && linkTo(neighbours.next),
    mark: planning.markOf(article, frame.texts),
  };
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

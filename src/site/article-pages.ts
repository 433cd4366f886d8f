/** The pages of the articles. */
import type { Article } from "../content/article.ts";
import type { Term } from "../content/terms.ts";
import { dateTexts } from "./date-text.ts";
import { frameOf } from "./frame.ts";
import { foreignTo, type Planning } from "./planning.ts";
import { relatedOlder } from "./related.ts";
import type { ArticleView, Frame, Link } from "./views.ts";

const relatedLimit = 4;

/** A page for each article, in the order given. */
export function articlePages(newestFirst: readonly Article[], planning: Planning): ArticleView[] {
  const related = relatedOlder(newestFirst.toReversed(), subjectsOf, relatedLimit);
  return newestFirst.map((article, index) =>
    articlePage(article, planning, {
      related: related.get(article) ?? [],
      previous: newestFirst[index + 1],
      next: newestFirst[index - 1],
    }),
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
  const frame = frameOf(
    {
      address: planning.addressOf(article),
      heading: article.title,
      path: firstCategory === undefined ? [] : [siteLink(firstCategory)],
      description: article.description,
      language: article.language,
      canonical: canonicalElsewhere(article, planning),
      robots: robotsOf(article, planning),
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
      src: article.image.address,
      alt: article.image.alt,
      caption: article.image.caption,
      credit: article.image.credit,
    },
    body: article.bodyHtml,
    corrections: article.corrections.map((correction) => ({
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

/** What a story is about: what makes another one related to it. */
function subjectsOf(article: Article): readonly Term[] {
  return [...article.categories, ...article.tags];
}

function policyOf(article: Article, { site }: Planning) {
  const term = article.source?.term;
  return term && (site.profiles.source.get(term.slug)?.policy ?? "noindex-news");
}

function canonicalElsewhere(article: Article, planning: Planning): string | undefined {
  return policyOf(article, planning) === "canonical" ? article.source?.url : undefined;
}

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
function robotsOf(article: Article, planning: Planning): Frame["robots"] {
  if (planning.markOf(article, planning.texts) !== undefined) return [{ name: "robots", content: "noindex" }];
  switch (policyOf(article, planning)) {
    case "noindex":
      return [{ name: "robots", content: "noindex" }];
    case "noindex-news":
      return [{ name: "Googlebot-News", content: "noindex" }];
    default:
      return [];
  }
}

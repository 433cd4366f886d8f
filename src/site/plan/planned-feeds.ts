/** The feeds of a site: the newest of its listings, and its corrections. */
import type { Article } from "../../content/article/article.ts";
import { xmlText } from "../../content/markup/xml-text.ts";
import type { Term } from "../../content/names/terms.ts";
import { onDemand, onDemandFor } from "../../content/values/on-demand.ts";
import { slugOf } from "../../content/values/slug.ts";
import type { Feed, FeedCategory, FeedEntry, FeedPerson } from "../feeds/feed.ts";
import type { Planning } from "../frame/planning.ts";
import type { ArticleContent } from "../frame/views.ts";
import { articleContent } from "../pages/article/article-pages.ts";
import { correctionsPlace } from "../pages/corrections-pages.ts";
import type { Listing, ListingPlace } from "../pages/listing-pages.ts";
import type { Site } from "../settings/site.ts";
import { textsFor } from "../settings/texts.ts";
import { webAddressOf } from "../settings/web-address.ts";
import type { Correction } from "../stories/corrections.ts";
import { labelOf } from "../stories/labels.ts";
import { lastChangeOf } from "../stories/last-change.ts";

/** How many entries a feed has at most. */
const feedLimit = 20;

/** Among what words the kind of an article is chosen. */
const genreScheme = "https://schema.org/genre";

export type FeedSources = {
  /** Newest first. */
  readonly shown: readonly Article[];
  readonly termListings: readonly Listing[];
  /** Newest first. */
  readonly corrected: readonly Correction[];
};

/**
 * The feeds of the front page, of listings and of the corrections. The entry of an article is made once, however
 * many feeds it stands in. Drafts and scheduled articles are in none, not even where their pages are shown.
 */
export function plannedFeeds(sources: FeedSources, planning: Planning): Feed[] {
  const { site, texts } = planning;
  const isPublished = (article: Article) => planning.markOf(article, texts) === undefined;
  const entryOf = onDemandFor((article: Article) =>
    isPublished(article) ? articleEntry(article, planning) : undefined,
  );
  const entryOfCorrection = (correction: Correction) =>
    isPublished(correction.article) ? correctionEntry(correction, planning) : undefined;
  const frontPage = { address: "/", heading: site.title, introduction: site.description };
  const corrected = () => newest(sources.corrected, entryOfCorrection);
  const ofArticles = (place: FeedPlace, articles: readonly Article[]) =>
    feedOf(place, site, () => newest(articles, entryOf), isLeftFor(articles.slice(0, feedLimit)));
  return [
    ofArticles(frontPage, sources.shown),
    ...sources.termListings.map((listing) => ofArticles(listing, listing.articles)),
    feedOf(correctionsPlace(planning), site, corrected),
  ];
}

type FeedPlace = Pick<ListingPlace, "address" | "heading" | "introduction">;

/** Whether a feed that begins with some articles, all of them out, is as it was before some changes. */
function isLeftFor(newest: readonly Article[]): Feed["isLeftBy"] {
  return ({ isGrowth, sinceMs, changed }) =>
    isGrowth &&
    (newest[0] === undefined || newest[0].date.epochMs < sinceMs) &&
    newest.every((article) => !changed.has(article));
}

/** The entries of the first items that have one, without going through the rest. */
function newest<Item>(items: readonly Item[], entryOf: (item: Item) => FeedEntry | undefined): FeedEntry[] {
  const first: FeedEntry[] = [];
  for (const item of items) {
    if (first.length === feedLimit) break;
    const entry = entryOf(item);
    if (entry !== undefined) first.push(entry);
  }
  return first;
}

function feedOf(
  place: FeedPlace,
  site: Site,
  makeEntries: () => readonly FeedEntry[],
  isLeftBy?: Feed["isLeftBy"],
): Feed {
  // Of a feed that is left as it is, nobody asks for them.
  const entries = onDemand(makeEntries);
  return {
    address: place.address,
    home: webAddressOf(place.address, site.url),
    title: xmlText(place.address === "/" ? site.title : `${place.heading} – ${site.title}`),
    description: place.introduction && xmlText(place.introduction),
    language: site.language,
    author: {
      name: xmlText(site.publisher?.name ?? site.title),
      url: new URL(site.publisher?.url ?? `${site.url}/`).href,
    },
    get entries() {
      return entries();
    },
    isLeftBy,
  };
}

function articleEntry(article: Article, planning: Planning): FeedEntry {
  const { site } = planning;
  const person = (term: Term): FeedPerson => ({
    name: xmlText(term.name),
    url: webAddressOf(planning.linkTo(term).href, site.url),
  });
  const { source } = article;
  const authors = article.authors.length > 0 || source === undefined ? article.authors : [source.term];
  return {
    id: webAddressOf(planning.addressOf(article), site.url),
    title: xmlText(article.title),
    language: article.language,
    published: article.date,
    updated: lastChangeOf(article),
    authors: authors.map(person),
    categories: [
      ...[...article.categories, ...article.tags].map((term) => ({
        scheme: webAddressOf(`/${term.kind}/`, site.url),
        slug: term.slug,
        name: xmlText(term.name),
      })),
      ...labelCategory(article, site),
    ],
    summary: article.standfirst && xmlText(article.standfirst),
    image: article.image && webAddressOf(article.image.rendition.share.src, site.url),
    source: source && agencyOf(source.term, site),
    original:
      source?.url === undefined
        ? undefined
        : { name: xmlText(source.term.name), url: new URL(source.url).href },
    content: { kind: "article", view: leavingItsPage(articleContent(article, planning), site) },
  };
}

/** What is shown of an article with the address of its source whole, which is all that most have to resolve. */
function leavingItsPage(view: ArticleContent, { url }: Site): ArticleContent {
  const { source } = view;
  return source === undefined
    ? view
    : { ...view, source: { ...source, href: webAddressOf(source.href, url) } };
}

/** What the article is, where it is no plain report. */
function labelCategory(article: Article, site: Site): FeedCategory[] {
  const name = labelOf(article, site.language);
  if (article.kind === undefined || name === undefined) return [];
  return [{ scheme: genreScheme, slug: slugOf(article.kind), name }];
}

function agencyOf(term: Term, site: Site): NonNullable<FeedEntry["source"]> {
  const url = site.profiles.source.get(term.slug)?.url;
  return { name: xmlText(term.name), url: url && new URL(url).href };
}

function correctionEntry({ article, date, text, anchor }: Correction, planning: Planning): FeedEntry {
  const { site } = planning;
  const { correction } = textsFor(article.language, site.language);
  return {
    id: `${webAddressOf(planning.addressOf(article), site.url)}#${anchor}`,
    title: xmlText(`${correction}: ${article.title}`),
    language: article.language,
    published: date,
    updated: date,
    authors: [],
    categories: [],
    content: { kind: "text", text: xmlText(text) },
  };
}

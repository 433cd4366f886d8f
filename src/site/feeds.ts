/** Feeds: the newest of a listing for feed readers. Here they are values; src/build/feed-files.ts writes them. */
import type { Article } from "../content/article.ts";
import type { Moment } from "../content/moment.ts";
import type { Term } from "../content/terms.ts";
import { xmlText } from "../content/xml-text.ts";
import { articleContent } from "./article-pages.ts";
import type { Correction } from "./corrections.ts";
import { correctionsPlace } from "./corrections-pages.ts";
import { lastChangeOf } from "./last-change.ts";
import type { Listing, ListingPlace } from "./listing-pages.ts";
import type { Planning } from "./planning.ts";
import type { Site } from "./site.ts";
import { textsFor } from "./texts.ts";
import type { ArticleContent } from "./views.ts";
import { webAddressOf } from "./web-address.ts";

export type FeedPerson = { readonly name: string; readonly url: string };

export type FeedCategory = { readonly scheme: string; readonly slug: string; readonly name: string };

/** Addresses in it are whole web addresses, and texts hold nothing that XML cannot. */
export type FeedEntry = {
  /** The address of the page, which a new title does not change (RFC 4287 §4.2.6). */
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly published: Moment;
  readonly updated: Moment;
  /** None where the feed's own author is the author. */
  readonly authors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly summary?: string | undefined;
  readonly image?: string | undefined;
  /** The agency, of copy from one, with its own site where site.yaml names that. */
  readonly source?: { readonly name: string; readonly url?: string | undefined } | undefined;
  /** The original, of copy from an agency. */
  readonly original?: { readonly name: string; readonly url: string } | undefined;
  readonly content:
    | { readonly kind: "article"; readonly view: ArticleContent }
    | { readonly kind: "text"; readonly text: string };
};

export type Feed = {
  /** The address of the listing it stands beside: `/category/asia/`. */
  readonly address: string;
  /** The listing's whole web address. */
  readonly home: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly language: string;
  readonly author: FeedPerson;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
};

/** How many entries a feed has at most. */
const feedLimit = 20;

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
  const entries = new Map<Article, FeedEntry>();
  const entryOf = (article: Article): FeedEntry | undefined => {
    if (!isPublished(article)) return undefined;
    const entry = entries.get(article) ?? articleEntry(article, planning);
    entries.set(article, entry);
    return entry;
  };
  const entryOfCorrection = (correction: Correction) =>
    isPublished(correction.article) ? correctionEntry(correction, planning) : undefined;
  const frontPage = { address: "/", heading: site.title, introduction: site.description };
  return [
    feedOf(frontPage, newest(sources.shown, entryOf), site),
    ...sources.termListings.map((listing) => feedOf(listing, newest(listing.articles, entryOf), site)),
    feedOf(correctionsPlace(planning), newest(sources.corrected, entryOfCorrection), site),
  ];
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
  place: Pick<ListingPlace, "address" | "heading" | "introduction">,
  entries: readonly FeedEntry[],
  site: Site,
): Feed {
  return {
    address: place.address,
    home: webAddressOf(place.address, site.url),
    title: xmlText(place.address === "/" ? site.title : `${place.heading} – ${site.title}`),
    description: place.introduction && xmlText(place.introduction),
    language: site.language,
    author: {
      name: xmlText(site.publisher?.name ?? site.title),
      url: new URL(site.publisher?.url ?? site.url).href,
    },
    entries,
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
    categories: [...article.categories, ...article.tags].map((term) => ({
      scheme: webAddressOf(`/${term.kind}/`, site.url),
      slug: term.slug,
      name: xmlText(term.name),
    })),
    summary: article.standfirst && xmlText(article.standfirst),
    image: article.image && webAddressOf(article.image.rendition.share.src, site.url),
    source: source && agencyOf(source.term, site),
    original:
      source?.url === undefined
        ? undefined
        : { name: xmlText(source.term.name), url: new URL(source.url).href },
    content: { kind: "article", view: articleContent(article, planning) },
  };
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

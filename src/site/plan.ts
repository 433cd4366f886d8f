/** The plan: from a site and its articles to every page that will be published. */
import type { Article } from "../content/article.ts";
import { compareText, type Diagnostic } from "../content/diagnostic.ts";
import { styled } from "../content/house-style.ts";
import { calendarDay } from "../content/moment.ts";
import type { Term, TermKind } from "../content/terms.ts";
import { withArticleLinks } from "./article-links.ts";
import { articlePages } from "./article-pages.ts";
import { brokenBodyLinks } from "./body-links.ts";
import { type Card, cardOf } from "./cards.ts";
import { addressConflicts, termConflicts } from "./conflicts.ts";
import { newestCorrections } from "./corrections.ts";
import { correctionsPages } from "./corrections-pages.ts";
import { type PublishedDesk, publishedDesk } from "./desk-config.ts";
import { feedLinks } from "./feed-formats.ts";
import { type Feed, plannedFeeds } from "./feeds.ts";
import { feedsPage } from "./feeds-page.ts";
import { frameOf } from "./frame.ts";
import { frontPage } from "./front-page.ts";
import { grouped } from "./grouped.ts";
import {
  archiveAddress,
  archiveIndexes,
  categoryIndex,
  monthAddress,
  tagIndex,
  yearAddress,
} from "./index-pages.ts";
import { type Listing, latestListing, listingPages, termListing } from "./listing-pages.ts";
import { goneAddresses, lostPages } from "./lost-pages.ts";
import { newsAt } from "./news-sitemap.ts";
import { type NextPublish, nextPublishOf } from "./next-publish.ts";
import { onDemand } from "./on-demand.ts";
import { allPages, asPlanned, type PagesByKind, plannedPage } from "./planned-pages.ts";
import { type LocatedArticle, newPlanning, type Planning } from "./planning.ts";
import { newestFirst, standingOf } from "./publishing.ts";
import type { Redirect } from "./redirects.ts";
import type { Site } from "./site.ts";
import { missingOriginals } from "./source-policy.ts";
import type { PlainView, SiteView } from "./views.ts";

export type PlanOptions = {
  /** Milliseconds since 1970: decides what is due. */
  readonly nowMs: number;
  /** Show drafts, scheduled and expired articles too, marked as such. */
  readonly drafts: boolean;
};

export type Plan = {
  readonly site: SiteView;
  /** What it was planned with. */
  readonly settings: Site;
  /** Built for another address than the one in site.yaml. */
  readonly isDeployPreview: boolean;
  readonly pages: PagesByKind;
  readonly feeds: readonly Feed[];
  readonly redirects: readonly Redirect[];
  /** Addresses of expired articles, old ones among them. */
  readonly gone: readonly string[];
  /** When the site has to be planned anew. */
  readonly nextPublish: NextPublish | undefined;
  /** The articles that are shown, newest first, with their addresses. */
  readonly articles: readonly LocatedArticle[];
  /** Those that search engines are told of, newest first. */
  readonly indexed: readonly LocatedArticle[];
  /** Those that are news at the moment of the plan, newest first. */
  readonly news: readonly LocatedArticle[];
  /** For the articles that are shown and have no picture. */
  readonly cards: readonly Card[];
  readonly desk?: PublishedDesk | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Plans a site. Conflicts are looked for in all articles, whether they are shown or not. */
export function planSite(site: Site, articles: readonly Article[], options: PlanOptions): Plan {
  const planning = newPlanning(site, options.nowMs);
  const everything = withArticleLinks(newestFirst(articles), planning.addressOf);
  const shown = everything.filter(
    (article) => options.drafts || standingOf(article, options.nowMs) === "published",
  );
  const gone = options.drafts ? [] : goneAddresses(everything, planning, options.nowMs);
  const byTerm = articlesByTerm(shown, site);
  const byMonth = articlesByMonth(shown);
  const latest = latestListing(shown, planning);
  const termListings = [...byTerm].map(([term, filed]) => termListing(term, filed, planning));
  const listings = [latest, ...termListings, ...byMonth.map((month) => monthListing(month, planning))].map(
    (listing) => listingPages(listing, planning),
  );
  const corrected = newestCorrections(shown);
  const corrections = correctionsPages(corrected, planning);
  const pages: PagesByKind = {
    article: articlePages(shown, planning),
    home: [plannedPage("/", () => frontPage(shown, byTerm, planning))],
    listing: listings.flatMap((listing) => listing.pages),
    corrections: corrections.pages,
    feeds: [plannedPage("/feeds/", () => feedsPage(byTerm.keys(), planning))],
    index: [
      plannedPage("/categories/", () => categoryIndex(countsOf("category", byTerm), planning)),
      plannedPage("/tags/", () => tagIndex(countsOf("tag", byTerm), planning)),
      ...archiveIndexes(
        byMonth.map((month) => ({ ...month, count: month.articles.length })),
        planning,
      ).map(asPlanned),
    ],
    search: [plannedPage("/search/", () => searchPage(planning))],
    "not-found": lostPages(planning, gone.length > 0).map(asPlanned),
  };
  const located = (list: readonly Article[]) =>
    list.map((article) => ({ article, address: planning.addressOf(article) }));
  const redirects = [
    ...[...listings, corrections].flatMap((listing) => listing.redirects),
    ...shown.flatMap((article) => aliasRedirects(article, planning)),
  ];
  const linkPlaces = {
    articles: located(everything),
    addresses: onDemand(() => [
      ...allPages(pages).map((page) => page.address),
      ...redirects.map((redirect) => redirect.from),
      ...everything.flatMap((article) => [planning.addressOf(article), ...article.aliases]),
      ...["/", "/corrections/", ...termListings.map(({ address }) => address)].flatMap((address) =>
        feedLinks(address, "").map(({ href }) => href),
      ),
    ]),
  };
  const feeds = onDemand(() => plannedFeeds({ shown, termListings, corrected }, planning));
  const indexed = onDemand(() => located(shown.filter((article) => planning.indexingOf(article).inSitemap)));
  const news = onDemand(() => {
    const eligible = shown.filter((article) => planning.indexingOf(article).inNewsSitemap);
    return newsAt(located(eligible), options.nowMs);
  });
  const cards = onDemand(() => shown.flatMap((article) => cardOf(article, site) ?? []));
  return {
    site: siteView(planning),
    settings: site,
    desk: publishedDesk(site),
    isDeployPreview: site.isDeployPreview,
    pages,
    get feeds() {
      return feeds();
    },
    redirects,
    gone,
    nextPublish: nextPublishOf(everything, options.nowMs),
    articles: located(shown),
    get indexed() {
      return indexed();
    },
    get news() {
      return news();
    },
    get cards() {
      return cards();
    },
    diagnostics: [
      ...missingOriginals(everything, site),
      ...termConflicts(everything, site.terms),
      ...addressConflicts(located(inOrderOfClaims(everything)), ownAddresses(pages)),
      ...styled(brokenBodyLinks(located(shown), linkPlaces), site.style),
    ],
  };
}

/** Of two articles that want one address the newer has it; of one moment, that whose file has the earlier name. */
function inOrderOfClaims(newestFirst: readonly Article[]): Article[] {
  return [...newestFirst].sort((a, b) => b.date.epochMs - a.date.epochMs || compareText(a.file, b.file));
}

function ownAddresses(pages: PagesByKind): string[] {
  const { article: _, ...others } = pages;
  return Object.values(others)
    .flat()
    .map(({ address }) => address);
}

function searchPage({ site, texts }: Planning): PlainView {
  return frameOf({ address: "/search/", heading: texts.search, description: texts.searchDescription }, site);
}

/** Listed categories have a page even before their first article: the masthead links to them. */
function articlesByTerm(shown: readonly Article[], site: Site): Map<Term, Article[]> {
  const byTerm = new Map<Term, Article[]>();
  for (const term of site.terms.category?.terms ?? []) byTerm.set(term, []);
  const bySlug = new Map<string, Term>();
  const firstOf = new Map<Term, Term>();
  for (const article of shown) {
    const { source } = article;
    const terms = [...article.categories, ...article.tags, ...article.authors];
    for (const term of source === undefined ? terms : [...terms, source.term]) {
      let first = firstOf.get(term);
      if (first === undefined) {
        const key = `${term.kind}/${term.slug}`;
        first = bySlug.get(key) ?? term;
        bySlug.set(key, first);
        firstOf.set(term, first);
      }
      const filed = byTerm.get(first);
      if (filed === undefined) byTerm.set(first, [article]);
      // Two spellings in one article are an error that the preview shows, and one story.
      else if (filed.at(-1) !== article) filed.push(article);
    }
  }
  return byTerm;
}

type Month = { readonly year: string; readonly month: string; readonly articles: Article[] };

function articlesByMonth(shown: readonly Article[]): Month[] {
  const months = grouped(shown, ({ date }) => calendarDay(date).slice(0, 2).join("-"));
  return [...months].map(([name, articles]) => {
    const [year = "", month = ""] = name.split("-");
    return { year, month, articles };
  });
}

function monthListing({ year, month, articles }: Month, { texts, dates }: Planning): Listing {
  return {
    address: monthAddress(year, month),
    heading: dates.month(Number(year), Number(month)),
    path: [
      { name: texts.archive, href: archiveAddress },
      { name: year, href: yearAddress(year) },
    ],
    hasFeed: false,
    articles,
  };
}

function countsOf(kind: TermKind, byTerm: ReadonlyMap<Term, readonly Article[]>): Map<Term, number> {
  const counts = new Map<Term, number>();
  for (const [term, articles] of byTerm) if (term.kind === kind) counts.set(term, articles.length);
  return counts;
}

function aliasRedirects(article: Article, planning: Planning): Redirect[] {
  return article.aliases.map((from) => ({ from, to: planning.addressOf(article), status: 301 }));
}

function siteView({ site, texts, linkTo }: Planning): SiteView {
  return {
    title: site.title,
    timezone: site.timezone,
    url: site.url,
    recencyDays: site.recencyDays,
    description: site.description,
    publisher: site.publisher?.name,
    language: site.language,
    direction: site.direction,
    texts,
    feeds: feedLinks("/", site.title),
    sections: (site.terms.category?.terms ?? []).map(linkTo),
  };
}

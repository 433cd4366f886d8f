/** The plan: from a site and its articles to every page that will be published. */
import type { Article } from "../../content/article/article.ts";
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import { styled } from "../../content/style/levels.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import type { Feed } from "../feeds/feed.ts";
import { feedLinks } from "../feeds/feed-formats.ts";
import { frameOf } from "../frame/frame.ts";
import type { PlainView } from "../frame/page-views.ts";
import { allPages, asPlanned, ownAddresses, type PagesByKind, plannedPage } from "../frame/planned-pages.ts";
import { type LocatedArticle, newPlanning, type Planning } from "../frame/planning.ts";
import {
  brokenSiteLinks,
  categoriesOf,
  type PlacedTarget,
  type SiteView,
  siteView,
} from "../frame/site-view.ts";
import { missingOriginals } from "../frame/source-policy.ts";
import { type Card, cardOf, cardsSince } from "../machines/cards.ts";
import { newsAt } from "../machines/news-sitemap.ts";
import { articlePages } from "../pages/article/article-pages.ts";
import { correctionsPages } from "../pages/corrections-pages.ts";
import { feedsPage } from "../pages/feeds-page.ts";
import { frontPage } from "../pages/front-page.ts";
import { archiveIndexes, categoryIndex, tagIndex } from "../pages/indexes/index-pages.ts";
import { latestListing, listingPages, monthListing, termListing } from "../pages/listing-pages.ts";
import { lostPages } from "../pages/lost-pages.ts";
import type { OwnPage } from "../pages/own-page.ts";
import { seriesPages } from "../pages/series/series-pages.ts";
import type { PlacedRule } from "../redirects/placed-rules.ts";
import { plannedRules } from "../redirects/planned-rules.ts";
import type { Rule } from "../redirects/rule.ts";
import { mayComeOf, ruleConflicts } from "../redirects/rule-conflicts.ts";
import type { Site } from "../settings/site.ts";
import type { NamedPortrait } from "../settings/term-lists.ts";
import { newestCorrections } from "../stories/corrections.ts";
import { type NextPublish, nextPublishOf } from "../stories/next-publish.ts";
import { newestFirst, standingOf } from "../stories/publishing.ts";
import { withArticleLinks } from "./article-links.ts";
import { brokenBodyLinks, newLinkPlaces } from "./body-links.ts";
import { addressConflicts, inOrderOfClaims, nameConflicts } from "./conflicts.ts";
import { fileConflicts, type Occupied, occupiedByRules, type PlacedFile } from "./file-conflicts.ts";
import { articlesByMonth, articlesByTerm, countsOf } from "./filing.ts";
import { plannedFeeds } from "./planned-feeds.ts";

export type PlanOptions = {
  /** Milliseconds since 1970: decides what is due. */
  readonly nowMs: number;
  /** Show drafts, scheduled and expired articles too, marked as such. */
  readonly drafts: boolean;
};

/** An article that is shown, and its card, if it has one. */
export type ShownArticle = LocatedArticle & { readonly card: Card | undefined };

export type Plan = {
  readonly site: SiteView;
  /** What it was planned with. */
  readonly settings: Site;
  readonly pages: PagesByKind;
  readonly feeds: readonly Feed[];
  /** What old addresses answer, in the order in which the first that fits is taken. */
  readonly rules: readonly Rule[];
  /** When the site has to be planned anew. */
  readonly nextPublish: NextPublish | undefined;
  /** The articles that are shown, newest first, with their addresses and cards. */
  readonly articles: readonly ShownArticle[];
  /** Those that search engines are told of, newest first. */
  readonly indexed: readonly LocatedArticle[];
  /** Those that are news at the moment of the plan, newest first. */
  readonly news: readonly LocatedArticle[];
  /** For the authors who have a page. */
  readonly portraits: readonly NamedPortrait[];
  /** Pages that are no articles, which Eleventy makes. */
  readonly ownPages: readonly OwnPage[];
  readonly diagnostics: readonly Diagnostic[];
};

/** What stands in a site folder beside its articles. */
export type Beside = {
  /** Files that are published as they are. */
  readonly files?: readonly PlacedFile[];
  /** Pages that are no articles. */
  readonly ownPages?: readonly OwnPage[];
  /** Of old addresses. */
  readonly rules?: readonly PlacedRule[];
  /** Where links and scripts of site.yaml lead. */
  readonly targets?: readonly PlacedTarget[];
  /** Pictures of authors. */
  readonly portraits?: readonly NamedPortrait[];
};

/** Plans a site. Conflicts are looked for in all articles, whether they are shown or not. */
export function planSite(
  site: Site,
  articles: readonly Article[],
  options: PlanOptions,
  beside: Beside = {},
): Plan {
  const { files = [], ownPages = [] } = beside;
  const ordered = newestFirst(articles);
  const isShown = (article: Article) => options.drafts || standingOf(article, options.nowMs) === "published";
  const planning = newPlanning(site, options.nowMs, cardsSince(ordered.filter(isShown)));
  const everything = withArticleLinks(ordered, planning.addressOf);
  const shown = everything.filter(isShown);
  const byTerm = articlesByTerm(shown, site);
  const byMonth = articlesByMonth(shown);
  const latest = latestListing(shown, planning);
  const termListings = [...byTerm].map(([term, filed]) => termListing(term, filed, planning));
  const listings = [latest, ...termListings, ...byMonth.map((month) => monthListing(month, planning))].map(
    (listing) => listingPages(listing, planning),
  );
  const corrected = newestCorrections(shown);
  const corrections = correctionsPages(corrected, planning);
  const located = (list: readonly Article[]) =>
    list.map((article) => ({ article, address: planning.addressOf(article) }));
  const locatedShown = located(shown).map((story) => ({ ...story, card: cardOf(story.article, planning) }));
  const locatedAll = shown.length === everything.length ? locatedShown : located(everything);
  const ruleSources = {
    articles: located(inOrderOfClaims(everything)),
    standingOf: ({ article }: LocatedArticle) => standingOf(article, options.nowMs),
    showsAll: options.drafts,
    ofListings: [...listings, corrections].flatMap((listing) => listing.redirects),
    terms: byTerm.keys(),
    given: beside.rules ?? [],
  };
  const { rules, placed } = plannedRules(ruleSources, site);
  const pages: PagesByKind = {
    article: articlePages(shown, planning),
    home: [plannedPage("/", () => frontPage(shown, byTerm, planning))],
    listing: listings.flatMap((listing) => listing.pages),
    corrections: corrections.pages,
    series: seriesPages(shown, planning),
    feeds: [plannedPage("/feeds/", () => feedsPage(byTerm.keys(), planning))],
    index: [
      plannedPage("/categories/", () => categoryIndex(byTerm, planning)),
      plannedPage("/tags/", () => tagIndex(countsOf("tag", byTerm), planning)),
      ...archiveIndexes(
        byMonth.map((month) => ({ ...month, count: month.articles.length })),
        planning,
      ).map(asPlanned),
    ],
    search: [plannedPage("/search/", () => searchPage(planning))],
    "not-found": lostPages(
      planning,
      rules.some(({ status }) => status === 410),
    ).map(asPlanned),
  };
  const feedAddresses = ["/", "/corrections/", ...termListings.map(({ address }) => address)].flatMap(
    (address) => feedLinks(address, "").map(({ href }) => href),
  );
  const occupied = (): Occupied[] => [
    ...locatedAll.map(({ article, address }) => ({ address, by: `the page of ${article.file}` })),
    ...ownAddresses(pages).map((address) => ({ address, by: "a page of Dateline's own" })),
    ...feedAddresses.map((address) => ({ address, by: "a feed of Dateline's own" })),
  ];
  const occupiedByPages = ownPages.map(({ address, file }) => ({ address, by: `the page of ${file}` }));
  const addresses = onDemand(() => [
    ...allPages(pages).map((page) => page.address),
    ...everything.map((article) => planning.addressOf(article)),
    ...feedAddresses,
    ...files.map(({ path }) => `/${path}`),
    ...ownPages.map(({ address }) => address),
  ]);
  const linkPlaces = newLinkPlaces(locatedAll, addresses, [...rules, ...placed]);
  const isKnown = (address: string) =>
    linkPlaces.isThere(address) || linkPlaces.isOldAddress(encodeURI(address));
  const categories = categoriesOf(byTerm.keys(), site);
  const conflicts = addressConflicts(ruleSources.articles, ownAddresses(pages));
  const ownPageFiles = ownPages.map(({ address, file }) => ({ path: outputFileOf(address), file }));
  const ownPageOwners = ownPageFiles.map(({ path, file }) => [path.toLowerCase(), file] as const);
  const feeds = onDemand(() => plannedFeeds({ shown, termListings, corrected }, planning));
  const toldIn = (sitemap: "inSitemap" | "inNewsSitemap") =>
    locatedShown.filter(({ article }) => planning.indexingOf(article)[sitemap]);
  const indexed = onDemand(() => toldIn("inSitemap"));
  const news = onDemand(() => newsAt(toldIn("inNewsSitemap"), options.nowMs));
  return {
    site: siteView(planning, categories, feedLinks("/", site.title)),
    settings: site,
    pages,
    get feeds() {
      return feeds();
    },
    rules,
    nextPublish: nextPublishOf(everything, options.nowMs),
    articles: locatedShown,
    get indexed() {
      return indexed();
    },
    get news() {
      return news();
    },
    portraits: (beside.portraits ?? []).filter(({ author }) => byTerm.has(author)),
    ownPages,
    diagnostics: [
      ...missingOriginals(everything, site),
      ...nameConflicts(everything, site.terms),
      ...conflicts.diagnostics,
      ...ruleConflicts(placed, {
        owners: new Map([...ownPageOwners, ...conflicts.owners]),
        files: files.map(({ path }) => path),
        isThere: linkPlaces.isThere,
        mayCome: mayComeOf(everything),
      }),
      ...fileConflicts(ownPageFiles, occupied),
      ...fileConflicts(files, () => [...occupied(), ...occupiedByPages, ...occupiedByRules(rules)]),
      ...brokenSiteLinks(beside.targets ?? [], categories, isKnown, site),
      ...styled(brokenBodyLinks(locatedShown, linkPlaces), site.style),
    ],
  };
}

function searchPage({ site, texts }: Planning): PlainView {
  return frameOf({ address: "/search/", heading: texts.search, description: texts.searchDescription }, site);
}

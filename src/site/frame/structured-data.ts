/** What pages tell search engines of themselves, in schema.org's words (https://schema.org/docs/news.html). */
import type {
  AdvertiserContentArticle,
  BreadcrumbList,
  CollectionPage,
  CorrectionComment,
  CreativeWorkSeries,
  Graph,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
  ProfilePage,
  SearchAction,
  Thing,
  WebSite,
  WithActionConstraints,
} from "schema-dts";
import type { Article } from "../../content/article/article.ts";
import { jsonForHtml } from "../../content/markup/json-for-html.ts";
import { type Series, seriesAddress } from "../../content/names/series.ts";
import type { Term } from "../../content/names/terms.ts";
import { machineDate } from "../../content/values/moment.ts";
import type { Site } from "../settings/site.ts";
import { webAddressOf } from "../settings/web-address.ts";
import { labelOf, schemaTypeOf } from "../stories/labels.ts";
import { lastChangeOf } from "../stories/last-change.ts";
import type { Planning } from "./planning.ts";
import type { Link } from "./views.ts";

/** The JSON-LD of a page, safe inside a script element. */
export function jsonLdOf(nodes: readonly Thing[]): string {
  const graph: Graph = { "@context": "https://schema.org", "@graph": nodes };
  return jsonForHtml(graph);
}

/** Who publishes the site: on every page that names its publisher, as search engines read each page alone. */
export function publisherNode({
  title,
  url,
  publisher,
  logoAddress,
  social = [],
}: Site): NewsMediaOrganization {
  return {
    "@type": "NewsMediaOrganization",
    "@id": publisherId(url),
    name: publisher?.name ?? title,
    url: publisher?.url ?? `${url}/`,
    ...(publisher?.email === undefined ? {} : { email: publisher.email }),
    ...(logoAddress === undefined ? {} : { logo: { "@type": "ImageObject", url: url + logoAddress } }),
    ...(social.length === 0 ? {} : { sameAs: social }),
  };
}

/** The site, with its search: https://schema.org/SearchAction */
export function webSiteNode({ title, url, description, language }: Site): WebSite {
  const search: WithActionConstraints<SearchAction> = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${url}/search/?q={query}` },
    "query-input": "required name=query",
  };
  return {
    "@type": "WebSite",
    "@id": webSiteId(url),
    name: title,
    url: `${url}/`,
    ...(description === undefined ? {} : { description }),
    inLanguage: language,
    publisher: { "@id": publisherId(url) },
    potentialAction: search,
  };
}

/** https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
export function breadcrumbNode(steps: readonly Link[], siteUrl: string): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: step.name,
      item: webAddressOf(step.href, siteUrl),
    })),
  };
}

/** A page of a listing, with the addresses of what it shows in their order: newest first, or oldest first. */
export function listingNode(
  page: { readonly address: string; readonly name: string; readonly entries: readonly Link[] },
  { url, language }: Site,
  order: "Ascending" | "Descending" = "Descending",
): CollectionPage {
  const address = webAddressOf(page.address, url);
  return {
    "@type": "CollectionPage",
    "@id": address,
    url: address,
    name: page.name,
    inLanguage: language,
    isPartOf: { "@id": webSiteId(url) },
    mainEntity: {
      "@type": "ItemList",
      itemListOrder: `https://schema.org/ItemListOrder${order}`,
      numberOfItems: page.entries.length,
      itemListElement: page.entries.map((entry, index) => ({
        "@type": "ListItem",
        position: index + 1,
        url: webAddressOf(entry.href, url),
      })),
    },
  };
}

/** A series, whose parts say that they belong to it. */
export function seriesNode(series: Series, { url }: Site): CreativeWorkSeries {
  const address = webAddressOf(seriesAddress(series), url);
  return { "@type": "CreativeWorkSeries", "@id": `${address}#series`, name: series.name, url: address };
}

/** The page of an author: https://developers.google.com/search/docs/appearance/structured-data/profile-page */
export function profileNode(author: Term, { site, linkTo }: Planning): ProfilePage {
  const { description, url, links = [] } = site.profiles.author.get(author.slug) ?? {};
  const address = webAddressOf(linkTo(author).href, site.url);
  const elsewhere = [...(url === undefined ? [] : [url]), ...links];
  const portrait = site.portraits?.get(author.slug)?.share.src;
  return {
    "@type": "ProfilePage",
    "@id": `${address}#profile`,
    url: address,
    inLanguage: site.language,
    isPartOf: { "@id": webSiteId(site.url) },
    mainEntity: {
      "@type": "Person",
      "@id": `${address}#person`,
      name: author.name,
      url: address,
      ...(description === undefined ? {} : { description }),
      ...(portrait === undefined ? {} : { image: webAddressOf(portrait, site.url) }),
      ...(elsewhere.length === 0 ? {} : { sameAs: elsewhere }),
    },
  };
}

/**
 * An article (https://developers.google.com/search/docs/appearance/structured-data/article).
 *
 * @param images whole web addresses of pictures that stand for it
 */
export function articleNode(
  article: Article,
  images: readonly string[],
  planning: Planning,
): NewsArticle | AdvertiserContentArticle {
  const { site } = planning;
  const address = webAddressOf(planning.addressOf(article), site.url);
  const agency = article.source && agencyNode(article.source.term, planning);
  const label = labelOf(article, site.language);
  const node = {
    mainEntityOfPage: { "@type": "WebPage", "@id": address },
    url: address,
    headline: article.title,
    ...(article.description === undefined ? {} : { description: article.description }),
    inLanguage: article.language,
    datePublished: machineDate(article.date),
    dateModified: machineDate(lastChangeOf(article)),
    author: authorsOf(article, agency, planning),
    publisher: { "@id": publisherId(site.url) },
    articleSection: article.categories.map((category) => category.name),
    ...(article.tags.length === 0 ? {} : { keywords: article.tags.map((tag) => tag.name) }),
    ...(images.length === 0 ? {} : { image: images }),
    ...(agency === undefined ? {} : { provider: agency }),
    ...(article.source?.url === undefined ? {} : { isBasedOn: article.source.url }),
    ...(article.corrections.length === 0 ? {} : { correction: article.corrections.map(correctionNode) }),
    ...(label === undefined ? {} : { genre: label }),
    ...(article.series === undefined ? {} : { isPartOf: seriesNode(article.series, site) }),
  };
  const type = schemaTypeOf(article);
  // Only news has a dateline.
  if (type === "AdvertiserContentArticle") return { "@type": type, ...node };
  return {
    "@type": type,
    ...node,
    ...(article.dateline === undefined ? {} : { dateline: article.dateline }),
  };
}

/** The people of the byline; without one, the agency whose copy it is, or the publisher. */
function authorsOf(
  article: Article,
  agency: Organization | undefined,
  planning: Planning,
): readonly Person[] | Organization | { "@id": string } {
  if (article.authors.length === 0) return agency ?? { "@id": publisherId(planning.site.url) };
  return article.authors.map((author) => {
    const link = planning.linkTo(author);
    return { "@type": "Person", name: link.name, url: webAddressOf(link.href, planning.site.url) };
  });
}

function agencyNode(
  source: NonNullable<Article["source"]>["term"],
  { site, linkTo }: Planning,
): Organization {
  const link = linkTo(source);
  const website = site.profiles.source.get(source.slug)?.url;
  return { "@type": "Organization", name: link.name, url: website ?? webAddressOf(link.href, site.url) };
}

function correctionNode({ date, text }: Article["corrections"][number]): CorrectionComment {
  return { "@type": "CorrectionComment", datePublished: machineDate(date), text };
}

function publisherId(siteUrl: string): string {
  return `${siteUrl}/#publisher`;
}

function webSiteId(siteUrl: string): string {
  return `${siteUrl}/#website`;
}

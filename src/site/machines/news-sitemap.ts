/** `news-sitemap.xml`: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
import type { Article } from "../../content/article/article.ts";
import { xml } from "../../content/markup/xml.ts";
import { xmlText } from "../../content/markup/xml-text.ts";
import { machineDate } from "../../content/values/moment.ts";
import type { LocatedArticle } from "../frame/planning.ts";
import { webAddressOf } from "../settings/web-address.ts";
import { sitemapDocument } from "./sitemap-xml.ts";

/** Two days: articles are news for that long. */
const newsAgeLimitMs = 48 * 3_600_000;

/** In one file. */
export const newsLimit = 1000;

const newsNamespace = xml` xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`;

/**
 * The articles that are news at a moment: at most 48 hours old, to the millisecond, and at most 1,000.
 *
 * @param newestFirst published articles
 * @param nowMs milliseconds since 1970
 */
export function newsAt<Story extends { readonly article: Article }>(
  newestFirst: readonly Story[],
  nowMs: number,
  limit = newsLimit,
): Story[] {
  return newestFirst
    .filter(({ article }) => article.date.epochMs <= nowMs && nowMs - article.date.epochMs <= newsAgeLimitMs)
    .slice(0, limit);
}

/** The text of the news sitemap. Without news it is an empty list, which Google takes for what it is. */
export function newsSitemapText(
  news: readonly LocatedArticle[],
  site: { readonly url: string; readonly title: string },
): string {
  const publicationIn = (language: string) => xml`<news:publication>
<news:name>${xmlText(site.title)}</news:name>
<news:language>${newsLanguage(language)}</news:language>
</news:publication>`;
  const entries = news.map(
    ({ article, address }) => xml`<url>
<loc>${webAddressOf(address, site.url)}</loc>
<news:news>
${publicationIn(article.language)}
<news:publication_date>${machineDate(article.date)}</news:publication_date>
<news:title>${xmlText(article.title)}</news:title>
</news:news>
</url>
`,
  );
  return sitemapDocument("urlset", entries, newsNamespace);
}

/** ISO 639, but for Chinese, whose two scripts Google tells apart by `zh-cn` and `zh-tw`. */
function newsLanguage(language: string): string {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== "zh") return locale.language;
  return locale.script === "Hant" ? "zh-tw" : "zh-cn";
}

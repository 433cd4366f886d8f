/** What search engines are told about an article, by the policy of its source and by who pays for it. */
import { type Article, placeInFrontMatter } from "../../content/article/article.ts";
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import { isPaidFor } from "../../content/names/article-kinds.ts";
import type { Site } from "../settings/site.ts";
import type { SourcePolicy } from "../settings/term-schemas.ts";
import type { Frame } from "./views.ts";

export type Indexing = {
  readonly robots: Frame["robots"];
  /** The address the page wants to be known by, where it is on another site. */
  readonly canonical?: string | undefined;
  readonly inSitemap: boolean;
  readonly inNewsSitemap: boolean;
};

/** https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const hidden: Indexing = {
  robots: [{ name: "robots", content: "noindex" }],
  inSitemap: false,
  inNewsSitemap: false,
};

const hiddenFromNews: Indexing = {
  robots: [{ name: "Googlebot-News", content: "noindex" }],
  inSitemap: true,
  inNewsSitemap: false,
};

const shown: Indexing = { robots: [], inSitemap: true, inNewsSitemap: true };

const defaultPolicy: SourcePolicy = "noindex-news";

/** What search engines are told about an article. What is not published but shown in previews is hidden. */
export function indexingOf(article: Article, site: Site, isPublished: boolean): Indexing {
  if (!isPublished) return hidden;
  switch (policyOf(article, site)) {
    case "noindex":
      return hidden;
    case "noindex-news":
      return hiddenFromNews;
    case "canonical":
      return article.source?.url === undefined
        ? hiddenFromNews
        : { robots: [], canonical: article.source.url, inSitemap: false, inNewsSitemap: false };
    default:
      return isPaidFor(article.kind) ? hiddenFromNews : shown;
  }
}

/** A warning for each article whose original should be indexed but has no address. */
export function missingOriginals(articles: readonly Article[], site: Site): Diagnostic[] {
  return articles.flatMap((article): Diagnostic[] => {
    const { source } = article;
    if (source === undefined || source.url !== undefined || policyOf(article, site) !== "canonical")
      return [];
    const { name } = source.term;
    return [
      {
        ...placeInFrontMatter(article, ["source"]),
        severity: "warning",
        code: "no-original",
        message: `the policy of "${name}" is canonical, but the original has no address, so the article is treated as noindex-news; write {name: ${name}, url: https://…}`,
      },
    ];
  });
}

function policyOf({ source }: Article, site: Site): SourcePolicy | undefined {
  return source && (site.profiles.source.get(source.term.slug)?.policy ?? defaultPolicy);
}

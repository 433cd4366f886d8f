/** Links of articles to the files of others, led to the addresses these are published at. */

import type { Article } from "../../content/article/article.ts";
import { withLinks } from "../../content/markup/absolute-addresses.ts";
import { BodyHtml } from "../../content/markup/body-html.ts";
import { digestOfValue } from "../../content/values/digest.ts";
import { onDemand } from "../../content/values/on-demand.ts";
import { byFile, linkedFile } from "./link-targets.ts";

/**
 * The articles, with bodies whose links to article files lead to the addresses of those articles. A body tells itself
 * from one that leads elsewhere, so that its page is made anew when another article moves.
 */
export function withArticleLinks(
  articles: readonly Article[],
  addressOf: (article: Article) => string,
): readonly Article[] {
  const files = onDemand(() => byFile(articles.map((article) => ({ article, address: addressOf(article) }))));
  return articles.map((article) => {
    const addresses = new Map<string, string>();
    for (const { href } of article.internalLinks) {
      const linked = linkedFile(href, article.file);
      const target = linked && files().get(linked.file);
      if (target !== undefined) addresses.set(href, encodeURI(target.address) + linked?.rest);
    }
    if (addresses.size === 0) return article;
    const { bodyHtml } = article;
    const digest = digestOfValue([bodyHtml.digest, ...addresses]);
    const make = () => withLinks(String(bodyHtml), (href) => addresses.get(href));
    return withBody(article, new BodyHtml(digest, make));
  });
}

/** Not by spreading: an article that is remembered makes some of its values when they are asked for. */
function withBody(article: Article, bodyHtml: BodyHtml): Article {
  return Object.assign(Object.create(Object.getPrototypeOf(article)), article, { bodyHtml });
}

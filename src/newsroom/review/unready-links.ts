/** Links to articles that readers cannot open. */

import type { Article } from "../../content/article/article.ts";
import type { StyleFinding } from "../../content/style/levels.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { linkTargets } from "../../site/plan/link-targets.ts";
import { type Standing, standingOf } from "../../site/stories/publishing.ts";

type Located = { readonly article: Article; readonly address: string };

/**
 * Links from articles that are or will be published to ones that are not, or only later.
 *
 * @param nowMs milliseconds since 1970
 */
export function unreadyLinks(articles: readonly Located[], nowMs: number): StyleFinding[] {
  const unready = new Map<string, Article>();
  for (const { article, address } of articles) {
    if (standingOf(article, nowMs) === "published") continue;
    for (const path of [address, ...article.aliases]) unready.set(outputFileOf(path), article);
  }
  if (unready.size === 0) return [];
  const targetOf = linkTargets(articles);
  return articles.flatMap(({ article, address }) =>
    article.draft
      ? []
      : article.internalLinks.flatMap(({ href, place }): StyleFinding[] => {
          const { path } = targetOf(href, { article, address });
          const target = path === undefined ? undefined : unready.get(outputFileOf(path));
          if (target === undefined || target === article) return [];
          const standing = standingOf(target, nowMs);
          // Of two that are to come, the later may link to the earlier.
          if (standing === "scheduled" && target.date.epochMs <= article.date.epochMs) return [];
          const message = `the link "${href}" leads to ${target.file}, which ${isWhat(standing)}; publish that first or take the link out`;
          return [{ place, code: "unready-link", message }];
        }),
  );
}

function isWhat(standing: Standing): string {
  return standing === "draft" ? "is a draft" : `is ${standing}`;
}

/** Links to articles that readers cannot open. */

import type { Article } from "../../content/article/article.ts";
import type { StyleFinding } from "../../content/style/levels.ts";
import { outputFileOf } from "../../content/values/address.ts";
import { linkTargets } from "../../site/plan/link-targets.ts";
import { requestFor, ruleFinder } from "../../site/redirects/matching.ts";
import { aliasRules } from "../../site/redirects/placed-rules.ts";
import { standingOf } from "../../site/stories/publishing.ts";

type Located = { readonly article: Article; readonly address: string };

/**
 * Links from articles that are or will be published to ones that are not, or only later.
 *
 * @param nowMs milliseconds since 1970
 */
export function unreadyLinks(articles: readonly Located[], nowMs: number): StyleFinding[] {
  const hidden = articles.filter(({ article }) => standingOf(article, nowMs) !== "published");
  if (hidden.length === 0) return [];
  const byFile = new Map(hidden.map(({ article, address }) => [outputFileOf(address), article]));
  const byAlias = ruleFinder(
    hidden.flatMap((one) => aliasRules(one).map(({ from }) => ({ from, article: one.article }))),
  );
  const unreadyAt = (path: string, search: string) =>
    byFile.get(outputFileOf(path)) ?? byAlias(requestFor(encodeURI(path) + search))?.article;
  const targetOf = linkTargets(articles);
  return articles.flatMap(({ article, address }) =>
    article.draft
      ? []
      : article.internalLinks.flatMap(({ href, place }): StyleFinding[] => {
          const { path, search } = targetOf(href, { article, address });
          const target = path === undefined ? undefined : unreadyAt(path, search);
          if (target === undefined || target === article) return [];
          const standing = standingOf(target, nowMs);
          // Of two that are to come, the later may link to the earlier.
          if (standing === "scheduled" && target.date.epochMs <= article.date.epochMs) return [];
          const message = `the link "${href}" leads to ${target.file}, which ${standing === "draft" ? "is a draft" : `is ${standing}`}; publish that first or take the link out`;
          return [{ place, code: "unready-link", message }];
        }),
  );
}

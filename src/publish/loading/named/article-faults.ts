/** What is wrong with some articles among all: of what a plan finds what is told of these, or names them. */
import type { Article } from "../../../content/article/article.ts";
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import { styled } from "../../../content/style/levels.ts";
import { outputFileOf } from "../../../content/values/address.ts";
import { onDemand } from "../../../content/values/on-demand.ts";
import { missingOriginals } from "../../../site/frame/source-policy.ts";
import { brokenBodyLinks } from "../../../site/plan/body-links.ts";
import { addressConflicts, inOrderOfClaims, nameConflicts } from "../../../site/plan/conflicts.ts";
import { fileConflicts } from "../../../site/plan/file-conflicts.ts";
import { type Beside, type PlanOptions, planSite } from "../../../site/plan/plan.ts";
import { addressOf } from "../../../site/settings/permalink.ts";
import type { Site } from "../../../site/settings/site.ts";

/**
 * What the plan of a site would tell of some articles, among others. Where no rule leads from old addresses, and links of these
 * articles lead to others, it is told without planning any page.
 */
export function articleFaults(
  isAsked: (article: Article) => boolean,
  site: Site,
  articles: readonly Article[],
  options: PlanOptions,
  beside: Beside,
): readonly Diagnostic[] {
  const withPages = () => planSite(site, articles, options, beside).diagnostics;
  const { rules = [], files = [] } = beside;
  if (rules.length > 0 || articles.some(({ aliases }) => aliases.length > 0)) return withPages();
  const located = inOrderOfClaims(articles).map((article) => ({
    article,
    address: addressOf(article, site.permalink),
  }));
  const asked = located.filter(({ article }) => isAsked(article));
  const pages = onDemand(() => new Set(located.map(({ address }) => outputFileOf(address))));
  let areToArticles = true;
  const isThere = (address: string) => {
    const isArticle = pages().has(outputFileOf(address));
    areToArticles &&= isArticle;
    return isArticle;
  };
  const broken = brokenBodyLinks(asked, { articles: located, isThere, isOldAddress: () => false });
  if (!areToArticles) return withPages();
  return [
    ...missingOriginals(
      asked.map(({ article }) => article),
      site,
    ),
    ...nameConflicts(articles, site.terms),
    // Dateline's own pages have addresses that no article may take.
    ...addressConflicts(located, []).diagnostics,
    ...fileConflicts(files, () =>
      asked.map(({ article, address }) => ({ address, by: `the page of ${article.file}` })),
    ),
    ...styled(broken, site.style),
  ];
}

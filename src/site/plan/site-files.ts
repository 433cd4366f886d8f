/** The files of a site that are not pages: headers, redirects, robots.txt, sitemaps, the next moment to build. */

import { outputFileOf } from "../../content/values/address.ts";
import { feedPaths } from "../feeds/feed-files.ts";
import { allPages } from "../frame/planned-pages.ts";
import { openOrigins } from "../look/script-policy.ts";
import { headersText } from "../machines/headers.ts";
import { newsSitemapText } from "../machines/news-sitemap.ts";
import { robotsText } from "../machines/robots.ts";
import { datedListings, type IsSitemapLeft, sitemapFiles } from "../machines/sitemaps.ts";
import { speculationRulesAddress, speculationRulesText } from "../machines/speculation-rules.ts";
import { redirectPages } from "../redirects/redirect-pages.ts";
import { rulesText } from "../redirects/rules-text.ts";
import { deskOrigins } from "../settings/desk-settings.ts";
import { basePathOf } from "../settings/web-address.ts";
import { nextPublishFile, nextPublishText } from "../stories/next-publish.ts";
import { mayBeMade } from "./file-conflicts.ts";
import type { Plan } from "./plan.ts";

/** No date says when a page changed that is no article. */
function ownPagesOf({ ownPages }: Plan) {
  return ownPages.flatMap(({ address, isDraft }) => (isDraft ? [] : [{ address, modified: undefined }]));
}

/** Their texts by path in the output folder. @param isLeft of sitemaps that need not be made */
export function siteFiles(plan: Plan, isLeft?: IsSitemapLeft): ReadonlyMap<string, string> {
  const { url } = plan.site;
  const basePath = basePathOf(url);
  const { desk, scripts } = plan.settings;
  const pages = [...allPages(plan.pages), ...plan.ownPages].map(({ address }) => outputFileOf(address));
  const feeds = plan.feeds.flatMap(({ address }) => feedPaths(address));
  return new Map([
    [
      "_headers",
      headersText(openOrigins(scripts), !plan.settings.isDeployPreview, desk && deskOrigins(desk), basePath),
    ],
    ["_redirects", rulesText(plan.rules, basePath)],
    ...(plan.settings.redirectPages ? redirectPages(plan.rules, [...pages, ...feeds], mayBeMade, url) : []),
    [nextPublishFile, nextPublishText(plan.nextPublish)],
    ["robots.txt", robotsText(url, desk !== undefined)],
    ["news-sitemap.xml", newsSitemapText(plan.news, plan.site)],
    ...sitemapFiles(
      plan.indexed,
      datedListings(plan.pages, plan.articles),
      ownPagesOf(plan),
      url,
      undefined,
      isLeft,
    ),
    [speculationRulesAddress.slice(1), speculationRulesText(basePath)],
  ]);
}

/** The files of a site that are not pages: headers, redirects, robots.txt, sitemaps, the next moment to build. */
import { headersText } from "../site/headers.ts";
import { newsSitemapText } from "../site/news-sitemap.ts";
import { nextPublishFile, nextPublishText } from "../site/next-publish.ts";
import type { Plan } from "../site/plan.ts";
import { redirectsText } from "../site/redirects.ts";
import { robotsText } from "../site/robots.ts";
import { datedListings, sitemapFiles } from "../site/sitemaps.ts";
import { speculationRulesAddress, speculationRulesText } from "../site/speculation-rules.ts";

/** Their texts by path in the output folder. */
export function siteFiles(plan: Plan): ReadonlyMap<string, string> {
  const { url } = plan.site;
  return new Map([
    ["_headers", headersText(!plan.isDeployPreview, plan.desk?.origins)],
    ["_redirects", redirectsText(plan.redirects, plan.gone)],
    [nextPublishFile, nextPublishText(plan.nextPublish)],
    ["robots.txt", robotsText(url, plan.desk !== undefined)],
    ["news-sitemap.xml", newsSitemapText(plan.news, plan.site)],
    ...sitemapFiles(plan.indexed, datedListings(plan.pages, plan.articles), url),
    [speculationRulesAddress.slice(1), speculationRulesText()],
  ]);
}

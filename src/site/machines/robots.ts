/** `robots.txt`: what crawlers may read, and where the sitemaps are. */

import { basePathOf } from "../settings/web-address.ts";

/** The text of `robots.txt`: https://www.rfc-editor.org/rfc/rfc9309, with the lines of https://www.sitemaps.org */
export function robotsText(siteUrl: string, hasDesk = false): string {
  return [
    "User-agent: *",
    "Allow: /",
    `Disallow: ${basePathOf(siteUrl)}/pagefind/`,
    ...(hasDesk ? [`Disallow: ${basePathOf(siteUrl)}/desk/`] : []),
    "",
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    "",
  ].join("\n");
}

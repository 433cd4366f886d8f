/** `robots.txt`: what crawlers may read, and where the sitemaps are. */

/** The text of `robots.txt`: https://www.rfc-editor.org/rfc/rfc9309, with the lines of https://www.sitemaps.org */
export function robotsText(siteUrl: string, hasDesk = false): string {
  return [
    "User-agent: *",
    "Allow: /",
    "Disallow: /pagefind/",
    ...(hasDesk ? ["Disallow: /desk/"] : []),
    "",
    `Sitemap: ${siteUrl}/sitemap.xml`,
    `Sitemap: ${siteUrl}/news-sitemap.xml`,
    "",
  ].join("\n");
}

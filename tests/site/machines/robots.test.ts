import { expect, test } from "vitest";
import { robotsText } from "../../../src/site/machines/robots.ts";

test("robots.txt names the sitemaps, and keeps crawlers from the search index, and from the desk where there is one", () => {
  const sitemaps =
    "\nSitemap: https://small.example/sitemap.xml\nSitemap: https://small.example/news-sitemap.xml\n";
  expect(robotsText("https://small.example")).toBe(
    `User-agent: *\nAllow: /\nDisallow: /pagefind/\n${sitemaps}`,
  );
  expect(robotsText("https://small.example", true)).toBe(
    `User-agent: *\nAllow: /\nDisallow: /pagefind/\nDisallow: /desk/\n${sitemaps}`,
  );
});

import { describe, expect, test } from "vitest";
import { newsAt, newsLimit, newsSitemapText } from "../../../src/site/machines/news-sitemap.ts";
import { articleOf, siteOf } from "../../site-values.ts";
import { sitemapFaults } from "./sitemap-schema.ts";

const nowMs = Date.parse("2026-11-24T12:00:00Z");

function titlesAt(dates: readonly string[], moment = nowMs): string[] {
  return newsAt(
    dates.map((date) => ({ article: articleOf(date, date) })),
    moment,
  ).map(({ article }) => article.title);
}

describe("an article is news", () => {
  test("for exactly 48 hours and not a second longer", () => {
    expect(titlesAt(["2026-11-22 12:00:01", "2026-11-22 12:00:00", "2026-11-22 11:59:59"])).toEqual([
      "2026-11-22 12:00:01",
      "2026-11-22 12:00:00",
    ]);
  });

  test("for 48 hours on the clock, across a change to summer time", () => {
    // Berlin's clocks go from 02:00 to 03:00 on 29 March 2026: from 12:00 on the 28th to 13:00 on the 30th are 48 hours.
    const site = siteOf("timezone: Europe/Berlin");
    const news = (moment: string) =>
      newsAt([{ article: articleOf("A", "2026-03-28 12:00", [], site) }], Date.parse(moment)).length;
    expect(news("2026-03-30T13:00:00+02:00")).toBe(1);
    expect(news("2026-03-30T13:00:01+02:00")).toBe(0);
  });

  test("from the moment it is published", () => {
    expect(titlesAt(["2026-11-24 12:00:01", "2026-11-24 12:00:00"])).toEqual(["2026-11-24 12:00:00"]);
  });

  test("among the newest 1,000 alone", () => {
    const article = articleOf("A", "2026-11-24");
    const stories = Array.from({ length: 1001 }, (_, index) => ({ article, index }));
    expect(newsLimit).toBe(1000);
    expect(newsAt(stories, nowMs).map(({ index }) => index)).toEqual(
      Array.from({ length: 1000 }, (_, index) => index),
    );
  });
});

describe("the news sitemap", () => {
  const site = siteOf("timezone: Asia/Seoul");

  test("gives publication, date with zone and title of each article", async () => {
    const article = articleOf("Night ferry", "2026-11-24 08:30", [], site);
    const text = newsSitemapText([{ article, address: "/2026/11/night-ferry/" }], site);
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url>
<loc>https://small.example/2026/11/night-ferry/</loc>
<news:news>
<news:publication>
<news:name>The Small Paper</news:name>
<news:language>en</news:language>
</news:publication>
<news:publication_date>2026-11-24T08:30:00+09:00</news:publication_date>
<news:title>Night ferry</news:title>
</news:news>
</url>
</urlset>
`);
    expect(sitemapFaults(text)).toEqual([]);
  });

  test("is an empty list where there is no news", async () => {
    const text = newsSitemapText([], site);
    expect(text).not.toContain("<url>");
    expect(sitemapFaults(text)).toEqual([]);
  });

  test.for([
    [
      "markup and quotes",
      `</news:title> & <b>"it's"</b> ]]>`,
      "&lt;/news:title&gt; &amp; &lt;b&gt;&quot;it&apos;s&quot;&lt;/b&gt; ]]&gt;",
    ],
    ["emoji", "Ferry 🚢 sails", "Ferry 🚢 sails"],
    ["Arabic", "افتتاح نفق الميناء", "افتتاح نفق الميناء"],
    ["characters XML cannot hold", "a\u0000\u000b\ufffe\ud800b", "ab"],
  ])("writes a title with %s", async ([, title = "", written]) => {
    const article = { ...articleOf("A", "2026-11-24"), title };
    const text = newsSitemapText([{ article, address: "/a/" }], site);
    expect(text).toContain(`<news:title>${written}</news:title>`);
    expect(sitemapFaults(text)).toEqual([]);
  });

  test("is well-formed whatever UTF-16 unit stands in a title", async () => {
    const title = Array.from({ length: 0x10000 }, (_, unit) => `${String.fromCharCode(unit)} `).join("");
    const article = { ...articleOf("A", "2026-11-24"), title };
    expect(sitemapFaults(newsSitemapText([{ article, address: "/a/" }], site))).toEqual([]);
  });

  test.for([
    ["pt-BR", "pt"],
    ["zh-Hans", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh", "zh-cn"],
    ["fil", "fil"],
  ])("names the language %s as %s", ([language, written]) => {
    const article = articleOf("A", "2026-11-24", [`language: ${language}`]);
    const text = newsSitemapText([{ article, address: "/a/" }], siteOf());
    expect(text).toContain(`<news:language>${written}</news:language>`);
  });
});

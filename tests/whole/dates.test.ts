import { describe, expect, test } from "vitest";
import { sitemapFaults } from "../site/machines/sitemap-schema.ts";
import { articleText, builtSite, run, siteFolder, smallSite, writeFiles } from "../site-folder.ts";

const zone = `${smallSite}cards: false\ntimezone: Asia/Seoul\npageSize: 2\n`;

describe("a date without a time", () => {
  test("is a day on every page, and for machines whatever their format allows", async () => {
    const folder = await siteFolder({
      "site.yaml": zone,
      "articles/day.md": articleText("Day", "2026-11-23", [
        "updated: 2026-11-23",
        "corrections: [{date: 2026-11-23, text: Not ten.}]",
      ]),
      "articles/2026-11-22-named.md": articleText("Named", "x").replace("date: x\n", ""),
    });
    const files = await builtSite(folder);
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    expect(pages.filter(([, text]) => /\b(?:00:00|T\d\d:)/.test(text)).map(([path]) => path)).toEqual([]);
    const page = files.get("2026/11/day/index.html") ?? "";
    expect(page).toContain('<time datetime="2026-11-23">23 November 2026</time>');
    expect(page).toContain('"datePublished":"2026-11-23","dateModified":"2026-11-23"');
    expect(page).toContain('<meta property="article:published_time" content="2026-11-23">');
    expect(files.get("sitemap-articles-2026.xml")).toContain("<lastmod>2026-11-22</lastmod>");
    const news = files.get("news-sitemap.xml") ?? "";
    expect(news).toContain("<news:publication_date>2026-11-23</news:publication_date>");
    expect(sitemapFaults(news)).toEqual([]);
    // RFC 3339 has no date without a time; a day begins at midnight of the site's zone.
    expect(files.get("feed.xml")).toContain("<published>2026-11-23T00:00:00+09:00</published>");
    expect(files.get("feed.json")).toContain('"date_published":"2026-11-23T00:00:00+09:00"');
  });

  test("puts one more story of that day at the newest end: no page that is closed changes", async () => {
    const names = Array.from({ length: 11 }, (_, index) => `wire-${index + 1}`);
    const story = (name: string) => articleText(name, "2026-11-20", ["tags: [ferry]"]);
    const folder = await siteFolder({
      "site.yaml": zone,
      ...Object.fromEntries(names.map((name) => [`articles/${name}.md`, story(name)])),
    });
    const before = await builtSite(folder);
    const closed = [...before.keys()].filter((path) => path.includes("/page/"));
    // Eleven stories at two a page: four closed pages and a newest end of three, in three listings and a month.
    expect(closed).toHaveLength(4 * 4);
    expect(before.get("latest/page/1/index.html")).toMatch(/wire-2<.*wire-1</s);
    await writeFiles(folder, { "articles/wire-12.md": story("wire-12") });
    const after = await builtSite(folder);
    expect(closed.filter((path) => after.get(path) !== before.get(path))).toEqual([]);
    const changed = [...before].filter(
      ([path, text]) => /^2026.*html$/.test(path) && after.get(path) !== text,
    );
    expect(changed.map(([path]) => path)).toEqual(["2026/11/wire-11/index.html"]);
  });
});

test("dates of an hour with one digit, with milliseconds, or with a short offset are dates", async () => {
  const folder = await siteFolder({
    "site.yaml": zone,
    "articles/a.md": articleText("A", "2026-11-20 8:30"),
    "articles/b.md": articleText("B", "2026-11-20T08:30:00.000Z"),
    "articles/c.md": articleText("C", "2026-11-20 08:30+08"),
  });
  const { stdout, exitCode } = await run("check", "--site", folder);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining("no errors")]);
});

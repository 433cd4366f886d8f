import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sitemapFiles } from "../../../src/site/machines/sitemaps.ts";
import { newestFirst } from "../../../src/site/stories/publishing.ts";
import { articleOf, siteOf } from "../../site-values.ts";
import { sitemapFaults } from "./sitemap-schema.ts";

const url = "https://small.example";

/** Sitemaps of articles without listings; an article's address is its title. */
function filesOf(
  articles: readonly ReturnType<typeof articleOf>[],
  limits?: { addresses: number; bytes: number },
  isLeft?: (path: string, year: string) => boolean,
) {
  const located = newestFirst(articles).map((article) => ({ article, address: `/${article.title}/` }));
  return sitemapFiles(located, [{ address: "/", modified: undefined }], [], url, limits, isLeft);
}

function locations(text: string | undefined): string[] {
  return [...(text ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);
}

describe("the sitemaps of a site", () => {
  test("hold the articles of each year in a file of its own, oldest first, and an index of the files", async () => {
    const files = filesOf([
      articleOf("c", "2026-02-01"),
      articleOf("a", "2025-12-31 23:30"),
      articleOf("b", "2026-01-01"),
    ]);
    expect([...files.keys()]).toEqual([
      "sitemap.xml",
      "sitemap-listings.xml",
      "sitemap-articles-2025.xml",
      "sitemap-articles-2026.xml",
    ]);
    expect(locations(files.get("sitemap.xml"))).toEqual([
      `${url}/sitemap-listings.xml`,
      `${url}/sitemap-articles-2025.xml`,
      `${url}/sitemap-articles-2026.xml`,
    ]);
    expect(locations(files.get("sitemap-articles-2025.xml"))).toEqual([`${url}/a/`]);
    expect(locations(files.get("sitemap-articles-2026.xml"))).toEqual([`${url}/b/`, `${url}/c/`]);
    for (const text of files.values()) expect(sitemapFaults(text)).toEqual([]);
  });

  test("number the further files of a year that is too large for one", () => {
    const articles = ["a", "b", "c"].map((title, index) => articleOf(title, `2026-01-0${index + 1}`));
    const files = filesOf(articles, { addresses: 2, bytes: 1e6 });
    expect(locations(files.get("sitemap-articles-2026.xml"))).toEqual([`${url}/a/`, `${url}/b/`]);
    expect(locations(files.get("sitemap-articles-2026-2.xml"))).toEqual([`${url}/c/`]);
    expect(locations(files.get("sitemap.xml"))).toContain(`${url}/sitemap-articles-2026-2.xml`);
  });

  test("are not made of a year that is left as it stands, and the index is the same", () => {
    const articles = ["a", "b", "c", "d"].map((title, index) =>
      articleOf(title, `${2025 + (index >> 1)}-01-0${index + 1}`, ["updated: 2026-11-20 09:00"]),
    );
    const asked: string[] = [];
    const isLeft = (path: string, year: string) => asked.push(`${path} ${year}`) === 1;
    const [made, left] = [filesOf(articles), filesOf(articles, undefined, isLeft)];
    expect(asked).toEqual(["sitemap-articles-2025.xml 2025", "sitemap-articles-2026.xml 2026"]);
    made.delete("sitemap-articles-2025.xml");
    expect(left).toEqual(made);
    // Of a year that may need two files nobody can tell without making them.
    filesOf(articles, { addresses: 1, bytes: 1e6 }, isLeft);
    filesOf(articles, { addresses: 10, bytes: 400 }, isLeft);
    expect(asked.length).toBe(2);
  });

  test("say when an article was last changed: its date, its update or its last correction", () => {
    const changed = (lines: string[]) =>
      filesOf([articleOf("a", "2026-01-02 08:00", lines)]).get("sitemap-articles-2026.xml");
    expect(changed([])).toContain("<lastmod>2026-01-02T08:00:00Z</lastmod>");
    expect(changed(["updated: 2026-01-03 09:00"])).toContain("<lastmod>2026-01-03T09:00:00Z</lastmod>");
    expect(
      changed(["updated: 2026-01-03 09:00", "corrections: [{date: 2026-01-04 10:00, text: Wrong.}]"]),
    ).toContain("<lastmod>2026-01-04T10:00:00Z</lastmod>");
  });

  test("encode letters of every script in addresses", async () => {
    const files = filesOf([articleOf("경제", "2026-01-02"), articleOf("مرفأ", "2026-01-03")]);
    const text = files.get("sitemap-articles-2026.xml");
    expect(locations(text)).toEqual([`${url}/%EA%B2%BD%EC%A0%9C/`, `${url}/%D9%85%D8%B1%D9%81%D8%A3/`]);
    expect(sitemapFaults(text ?? "")).toEqual([]);
  });

  test("keep every file but the newest article part, the listings and the index when an article is added", () => {
    const site = siteOf();
    const days = Array.from({ length: 40 }, (_, index) =>
      articleOf(
        String(index),
        new Date(Date.UTC(2024, 0, 1 + index * 20)).toISOString().slice(0, 10),
        [],
        site,
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 39 }), fc.integer({ min: 1, max: 5 }), (count, addresses) => {
        const limits = { addresses, bytes: 1e6 };
        const before = filesOf(days.slice(0, count), limits);
        const after = filesOf(days.slice(0, count + 1), limits);
        const changed = [...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path);
        const added = [...after.keys()].filter((path) => !before.has(path));
        const newestPart = [...before.keys()].at(-1);
        // The article either fills up the newest part or begins the next.
        const isFilledUp = added.length === 0;
        expect(changed).toEqual(isFilledUp ? ["sitemap.xml", newestPart] : ["sitemap.xml"]);
        expect(locations(after.get((isFilledUp ? newestPart : added[0]) ?? "")).at(-1)).toBe(
          `${url}/${count}/`,
        );
        expect(added.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

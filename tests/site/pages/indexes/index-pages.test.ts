import { describe, expect, test } from "vitest";
import { readArticle } from "../../../../src/content/article/reading/article-reading.ts";
import type { IndexView } from "../../../../src/site/frame/page-views.ts";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { contentRules, readSite } from "../../../../src/site/settings/site.ts";
import { articleText, smallSite } from "../../../site-folder.ts";

/** The index at an address, of a site of articles, each with its date and tags. */
function indexAt(address: string, articles: readonly (readonly [date: string, tags: string])[]): IndexView {
  const { site } = readSite(smallSite);
  if (site === undefined) throw new Error("the site is at fault");
  const rules = contentRules(site, new Map());
  const read = articles.map(([date, tags], index) => {
    const bytes = Buffer.from(articleText("Story", date, [`tags: [${tags}]`]));
    const { article, diagnostics } = readArticle(`articles/story-${index}.md`, bytes, rules);
    if (article === undefined) throw new Error(JSON.stringify(diagnostics));
    return article;
  });
  const plan = planSite(site, read, { nowMs: Date.parse("2026-11-24"), drafts: false });
  const found = plan.pages.index.find((page) => page.address === address)?.view();
  if (found === undefined) throw new Error(`there is no page ${address}`);
  return found;
}

const shown = (index: IndexView) =>
  index.groups.map(({ heading, items }) => [
    heading?.name,
    ...items.map(({ name, count }) => `${name} ${count}`),
  ]);

describe("the index of tags", () => {
  test("has every tag under its letter, digits first, then in the order of the site's language", () => {
    const index = indexAt("/tags/", [
      ["2026-11-01", "Zinc, ferry, 경제, 5G"],
      ["2026-11-02", "fado, '“fares”', élan, eels, 까치, zone 10, zone 9"],
      ["2026-11-03", "ferry, 경제"],
    ]);
    expect(shown(index)).toEqual([
      ["0–9", "5G 1"],
      ["E", "eels 1", "élan 1"],
      ["F", "fado 1", "“fares” 1", "ferry 2"],
      ["Z", "Zinc 1", "zone 9 1", "zone 10 1"],
      ["ㄱ", "경제 2", "까치 1"],
    ]);
    expect(index.jumps.slice(0, 2)).toEqual([
      { name: "0–9", href: "#letter-0–9" },
      { name: "E", href: "#letter-E" },
    ]);
    expect(index.groups[1]?.heading).toEqual({ name: "E", id: "letter-E" });
  });

  test("opens with the twenty most used tags where there are more, of equals by name", () => {
    const letters = [..."abcdefghijklmnopqrstuv"];
    const index = indexAt("/tags/", [
      ["2026-11-01", letters.join(", ")],
      ["2026-11-02", "v, c, u"],
      ["2026-11-03", "u"],
    ]);
    expect(shown(index)[0]).toEqual([
      "Most used",
      "u 3",
      "c 2",
      "v 2",
      ...[..."abdefghijklmnopqr"].map((letter) => `${letter} 1`),
    ]);
    expect(index.groups).toHaveLength(1 + letters.length);
  });
});

describe("the archive", () => {
  const articles = [
    ["2025-12-31", ""],
    ["2026-01-01", ""],
    ["2026-01-31", ""],
    ["2026-11-02", ""],
  ] as const;

  test("counts the articles of every year and month, newest first", () => {
    expect(indexAt("/archive/", articles).groups).toEqual([
      {
        heading: { name: "2026", href: "/archive/2026/", count: 3 },
        items: [
          { name: "November 2026", href: "/archive/2026/11/", count: 1 },
          { name: "January 2026", href: "/archive/2026/01/", count: 2 },
        ],
      },
      {
        heading: { name: "2025", href: "/archive/2025/", count: 1 },
        items: [{ name: "December 2025", href: "/archive/2025/12/", count: 1 }],
      },
    ]);
  });

  test("has a page for each year with its months", () => {
    expect(shown(indexAt("/archive/2026/", articles))).toEqual([
      [undefined, "November 2026 1", "January 2026 2"],
    ]);
  });
});

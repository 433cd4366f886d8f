import { describe, expect, test } from "vitest";
import { planSite } from "../../src/site/plan.ts";
import { searchRecords } from "../../src/site/search-records.ts";
import { articlesOf, siteOf } from "../site-values.ts";

const site = siteOf("timezone: Asia/Seoul");
const [ferry, harbour] = searchRecords(
  planSite(
    site,
    articlesOf(site, [
      [
        "Ferry",
        "2026-12-31 15:00Z",
        "categories: [Asia, Science and Health]",
        "tags: [night ferry]",
        "authors: [Mei Tan]",
        "source: Agency News",
        "description: It is back.",
      ],
      ["항구", "2026-11-01", "language: ko"],
      ["Draft", "2026-11-01", "draft: true"],
    ]),
    { nowMs: Date.parse("2027-01-01T00:00Z"), drafts: false },
  ),
);

describe("the search", () => {
  test("finds an article by its headline, its description, its text and the names it is filed under", () => {
    expect(ferry).toMatchObject({
      address: "/2027/01/ferry/",
      title: "Ferry",
      description: "It is back.",
      body: "<p>Text.</p>\n",
      keywords: "Asia, Science and Health, night ferry, Agency News, Mei Tan",
    });
  });

  test("narrows down by category, tag, source and the year of the site's zone", () => {
    expect(ferry?.filters).toEqual([
      { name: "category", value: "asia Asia" },
      { name: "category", value: "science-and-health Science and Health" },
      { name: "tag", value: "night-ferry night ferry" },
      { name: "source", value: "agency-news Agency News" },
      { name: "year", value: "2027 2027" },
    ]);
  });

  test("shows day, categories and source beside a result, and sorts by the moment", () => {
    expect(ferry?.date).toBe(Date.parse("2026-12-31T15:00Z"));
    expect(ferry?.metas).toEqual([
      { name: "date", value: "2027-01-01T00:00:00+09:00" },
      { name: "day", value: "1 January 2027" },
      { name: "categories", value: "Asia, Science and Health" },
      { name: "source", value: "Agency News" },
    ]);
  });

  test("knows the language of an article that is not in the site's", () => {
    expect(harbour?.metas.slice(-2)).toEqual([
      { name: "language", value: "ko" },
      { name: "direction", value: "ltr" },
    ]);
  });
});

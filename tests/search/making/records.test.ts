import { describe, expect, test } from "vitest";
import { searchRecords } from "../../../src/search/making/records.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { articleOf, articlesOf, renditionAt, siteOf } from "../../site-values.ts";

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
        "kind: analysis",
        "dateline: HONG KONG (Agency News)",
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
      keywords: "Asia, Science and Health, night ferry, Agency News, Mei Tan, HONG KONG",
    });
    expect(String(ferry?.body)).toContain("Text.</p>");
  });

  test("narrows down by every facet: the year is that of the site's zone", () => {
    expect(ferry?.facets).toEqual({
      category: ["asia Asia", "science-and-health Science and Health"],
      tag: ["night-ferry night ferry"],
      source: ["agency-news Agency News"],
      author: ["mei-tan Mei Tan"],
      place: ["hong-kong HONG KONG"],
      year: ["2027 2027"],
      language: ["en en"],
    });
  });

  test("shows day, categories, source and label beside a result, and sorts by the day", () => {
    // 57 years, 14 of them with a leap day, after the first of January 1970.
    expect(ferry?.day).toBe(57 * 365 + 14);
    expect(ferry?.metas).toEqual([
      { name: "date", value: "2027-01-01T00:00:00+09:00" },
      { name: "day", value: "1 January 2027" },
      { name: "categories", value: "Asia, Science and Health" },
      { name: "source", value: "Agency News" },
      { name: "label", value: "Analysis" },
      { name: "summary", value: "It is back." },
    ]);
  });

  test("shows the part of a picture that lists must show", () => {
    const picture = {
      rendition: renditionAt("/media/ferry.jpg"),
      alt: "A ferry",
      focus: "bottom left",
    } as const;
    const article = { ...articleOf("Ferry", "2026-11-01"), image: picture };
    const [record] = searchRecords(
      planSite(site, [article], { nowMs: Date.parse("2027-01-01T00:00Z"), drafts: false }),
    );
    expect(record?.metas.slice(-2)).toEqual([
      { name: "picture", value: "/media/ferry.jpg" },
      { name: "focus", value: "focus-bottom focus-left" },
    ]);
  });

  test("knows the language of an article that is not in the site's", () => {
    expect(harbour?.metas.slice(-2)).toEqual([
      { name: "language", value: "ko" },
      { name: "direction", value: "ltr" },
    ]);
  });
});

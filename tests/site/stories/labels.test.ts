import { describe, expect, test } from "vitest";
import { articleKinds } from "../../../src/content/names/article-kinds.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { articleOf, articlesOf, siteOf } from "../../site-values.ts";

/** The plan of a site of one article. */
function planOf(...lines: string[]) {
  const article = articleOf("Story", "2026-11-23 12:00", lines);
  return planSite(siteOf(), [article], { nowMs: Date.parse("2026-11-24"), drafts: false });
}

function shownOf(...lines: string[]) {
  const plan = planOf(...lines);
  const article = plan.pages.article[0]?.view();
  const [, type] = /"@type":"(\w*(?:News|Content)Article)"/.exec(article?.jsonLd ?? "") ?? [];
  const list = plan.pages.listing[0]?.view();
  return { label: article?.label, inList: list?.entries[0]?.label, type, isNews: plan.news.length === 1 };
}

describe("readers and search engines are told of an article that is", () => {
  test.for([
    ["opinion", "Opinion", "OpinionNewsArticle", true],
    ["analysis", "Analysis", "AnalysisNewsArticle", true],
    ["review", "Review", "ReviewNewsArticle", true],
    ["press release", "Press release", "NewsArticle", true],
    ["sponsored", "Sponsored", "AdvertiserContentArticle", false],
  ] as const)("%s", ([kind, label, type, isNews]) => {
    expect(shownOf(`kind: ${kind}`)).toEqual({ label, inList: label, type, isNews });
  });

  test("a report nothing", () => {
    expect(shownOf()).toEqual({ label: undefined, inList: undefined, type: "NewsArticle", isNews: true });
  });

  test("of any kind in its own language", () => {
    expect(articleKinds.map((kind) => shownOf(`kind: ${kind}`, "language: ko").inList)).toEqual([
      "오피니언",
      "분석",
      "리뷰",
      "보도자료",
      "광고",
    ]);
  });
});

test("readers are told so wherever an article is named by its headline alone", () => {
  const site = siteOf();
  const inSeries = ["series: Crossings", 'corrections: [{date: 2026-11-02, text: "Twelve boats, not ten."}]'];
  const articles = articlesOf(
    site,
    Array.from({ length: 14 }, (_, index) => {
      const isPaidFor = index === 7;
      const date = `2026-11-${String(index + 1).padStart(2, "0")}`;
      return [`Story ${index}`, date, ...inSeries, ...(isPaidFor ? ["kind: sponsored"] : [])];
    }),
  );
  const [paidFor] = articles.slice(7);
  const plan = planSite(site, articles, { nowMs: Date.parse("2026-11-24"), drafts: false });
  const page = (title: string) =>
    plan.pages.article.map(({ view }) => view()).find((view) => view.heading === title);
  const stories = [
    ...(plan.pages.home[0]?.view().latest.flatMap((day) => day.stories) ?? []),
    ...(page("Story 12")?.more?.links ?? []),
    ...(page("Story 8")?.series?.neighbours ?? []),
    page("Story 8")?.previous,
    page("Story 6")?.next,
    ...(plan.pages.corrections[0]?.view().entries ?? []),
  ].filter((story) => story?.name === paidFor?.title);
  expect(stories.map((story) => story?.label)).toEqual(Array.from({ length: 6 }, () => "Sponsored"));
});

test("feed readers find what an article is among its categories and above its text", () => {
  const [feed] = planOf("kind: press release", "tags: [ferry]").feeds;
  expect(feed?.entries[0]?.categories).toEqual([
    { scheme: "https://small.example/category/", slug: "news", name: "News" },
    { scheme: "https://small.example/tag/", slug: "ferry", name: "ferry" },
    { scheme: "https://schema.org/genre", slug: "press-release", name: "Press release" },
  ]);
  expect(feed?.entries[0]?.content).toMatchObject({ view: { label: "Press release" } });
});

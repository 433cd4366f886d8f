import { describe, expect, test } from "vitest";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { articlesOf, siteOf } from "../../../site-values.ts";

const site = siteOf();
const plan = (drafts = false) =>
  planSite(
    site,
    articlesOf(site, [
      ["Three", "2026-11-03", "series: Port", "language: ko"],
      ["One", "2026-11-01", "series: Port"],
      ["Two", "2026-11-02", "series: Port"],
      ["Four", "2026-11-25", "series: Port"],
      ["Alone", "2026-11-02", "series: 항구"],
      ["Other", "2026-11-02 10:00"],
    ]),
    { nowMs: Date.parse("2026-11-24"), drafts },
  );

describe("a series", () => {
  test("has a page that names its parts, the first part first", () => {
    expect(plan().pages.series.map(({ address }) => address)).toEqual(["/series/port/", "/series/항구/"]);
    const page = plan().pages.series[0]?.view();
    expect(page?.parts.map(({ name, entry }) => [name, entry.name, entry.href])).toEqual([
      ["Part 1", "One", "/2026/11/one/"],
      ["Part 2", "Two", "/2026/11/two/"],
      ["Part 3", "Three", "/2026/11/three/"],
    ]);
    expect(page).toMatchObject({ title: "Port – The Small Paper", range: "1\u2009–\u20093 November 2026" });
    expect(page?.breadcrumb.map(({ name }) => name)).toEqual(["Home", "Port"]);
    expect(page?.feeds).toEqual([]);
    expect(JSON.parse(page?.jsonLd ?? "")["@graph"]).toMatchObject([
      {
        "@type": "CollectionPage",
        mainEntity: { itemListOrder: "https://schema.org/ItemListOrderAscending" },
      },
      { "@type": "CreativeWorkSeries", name: "Port", url: "https://small.example/series/port/" },
      { "@type": "BreadcrumbList" },
    ]);
  });

  test("has in the preview the parts that are to come", () => {
    expect(
      plan(true)
        .pages.series[0]?.view()
        .parts.map(({ entry }) => [entry.name, entry.mark]),
    ).toEqual([
      ["One", undefined],
      ["Two", undefined],
      ["Three", undefined],
      ["Four", "Scheduled"],
    ]);
  });
});

describe("an article of a series", () => {
  const series = (title: string) =>
    plan()
      .pages.article.map((page) => page.view())
      .find(({ heading }) => heading === title)?.series;

  test("says which part it is, and names those before and after it", () => {
    expect(series("Two")).toEqual({
      heading: { name: "Port", href: "/series/port/" },
      part: "Part 2",
      neighbours: [
        { name: "One", href: "/2026/11/one/", part: "Part 1", foreign: undefined },
        {
          name: "Three",
          href: "/2026/11/three/",
          part: "Part 3",
          foreign: { language: "ko", direction: "ltr" },
        },
      ],
    });
    expect(series("Three")).toMatchObject({ part: "3회", neighbours: [{ name: "Two", part: "2회" }] });
    expect(series("Alone")).toEqual({
      heading: { name: "항구", href: "/series/항구/" },
      part: "Part 1",
      neighbours: [],
    });
    expect(series("Other")).toBeUndefined();
  });
});

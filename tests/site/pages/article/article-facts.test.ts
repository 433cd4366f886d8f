import { describe, expect, test } from "vitest";
import { cutPictureView } from "../../../../src/site/frame/planning.ts";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { articleOf, articlesOf, siteOf } from "../../../site-values.ts";

const options = { nowMs: Date.parse("2026-11-24"), drafts: false };

function viewOf(lines: readonly string[], site = siteOf()) {
  return planSite(
    site,
    [articleOf("Story", "2026-11-01 08:30", lines, site)],
    options,
  ).pages.article[0]?.view();
}

describe("around an article stand", () => {
  test("its time with the zone, and the day of the latest correction, leading there", () => {
    const corrections = "corrections: [{date: 2026-11-05, text: B}, {date: 2026-11-03, text: A}]";
    const view = viewOf([corrections], siteOf("timezone: Asia/Seoul"));
    expect(view?.published.text).toBe("1 November 2026 at 08:30 GMT+9");
    expect(view?.corrected).toEqual({
      iso: "2026-11-05",
      text: "5 November 2026",
      href: "#correction-2026-11-05",
    });
    expect(viewOf([])?.corrected).toBeUndefined();
  });

  test("the time it takes, in its own language", () => {
    expect(viewOf([])?.readingTime).toBe("1 min read");
    expect(viewOf(["language: ko"])?.readingTime).toBe("읽는 시간 1분");
  });

  test("links by which it is shared, as site.yaml chooses", () => {
    expect(viewOf([])?.share).toEqual([
      { name: "Link to this article", href: "https://small.example/2026/11/a/" },
      { name: "Mail", href: "mailto:?subject=Story&body=https%3A%2F%2Fsmall.example%2F2026%2F11%2Fa%2F" },
    ]);
    expect(viewOf([], siteOf("share: [x, mail]"))?.share.map(({ name }) => name)).toEqual(["X", "Mail"]);
    expect(viewOf([], siteOf("share: []"))?.share).toEqual([]);
  });
});

describe("below an article stand", () => {
  const site = siteOf();
  const views = planSite(
    site,
    articlesOf(site, [
      ["Eight", "2026-11-08", "tags: [tram]", "kind: opinion"],
      ["Seven", "2026-11-07", "tags: [ferry]"],
      ["Six", "2026-11-06", "categories: [Sport]"],
      ["Five", "2026-11-05", "tags: [ferry]"],
      ...["Four", "Three", "Two", "One"].map((title, index): [string, string] => [
        title,
        `2026-11-0${4 - index}`,
      ]),
    ]),
    options,
  ).pages.article.map((page) => page.view());
  const seven = views.find(({ heading }) => heading === "Seven");

  test("older ones about the same with their sections, and after them the next older ones of its section", () => {
    expect(seven?.related.map(({ name, section }) => `${name}: ${section?.name}`)).toEqual([
      "Five: News",
      "Four: News",
      "Three: News",
      "Two: News",
    ]);
    expect(seven?.more).toEqual({
      heading: { name: "More from News", href: "/category/news/" },
      links: [{ name: "One", href: "/2026/11/one/" }],
    });
  });

  test("none of another section, and nothing below the first", () => {
    expect(views.find(({ heading }) => heading === "Six")?.more).toBeUndefined();
    expect(views.at(-1)?.more).toBeUndefined();
  });
});

test("a long article lists its parts, and another does not", () => {
  const site = siteOf();
  const partsOf = (count: number) => {
    const [article] = articlesOf(site, [["Story", "2026-11-01"]]);
    if (article === undefined) return undefined;
    const headings = Array.from({ length: count }, (_, index) => ({
      level: 2,
      id: `part-${index}`,
      text: `Part ${index}`,
    }));
    return planSite(site, [{ ...article, headings }], options).pages.article[0]?.view().contents;
  };
  expect(partsOf(3)).toEqual([]);
  expect(partsOf(4)).toHaveLength(4);
  expect(partsOf(4)?.[0]).toEqual({ name: "Part 0", href: "#part-0" });
});

test("lists offer a wide picture's files as the narrower ones that are left when they are cut, about its focus", () => {
  const file = { src: "/media/a.jpg", width: 3000, height: 1000 };
  const sources = [{ type: "image/avif", srcset: "/media/a.avif 640w, /media/b.avif 1280w" }];
  const picture = { rendition: { ...file, sources, share: file }, alt: "A coast" };
  // Twice as wide as 3 : 2.
  expect(cutPictureView({ ...picture, focus: "bottom left" })).toMatchObject({
    sources: [{ type: "image/avif", srcset: "/media/a.avif 320w, /media/b.avif 640w" }],
    focus: "focus-bottom focus-left",
  });
  const portrait = { ...picture, rendition: { ...picture.rendition, width: 1000, height: 3000 } };
  expect(cutPictureView(portrait)).toMatchObject({ sources, focus: undefined });
});

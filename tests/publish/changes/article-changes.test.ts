import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/content/article/article.ts";
import { articlesSince } from "../../../src/publish/changes/article-changes.ts";
import type { Feed } from "../../../src/site/feeds/feed.ts";
import type { PlannedPage } from "../../../src/site/frame/planned-pages.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import type { Site } from "../../../src/site/settings/site.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const site = siteOf("pageSize: 2");

const mei = articlesOf(site, [["By Mei", "2026-11-01", "authors: [Mei Tan]"]])[0]?.authors ?? [];

/** Day by day from 1 November, each in the same category. */
function archive(count: number, titleOf = (day: number) => `Story ${day}`): Article[] {
  const days = Array.from({ length: count }, (_, index) => index + 1);
  return articlesOf(
    site,
    days.map((day) => [titleOf(day), `2026-11-${String(day).padStart(2, "0")}`]),
  ).map((article, index) => ({ ...article, file: `articles/${index + 1}.md` }));
}

const planOf = (articles: readonly Article[], settings: Site = site) =>
  planSite(settings, articles, { nowMs: Date.parse("2026-12-01"), drafts: false });

type Left = Readonly<Record<"article" | "listing" | "series" | "feed", string[]>>;

/** The addresses of the pages that are known to be as they were, without a look at what they are made of. */
function left(before: readonly Article[], now: readonly Article[], ofKind = (kind: string) => kind): Left {
  const last = articlesSince(undefined, planOf(before).articles, (kind) => kind, false);
  const bases = { article: "article", listing: "listing", series: "series", feed: "feed" };
  const plan = planOf(now);
  const { changesFor } = articlesSince({ articles: last.states, bases }, plan.articles, ofKind, false);
  const among = (kind: string, pages: readonly (PlannedPage | Feed)[]) => {
    const changes = changesFor(kind);
    return pages.flatMap(({ address, isLeftBy }) =>
      changes !== undefined && isLeftBy?.(changes) === true ? [address] : [],
    );
  };
  return {
    article: among("article", plan.pages.article),
    listing: among("listing", plan.pages.listing),
    series: among("series", plan.pages.series),
    feed: among("feed", plan.feeds),
  };
}

const edited = (articles: readonly Article[], place: number, change: Partial<Article>) =>
  articles.map((article, index) => (index === place ? { ...article, digest: "edited", ...change } : article));

describe("what is left as it is without being looked at", () => {
  const seven = archive(7);
  const closed = (listing: string, ...numbers: number[]) =>
    numbers.map((number) => `${listing}page/${number}/`);

  test("after no change is everything", () => {
    const { article, listing } = left(seven, seven);
    expect(article).toEqual([7, 6, 5, 4, 3, 2, 1].map((day) => `/2026/11/story-${day}/`));
    expect(listing).toEqual(planOf(seven).pages.listing.map(({ address }) => address));
  });

  test("after a new story is all but that, the one before it, and newest ends", () => {
    const { article, listing } = left(seven, archive(8));
    expect(article).toEqual([6, 5, 4, 3, 2, 1].map((day) => `/2026/11/story-${day}/`));
    // The third page is new; that it was none before, its file tells.
    expect(listing.filter((address) => address.startsWith("/latest/"))).toEqual(closed("/latest/", 3, 2, 1));
  });

  test("after an edit of an old text is all but its own page and the pages that list it", () => {
    const { article, listing } = left(seven, edited(seven, 2, { description: "Another." }));
    expect(article).toEqual([7, 6, 5, 4, 2, 1].map((day) => `/2026/11/story-${day}/`));
    expect(listing.filter((address) => address.startsWith("/latest/"))).toEqual([
      "/latest/",
      ...closed("/latest/", 1),
    ]);
  });

  test.for([
    ["has another title", edited(seven, 2, { title: "Another" })],
    ["is filed under another category", edited(seven, 2, { categories: seven[0]?.tags ?? [] })],
    ["becomes a part of a series", edited(seven, 2, { series: { name: "Port", slug: "port" } })],
    ["is gone", seven.filter((_, index) => index !== 2)],
  ] as const)("where an old story %s is what lies before it", ([, now]) => {
    const { article, listing } = left(seven, now);
    expect(article).toEqual(["/2026/11/story-1/"]);
    expect(listing.filter((address) => address.startsWith("/latest/"))).toEqual(closed("/latest/", 1));
  });

  test("are feeds to which nothing new belongs, and in which nothing says something else", () => {
    const filed = (articles: readonly Article[], ...places: number[]) =>
      articles.map((article, index) => (places.includes(index) ? { ...article, authors: mei } : article));
    const before = filed(seven, 2);
    const byMei = (now: readonly Article[]) => left(before, now).feed.includes("/author/mei-tan/");
    // Of the corrections only what they are made of tells.
    expect(left(seven, seven).feed).toEqual(["/", "/category/news/"]);
    expect(left(before, filed(archive(8), 2)).feed).toEqual(["/author/mei-tan/"]);
    expect(byMei(filed(archive(8), 2, 7))).toBe(false);
    expect(byMei(edited(before, 2, {}))).toBe(false);
    expect(byMei(edited(before, 1, { authors: mei }))).toBe(false);
    expect(byMei(before.filter((_, index) => index !== 6))).toBe(false);
    // More than a feed holds: what comes before its last entry is nothing to it.
    const [many, more] = [archive(25), archive(25, (day) => (day === 2 ? "Another" : `Story ${day}`))];
    expect(left(many, edited(many, 1, { description: "Another." })).feed).toEqual(["/", "/category/news/"]);
    expect(left(many, edited(more, 20, { description: "Another." })).feed).toEqual([]);
  });

  test("is a listing to its newest end where only others have grown, and not where one has lost its newest story", () => {
    const filed = (place: number) =>
      edited(seven, place, { authors: mei, digest: seven[place]?.digest ?? "" });
    const isLeft = (before: readonly Article[], now: readonly Article[]) =>
      left(before, now).listing.includes("/author/mei-tan/");
    const withTwo = filed(2).map((article, index) => (index === 4 ? { ...article, authors: mei } : article));
    expect(isLeft(withTwo, [...withTwo, ...archive(8).slice(7)])).toBe(true);
    expect(
      isLeft(
        withTwo,
        withTwo.filter((_, index) => index !== 4),
      ),
    ).toBe(false);
  });

  test("is no part of a series that has another next part, and no page of a series that has another part", () => {
    const parts = (articles: readonly Article[], ...places: number[]) =>
      articles.map((article, index) =>
        places.includes(index) ? { ...article, series: { name: "Port", slug: "port" } } : article,
      );
    const before = parts(seven, 0, 2);
    // The third story was the last part; the eighth comes after it.
    expect(left(before, parts(archive(8), 0, 2, 7))).toMatchObject({
      article: [6, 5, 4, 2, 1].map((day) => `/2026/11/story-${day}/`),
      series: [],
    });
    expect(left(before, parts(archive(8), 0, 2)).series).toEqual(["/series/port/"]);
    // The third story was the last part but one.
    expect(left(parts(seven, 0, 2, 6), parts(seven.slice(0, 6), 0, 2)).article).toEqual(
      [5, 4, 2, 1].map((day) => `/2026/11/story-${day}/`),
    );
  });

  test("where a story moves to another day is what lies before both days", () => {
    const date = archive(2)[1]?.date;
    if (date === undefined) throw new Error("there is no second story");
    expect(left(seven, edited(seven, 5, { date })).article).toEqual([]);
    expect(left(edited(seven, 5, { date }), seven).article).toEqual([]);
  });

  test("is nothing where templates, settings or code have changed", () => {
    expect(left(seven, seven, (kind) => `another ${kind}`)).toEqual({
      article: [],
      listing: [],
      series: [],
      feed: [],
    });
  });

  test("is nothing where drafts are shown, before or now: their marks go by themselves", () => {
    const { articles } = planOf(seven);
    const shown = articlesSince(undefined, articles, (kind) => kind, true);
    expect(shown.changesFor("article")).toBeUndefined();
    const last = { articles: shown.states, bases: { article: "article" } };
    const { changesFor } = articlesSince(last, articles, (kind) => kind, false);
    expect(changesFor("article")?.changed.size).toBe(7);
  });
});

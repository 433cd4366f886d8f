import { describe, expect, test } from "vitest";
import { allPages } from "../../../src/site/frame/planned-pages.ts";
import { type Plan, planSite } from "../../../src/site/plan/plan.ts";
import { rulesText } from "../../../src/site/redirects/rules-text.ts";
import { articlesOf, renditionAt, siteOf } from "../../site-values.ts";

const site = siteOf("pageSize: 2", "timezone: Asia/Seoul", "categories: [{name: News}, {name: Sport}]");
const nowMs = Date.parse("2026-11-24T00:00Z");

const articles = articlesOf(site, [
  ["ferry", "2026-10-31 23:00Z", "tags: [harbour]", "aliases: [/old/ferry/]"],
  ["tunnel", "2026-10-01", "tags: [harbour]", "source: Agency"],
  ["bridge", "2025-01-01", "authors: [Mei Tan]"],
  ["ice", "2024-01-01"],
  ["unfinished", "2026-11-01", "draft: true", "tags: [secret]", "aliases: [/old/secret/]"],
  ["tomorrow", "2026-11-25"],
]);

const addresses = (plan: Plan, kind: keyof Plan["pages"]) => plan.pages[kind].map(({ address }) => address);
const namesOn = (plan: Plan, address: string) =>
  plan.pages.listing
    .find((page) => page.address === address)
    ?.view()
    .entries.map(({ name }) => name);

describe("what is published of a site", () => {
  const plan = planSite(site, articles, { nowMs, drafts: false });

  test("are the articles that are due, each by its date in the site's zone", () => {
    expect(addresses(plan, "article")).toEqual([
      "/2026/11/ferry/",
      "/2026/10/tunnel/",
      "/2025/01/bridge/",
      "/2024/01/ice/",
    ]);
  });

  test("are listings of every category, tag, author, source and month, also of a category without articles", () => {
    expect(addresses(plan, "listing")).toEqual([
      "/latest/",
      "/latest/page/1/",
      "/category/news/",
      "/category/news/page/1/",
      "/category/sport/",
      "/tag/harbour/",
      "/source/agency/",
      "/author/mei-tan/",
      "/archive/2026/11/",
      "/archive/2026/10/",
      "/archive/2025/01/",
      "/archive/2024/01/",
    ]);
    expect(namesOn(plan, "/tag/harbour/")).toEqual(["ferry", "tunnel"]);
    expect(namesOn(plan, "/category/sport/")).toEqual([]);
  });

  test("are an archive of years and months, and counts in the indexes", () => {
    const index = (address: string) =>
      plan.pages.index.find((page) => page.address === address)?.view().groups;
    expect(index("/categories/")).toMatchObject([
      {
        items: [
          {
            name: "News",
            count: 4,
            newest: { name: "ferry", href: "/2026/11/ferry/", published: { text: "1 November 2026" } },
          },
          { name: "Sport", count: 0, newest: undefined },
        ],
      },
    ]);
    expect(index("/tags/")).toMatchObject([
      { items: [{ name: "harbour", href: "/tag/harbour/", count: 2 }] },
    ]);
    expect(index("/archive/2026/")).toMatchObject([
      {
        items: [
          { name: "November 2026", href: "/archive/2026/11/", count: 1 },
          { name: "October 2026", href: "/archive/2026/10/", count: 1 },
        ],
      },
    ]);
  });

  test("are listings whose newest end alone says how many articles there are, each with its days and feeds", () => {
    const told = (address: string) => {
      const view = plan.pages.listing.find((page) => page.address === address)?.view();
      return [view?.count, view?.range?.replace(/\s/g, " "), ...(view?.follow.map(({ href }) => href) ?? [])];
    };
    const feeds = ["/category/news/feed.xml", "/category/news/feed.json"];
    expect(told("/category/news/")).toEqual([4, "1 October – 1 November 2026", ...feeds]);
    expect(told("/category/news/page/1/")).toEqual([undefined, "1 January 2024 – 1 January 2025", ...feeds]);
    expect(told("/category/sport/")).toEqual([
      undefined,
      undefined,
      "/category/sport/feed.xml",
      "/category/sport/feed.json",
    ]);
    expect(told("/latest/").slice(2)).toEqual(["/feed.xml", "/feed.json"]);
    expect(told("/archive/2026/10/").slice(2)).toEqual([]);
  });

  test("are pages of authors that tell who they are and where else, the newest end alone", () => {
    const authors = siteOf(
      "pageSize: 1",
      "authors: [{name: Mei Tan, bio: Covers ports., url: https://mei.example, links: [https://bsky.app/profile/mei]}]",
    );
    const written = articlesOf(authors, [
      ["ferry", "2026-11-01", "authors: [Mei Tan]"],
      ["tunnel", "2026-11-02", "authors: [Mei Tan]"],
    ]);
    const portraits = new Map([["mei-tan", renditionAt("/media/mei.jpg")]]);
    const { pages } = planSite({ ...authors, portraits }, written, { nowMs, drafts: false });
    const at = (address: string) => pages.listing.find((page) => page.address === address)?.view();
    const newest = at("/author/mei-tan/");
    expect(newest).toMatchObject({
      introduction: "Covers ports.",
      website: "https://mei.example",
      links: [{ name: "Bluesky", href: "https://bsky.app/profile/mei" }],
      portrait: { src: "/media/mei.jpg", alt: "Mei Tan" },
    });
    const { "@graph": nodes } = JSON.parse(newest?.jsonLd ?? "");
    expect(nodes[1]).toEqual({
      "@type": "ProfilePage",
      "@id": "https://small.example/author/mei-tan/#profile",
      url: "https://small.example/author/mei-tan/",
      inLanguage: "en",
      isPartOf: { "@id": "https://small.example/#website" },
      mainEntity: {
        "@type": "Person",
        "@id": "https://small.example/author/mei-tan/#person",
        name: "Mei Tan",
        url: "https://small.example/author/mei-tan/",
        description: "Covers ports.",
        image: "https://small.example/media/mei.jpg",
        sameAs: ["https://mei.example", "https://bsky.app/profile/mei"],
      },
    });
    const older = at("/author/mei-tan/page/1/");
    expect([older?.introduction, older?.links, older?.portrait]).toEqual([undefined, [], undefined]);
    expect(older?.jsonLd).not.toContain("ProfilePage");
  });

  test("are redirects from old addresses, and from the page that the newest end will become", () => {
    expect(rulesText(plan.rules)).toBe(
      [
        "/category/news/page/2/ /category/news/ 302",
        "/latest/page/2/ /latest/ 302",
        "/old/ferry/ /2026/11/ferry/ 301",
        "",
      ].join("\n"),
    );
  });

  test("leads from each article to the one before and the one after it", () => {
    const [ferry, tunnel, , ice] = plan.pages.article.map(({ view }) => view());
    expect([ferry?.previous?.name, ferry?.next]).toEqual(["tunnel", undefined]);
    expect([tunnel?.previous?.name, tunnel?.next?.name]).toEqual(["bridge", "ferry"]);
    expect([ice?.previous, ice?.next?.name]).toEqual([undefined, "bridge"]);
  });

  test("is the same in whatever order the articles are found", () => {
    const shownOf = (feeds: Plan["feeds"]) => feeds.map(({ isLeftBy: _, ...feed }) => feed);
    const { pages, feeds, ...other } = planSite(site, articles.toReversed(), { nowMs, drafts: false });
    expect(plan).toMatchObject(other);
    expect(shownOf(plan.feeds)).toEqual(shownOf(feeds));
    expect(allPages(plan.pages).map(({ view }) => view())).toEqual(allPages(pages).map(({ view }) => view()));
  });
});

test("a preview shows drafts and scheduled articles with the others, and marks them", () => {
  const plan = planSite(site, articles, { nowMs, drafts: true });
  const newest = plan.pages.article.slice(0, 3).map(({ view }) => view());
  expect(newest.map(({ heading, mark }) => [heading, mark])).toEqual([
    ["tomorrow", "Scheduled"],
    ["ferry", undefined],
    ["unfinished", "Draft"],
  ]);
  expect(addresses(plan, "listing")).toContain("/tag/secret/");
});

test("conflicts are told of articles that are not yet shown, too", () => {
  const same = articlesOf(site, [
    ["here", "2026-11-01", "permalink: /one/"],
    ["there", "2026-11-02", "permalink: /One/", "draft: true"],
  ]);
  expect(planSite(site, same, { nowMs, drafts: false }).diagnostics).toMatchObject([
    { file: "articles/here.md", code: "same-address", line: 5, column: 12 },
  ]);
});

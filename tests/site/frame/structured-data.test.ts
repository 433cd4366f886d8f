import { describe, expect, test } from "vitest";
import { newPlanning } from "../../../src/site/frame/planning.ts";
import {
  articleNode,
  breadcrumbNode,
  jsonLdOf,
  listingNode,
  publisherNode,
  webSiteNode,
} from "../../../src/site/frame/structured-data.ts";
import type { Site } from "../../../src/site/settings/site.ts";
import { articleOf, siteOf } from "../../site-values.ts";

const nowMs = Date.parse("2026-11-24T00:00:00Z");
const seoul = siteOf("timezone: Asia/Seoul");

function nodeOf(
  lines: readonly string[],
  {
    site = seoul,
    images = [],
    title = "Night ferry",
  }: {
    site?: Site;
    images?: string[];
    title?: string;
  } = {},
) {
  const article = articleOf(title, "2026-11-20 08:30", [...lines, "slug: ferry"], site);
  return articleNode(article, images, newPlanning(site, nowMs, nowMs));
}

describe("what search engines are told of an article", () => {
  test("is headline, dates with zone, section, language and who publishes it", () => {
    expect(nodeOf(["description: First words."])).toEqual({
      "@type": "NewsArticle",
      mainEntityOfPage: { "@type": "WebPage", "@id": "https://small.example/2026/11/ferry/" },
      url: "https://small.example/2026/11/ferry/",
      headline: "Night ferry",
      description: "First words.",
      inLanguage: "en",
      datePublished: "2026-11-20T08:30:00+09:00",
      dateModified: "2026-11-20T08:30:00+09:00",
      author: { "@id": "https://small.example/#publisher" },
      publisher: { "@id": "https://small.example/#publisher" },
      articleSection: ["News"],
    });
  });

  test("is its authors with the addresses of their pages", () => {
    expect(nodeOf(["authors: [Mei Tan, 박하늘]"])).toMatchObject({
      author: [
        { "@type": "Person", name: "Mei Tan", url: "https://small.example/author/mei-tan/" },
        {
          "@type": "Person",
          name: "박하늘",
          url: "https://small.example/author/%EB%B0%95%ED%95%98%EB%8A%98/",
        },
      ],
    });
  });

  test("is its pictures, dateline, tags and language", () => {
    const images = ["https://small.example/media/ferry.png"];
    expect(nodeOf(["dateline: Busan", "tags: [ferry, port]", "language: ko"], { images })).toMatchObject({
      image: images,
      dateline: "Busan",
      keywords: ["ferry", "port"],
      inLanguage: "ko",
    });
  });

  test("is the series that it is a part of", () => {
    expect(nodeOf(["series: 항구"])).toMatchObject({
      isPartOf: {
        "@type": "CreativeWorkSeries",
        "@id": "https://small.example/series/%ED%95%AD%EA%B5%AC/#series",
        name: "항구",
        url: "https://small.example/series/%ED%95%AD%EA%B5%AC/",
      },
    });
  });

  test("is when it was updated, and each correction", () => {
    expect(
      nodeOf([
        "updated: 2026-11-21 10:00",
        "corrections: [{date: 2026-11-21, text: Nine years.}, {date: 2026-11-22 09:00, text: Not ten.}]",
      ]),
    ).toMatchObject({
      dateModified: "2026-11-22T09:00:00+09:00",
      correction: [
        { "@type": "CorrectionComment", datePublished: "2026-11-21", text: "Nine years." },
        { "@type": "CorrectionComment", datePublished: "2026-11-22T09:00:00+09:00", text: "Not ten." },
      ],
    });
  });

  test("is of agency copy the agency and the original", () => {
    const agency = {
      "@type": "Organization",
      name: "Harbour Wire",
      url: "https://small.example/source/harbour-wire/",
    };
    expect(nodeOf(["source: {name: Harbour Wire, url: https://wire.example/a?b=1&c=2}"])).toMatchObject({
      author: agency,
      provider: agency,
      isBasedOn: "https://wire.example/a?b=1&c=2",
    });
    const site = siteOf("sources: [{name: Harbour Wire, url: https://wire.example}]");
    expect(nodeOf(["source: Harbour Wire", "authors: [Mei Tan]"], { site })).toMatchObject({
      author: [{ "@type": "Person", name: "Mei Tan" }],
      provider: { ...agency, url: "https://wire.example" },
    });
  });
});

describe("what search engines are told of the site", () => {
  test("is who publishes it, with name, addresses and logo", () => {
    expect(publisherNode(seoul)).toEqual({
      "@type": "NewsMediaOrganization",
      "@id": "https://small.example/#publisher",
      name: "The Small Paper",
      url: "https://small.example/",
    });
    const site = siteOf(
      "publisher: {name: Small House, url: https://house.example, email: desk@small.example}",
    );
    expect(publisherNode({ ...site, logoAddress: "/assets/logo.png" })).toEqual({
      "@type": "NewsMediaOrganization",
      "@id": "https://small.example/#publisher",
      name: "Small House",
      url: "https://house.example",
      email: "desk@small.example",
      logo: { "@type": "ImageObject", url: "https://small.example/assets/logo.png" },
    });
  });

  test("is its name and its search", () => {
    expect(webSiteNode(siteOf("description: All of it."))).toEqual({
      "@type": "WebSite",
      "@id": "https://small.example/#website",
      name: "The Small Paper",
      url: "https://small.example/",
      description: "All of it.",
      inLanguage: "en",
      publisher: { "@id": "https://small.example/#publisher" },
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: "https://small.example/search/?q={query}" },
        "query-input": "required name=query",
      },
    });
  });
});

test("a listing tells search engines the addresses of its articles in their order", () => {
  const entries = [
    { name: "B", href: "/b/" },
    { name: "가", href: "/가/" },
  ];
  expect(listingNode({ address: "/tag/경제/", name: "경제", entries }, seoul)).toEqual({
    "@type": "CollectionPage",
    "@id": "https://small.example/tag/%EA%B2%BD%EC%A0%9C/",
    url: "https://small.example/tag/%EA%B2%BD%EC%A0%9C/",
    name: "경제",
    inLanguage: "en",
    isPartOf: { "@id": "https://small.example/#website" },
    mainEntity: {
      "@type": "ItemList",
      itemListOrder: "https://schema.org/ItemListOrderDescending",
      numberOfItems: 2,
      itemListElement: [
        { "@type": "ListItem", position: 1, url: "https://small.example/b/" },
        { "@type": "ListItem", position: 2, url: "https://small.example/%EA%B0%80/" },
      ],
    },
  });
});

test("a breadcrumb tells search engines the way from the front page", () => {
  const steps = [
    { name: "Home", href: "/" },
    { name: "Tags", href: "/tags/" },
  ];
  expect(breadcrumbNode(steps, "https://small.example")).toEqual({
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: "Home", item: "https://small.example/" },
      { "@type": "ListItem", position: 2, name: "Tags", item: "https://small.example/tags/" },
    ],
  });
});

describe("a title in JSON-LD", () => {
  test.for([
    ["closes no script element", "</script><script>alert(1)</script><!-- --> ]]>"],
    ["keeps its quotes", `"It's" \\ 'so'`],
    ["keeps emoji", "Ferry 🚢 sails"],
    ["keeps Arabic", "افتتاح نفق الميناء"],
    ["keeps ampersands and line separators", "a & b \u2028 \u2029 c"],
  ])("%s", ([, title = ""]) => {
    const json = jsonLdOf([nodeOf([], { title })]);
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    const page: { "@graph": { headline: string }[] } = JSON.parse(json);
    // Front matter holds titles on one line, so white space of every kind is a single space.
    expect(page["@graph"][0]?.headline).toBe(title.replaceAll(/\s+/g, " "));
  });

  test("is free of control characters and half pairs", () => {
    const article = { ...articleOf("A", "2026-11-20"), title: "a\u0000\u001b\ud800b" };
    const json = jsonLdOf([articleNode(article, [], newPlanning(seoul, nowMs, nowMs))]);
    expect(json).not.toMatch(/\p{Cc}|\p{Cs}/u);
    expect(json).toContain('"headline":"a\\u0000\\u001b\\ud800b"');
  });
});

import { describe, expect, test } from "vitest";
import { momentAt } from "../../../src/content/values/moment.ts";
import { atom } from "../../../src/site/feeds/atom.ts";
import type { Feed, FeedEntry } from "../../../src/site/feeds/feed.ts";

const day = 86_400_000;

const correction: FeedEntry = {
  id: "https://small.example/2026/11/ferry/#correction-1",
  title: "Correction: Ferry",
  language: "en",
  published: momentAt(0, "Asia/Hong_Kong"),
  updated: momentAt(day, "Asia/Hong_Kong"),
  authors: [],
  categories: [],
  content: { kind: "text", text: "It sails at noon." },
};

const feed: Feed = {
  address: "/category/asia/",
  home: "https://small.example/category/asia/",
  title: "Asia – The Small Paper",
  language: "en",
  author: { name: "The Small Paper", url: "https://small.example/" },
  entries: [correction, { ...correction, updated: momentAt(3 * day, "UTC") }, correction],
};

describe("an entry in Atom", () => {
  test("says what is known of it and nothing else", () => {
    expect(atom.entry(correction, "en", "<It> sails at noon.")).toBe(
      "<entry>" +
        "<id>https://small.example/2026/11/ferry/#correction-1</id>" +
        "<title>Correction: Ferry</title>" +
        "<published>1970-01-01T08:00:00+08:00</published>" +
        "<updated>1970-01-02T08:00:00+08:00</updated>" +
        '<link rel="alternate" type="text/html" href="https://small.example/2026/11/ferry/#correction-1"/>' +
        "<content>&lt;It&gt; sails at noon.</content>" +
        "</entry>",
    );
  });

  test("names its people, its terms, its agency and its original, each escaped", () => {
    const entry = atom.entry(
      {
        ...correction,
        authors: [
          { name: "Mei & Tan", url: "https://small.example/author/mei-tan/" },
          { name: "Lee", url: "https://small.example/author/lee/" },
        ],
        categories: [{ scheme: "https://small.example/tag/", slug: "경제", name: 'The "economy"' }],
        summary: "Late > never.",
        source: { name: "Agency's", url: "https://agency.example/" },
        original: { name: "Agency's", url: "https://agency.example/?a=1&b=2" },
      },
      "en",
      "",
    );
    expect(entry).toContain(
      '<link rel="via" href="https://agency.example/?a=1&amp;b=2" title="Agency&apos;s"/>' +
        "<author><name>Mei &amp; Tan</name><uri>https://small.example/author/mei-tan/</uri></author>" +
        "<author><name>Lee</name><uri>https://small.example/author/lee/</uri></author>" +
        '<category scheme="https://small.example/tag/" term="경제" label="The &quot;economy&quot;"/>' +
        '<source><title>Agency&apos;s</title><link rel="alternate" href="https://agency.example/"/></source>' +
        "<summary>Late &gt; never.</summary>",
    );
  });

  test("names an agency without a site of its own by its name alone", () => {
    const entry = atom.entry({ ...correction, source: { name: "Agency" } }, "en", "");
    expect(entry).toContain("<source><title>Agency</title></source>");
  });

  test("names its language where that is not the feed's", () => {
    expect(atom.entry({ ...correction, language: "ar" }, "en", "")).toMatch(/^<entry xml:lang="ar"><id>/);
  });
});

describe("a feed in Atom", () => {
  test("says of itself what it is, where it stands and when an entry last changed", () => {
    expect(atom.frame(feed)).toEqual({
      start:
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">' +
        "<id>https://small.example/category/asia/</id>" +
        "<title>Asia – The Small Paper</title>" +
        "<updated>1970-01-04T00:00:00Z</updated>" +
        '<link rel="self" type="application/atom+xml" href="https://small.example/category/asia/feed.xml"/>' +
        '<link rel="alternate" type="text/html" href="https://small.example/category/asia/"/>' +
        "<author><name>The Small Paper</name><uri>https://small.example/</uri></author>",
      between: "",
      end: "</feed>\n",
    });
  });

  test("has a subtitle where its listing has an introduction", () => {
    expect(atom.frame({ ...feed, description: "Ports & ships" }).start).toContain(
      "</title><subtitle>Ports &amp; ships</subtitle><updated>",
    );
  });
});

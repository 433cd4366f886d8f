import { describe, expect, test } from "vitest";
import { momentAt } from "../../../src/content/values/moment.ts";
import type { Feed, FeedEntry } from "../../../src/site/feeds/feed.ts";
import { jsonFeed } from "../../../src/site/feeds/json-feed.ts";

const correction: FeedEntry = {
  id: "https://small.example/2026/11/ferry/#correction-1",
  title: 'Correction: "Ferry"',
  language: "en",
  published: momentAt(0, "UTC"),
  updated: momentAt(0, "Asia/Hong_Kong"),
  authors: [],
  categories: [],
  content: { kind: "text", text: "It sails at noon." },
};

describe("an item of a JSON Feed", () => {
  test("says what is known of it and nothing else", () => {
    expect(jsonFeed.entry(correction, "en", "It sails at noon.")).toBe(
      '{"id":"https://small.example/2026/11/ferry/#correction-1",' +
        '"url":"https://small.example/2026/11/ferry/#correction-1",' +
        '"title":"Correction: \\"Ferry\\"","content_text":"It sails at noon.",' +
        '"date_published":"1970-01-01T00:00:00Z"}',
    );
  });

  test("names its language where that is not the feed's, and when it changed where that is not its date", () => {
    const item = jsonFeed.entry({ ...correction, language: "ar", updated: momentAt(1000, "UTC") }, "en", "");
    expect(item).toContain('"date_modified":"1970-01-01T00:00:01Z","language":"ar"}');
  });
});

test("the frame of a JSON Feed holds its items as its last value", () => {
  const feed: Feed = {
    address: "/",
    home: "https://small.example/",
    title: "The } Small Paper",
    language: "en",
    author: { name: "The Small Paper", url: "https://small.example/" },
    entries: [],
  };
  const { start, between, end } = jsonFeed.frame(feed);
  expect(start).toMatch(/^\{"version":"https:\/\/jsonfeed\.org\/version\/1\.1","title":"The } Small Paper",/);
  expect(JSON.parse(`${start}1${between}2${end}`)).toMatchObject({
    home_page_url: "https://small.example/",
    feed_url: "https://small.example/feed.json",
    items: [1, 2],
  });
});

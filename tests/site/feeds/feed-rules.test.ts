import { describe, expect, test } from "vitest";
import { readAtom, readJsonFeed } from "./feed-rules.ts";

const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><id>https://a.example/</id><title>A</title>
<updated>2026-11-20T08:30:00Z</updated><author><name>A</name></author>
<link rel="self" href="https://a.example/feed.xml"/><link rel="alternate" href="https://a.example/"/>
<entry><id>https://a.example/b/</id><title>B</title><published>2026-11-20T08:30:00+08:00</published>
<updated>2026-11-20T08:30:00Z</updated><link rel="alternate" href="https://a.example/b/"/>
<content type="html">&lt;p>B&lt;/p></content></entry></feed>`;

describe("the rules for Atom", () => {
  test("pass a feed that keeps them", () => {
    expect(readAtom(atom).entries[0]).toMatchObject({ id: "https://a.example/b/", content: "<p>B</p>" });
  });

  test.for([
    ["an entry without its date", "<updated>2026-11-20T08:30:00Z</updated><link", "<link"],
    ["a feed without an id", "<id>https://a.example/</id>", ""],
    ["two titles", "<entry>", "<entry><title>C</title>"],
    ["an id that is not a whole address", "<id>https://a.example/b/</id>", "<id>/b/</id>"],
    ["a date without a zone", "08:30:00+08:00", "08:30:00"],
    ["a day that does not exist", "2026-11-20T08:30:00+08:00", "2026-11-31T08:30:00+08:00"],
    ["an element that Atom does not have", "<entry>", "<entry><pubDate/>"],
    ["a control character", "<title>B", "<title>\u0001"],
    ["an ampersand that stands for nothing", "<title>B", "<title>B & C"],
    ["two entries with one id", "</feed>", `${atom.slice(atom.indexOf("<entry>"))}`],
  ] as const)("refuse %s", ([, part, instead]) => {
    expect(atom).toContain(part);
    expect(() => readAtom(atom.replace(part, instead))).toThrow();
  });
});

describe("the rules for JSON Feed", () => {
  const item = {
    id: "https://a.example/b/",
    url: "https://a.example/b/",
    content_html: "<p>B</p>",
    date_published: "2026-11-20T08:30:00+08:00",
  };
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "A",
    home_page_url: "https://a.example/",
    feed_url: "https://a.example/feed.json",
    items: [item],
  };

  test("pass a feed that keeps them", () => {
    expect(readJsonFeed(JSON.stringify(feed)).items[0]?.id).toBe("https://a.example/b/");
  });

  test.for([
    ["another version", { ...feed, version: "https://jsonfeed.org/version/1" }],
    ["an item without content", { ...feed, items: [{ ...item, content_html: undefined }] }],
    ["an item without an id", { ...feed, items: [{ ...item, id: undefined }] }],
    ["a date without a zone", { ...feed, items: [{ ...item, date_published: "2026-11-20T08:30:00" }] }],
    ["an author of whom nothing is known", { ...feed, items: [{ ...item, authors: [{}] }] }],
    ["a key that the format does not have", { ...feed, home: "https://a.example/" }],
    ["an address that is not whole", { ...feed, items: [{ ...item, url: "/b/" }] }],
  ] as const)("refuse %s", ([, value]) => {
    expect(() => readJsonFeed(JSON.stringify(value))).toThrow();
  });
});

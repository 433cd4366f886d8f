import { describe, expect, test } from "vitest";
import { type Moment, readMoment } from "../../../src/content/values/moment.ts";
import { articleFileOf, articleFileText } from "../../../src/content/writing/article-writing.ts";

function moment(text: string): Moment {
  const reading = readMoment(text, "Asia/Hong_Kong");
  if ("code" in reading) throw new Error(reading.message);
  return reading;
}

describe("the text of a new article file", () => {
  test("has its keys in the order of the documentation, and an empty line between paragraphs", () => {
    const text = articleFileText({
      paragraphs: ["First.", "Second."],
      draft: true,
      source: "Harbour Agency",
      authors: ["Mei Tan"],
      dateline: "HONG KONG",
      tags: ["ferry", "night bus"],
      categories: ["Asia", "Science and Health"],
      date: "2026-11-20 08:30",
      title: "Ferry returns",
    });
    expect(text).toBe(
      [
        "---",
        "title: Ferry returns",
        "date: 2026-11-20 08:30",
        "categories: [Asia, Science and Health]",
        "tags: [ferry, night bus]",
        "dateline: HONG KONG",
        "authors: [Mei Tan]",
        "source: Harbour Agency",
        "draft: true",
        "---",
        "First.",
        "",
        "Second.",
        "",
      ].join("\n"),
    );
  });

  test("quotes what YAML would read as something else", () => {
    const text = articleFileText({
      title: "Bus: the sequel #2",
      date: "2026-11-20",
      categories: ["1984", "yes, please"],
      paragraphs: ["Text."],
    });
    expect(text).toContain('title: "Bus: the sequel #2"\n');
    expect(text).toContain('categories: ["1984", "yes, please"]\n');
  });
});

describe("the place of a new article file", () => {
  test("is the year and month of its date in the site's zone, and its headline", () => {
    expect(articleFileOf("Women's ferry, 9 pm", moment("2026-10-31T23:30Z"))).toBe(
      "articles/2026/11/womens-ferry-9-pm.md",
    );
  });

  test("keeps the letters of every script", () => {
    expect(articleFileOf("항구 도서관", moment("2026-11-20"))).toBe("articles/2026/11/항구-도서관.md");
  });

  test("leaves off the words that no longer fit into a file's name of 240 bytes", () => {
    const words = Array.from({ length: 60 }, () => "ferry");
    const fitting = Array.from({ length: 40 }, () => "ferry").join("-");
    expect(articleFileOf(words.join(" "), moment("2026-11-20"))).toBe(`articles/2026/11/${fitting}.md`);
    expect(articleFileOf("ㅋ".repeat(100), moment("2026-11-20"))).toBe(
      `articles/2026/11/${"ㅋ".repeat(80)}.md`,
    );
    expect(articleFileOf("a".repeat(1_000_000), moment("2026-11-20"))).toBe(
      `articles/2026/11/${"a".repeat(240)}.md`,
    );
  });

  test("cannot be made of a headline without letter or digit", () => {
    expect(articleFileOf("?!", moment("2026-11-20"))).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { readMoment } from "../../../src/content/values/moment.ts";
import { openGraph } from "../../../src/site/frame/open-graph.ts";

const page = {
  title: "Tags",
  address: "https://small.example/tags/",
  siteName: "The Small Paper",
  language: "en",
};

function moment(text: string) {
  const read = readMoment(text, "Asia/Seoul");
  if ("code" in read) throw new Error(read.message);
  return read;
}

describe("what a page tells where it is shared", () => {
  test("is title, kind, address, site and language", () => {
    expect(openGraph(page)).toEqual([
      { property: "og:title", content: "Tags" },
      { property: "og:type", content: "website" },
      { property: "og:url", content: "https://small.example/tags/" },
      { property: "og:site_name", content: "The Small Paper" },
      { property: "og:locale", content: "en_US" },
    ]);
  });

  test("is of an article its dates, section, tags and authors too", () => {
    const story = {
      published: moment("2026-11-20 08:30"),
      modified: moment("2026-11-21 10:00"),
      section: "Asia",
      tags: ["ferry", "port"],
      authors: ["https://small.example/author/mei-tan/"],
    };
    expect(openGraph({ ...page, description: "First words.", story }).slice(1)).toEqual([
      { property: "og:type", content: "article" },
      { property: "og:url", content: "https://small.example/tags/" },
      { property: "og:site_name", content: "The Small Paper" },
      { property: "og:locale", content: "en_US" },
      { property: "og:description", content: "First words." },
      { property: "article:published_time", content: "2026-11-20T08:30:00+09:00" },
      { property: "article:modified_time", content: "2026-11-21T10:00:00+09:00" },
      { property: "article:section", content: "Asia" },
      { property: "article:tag", content: "ferry" },
      { property: "article:tag", content: "port" },
      { property: "article:author", content: "https://small.example/author/mei-tan/" },
    ]);
  });

  test.for([
    ["ko", "ko_KR"],
    ["pt-BR", "pt_BR"],
    ["zh-Hant", "zh_TW"],
    ["en-GB", "en_GB"],
  ])("names the language %s with its territory: %s", ([language = "", locale]) => {
    expect(openGraph({ ...page, language })).toContainEqual({ property: "og:locale", content: locale });
  });
});

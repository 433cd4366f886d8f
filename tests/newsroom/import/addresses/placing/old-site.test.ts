import { describe, expect, test } from "vitest";
import { oldSiteOf } from "../../../../../src/newsroom/import/addresses/placing/old-site.ts";

const old = oldSiteOf([{ url: "https://www.before.example" }], "https://paper.example");

describe("an address is one of the old site", () => {
  test.for([
    ["https://www.before.example/2019/03/story/", "/2019/03/story/"],
    ["http://before.example/2019/03/story/", "/2019/03/story/"],
    ["HTTPS://WWW.BEFORE.EXAMPLE/Story", "/Story"],
    ["//before.example/?p=7", "/?p=7"],
    ["http://before.example:80/story/#top", "/story/"],
    ["https://before.example", "/"],
    ["https://paper.example/story/", "/story/"],
    ["/story/", "/story/"],
    ["?p=7", "/?p=7"],
    ["https://before.example//story/", "/story/"],
    ["/%ea%b2%bd/경제/?", "/%ea%b2%bd/%EA%B2%BD%EC%A0%9C/"],
  ])("%s: %s", ([address = "", within]) => {
    expect(old.within(address)).toBe(within);
  });

  test.for([
    "https://other.example/story/",
    "https://news.before.example/story/",
    "mailto:a@before.example",
    "javascript:alert(1)",
    "story/",
    "#top",
    "",
    "https://",
    "https://before.example:bad/",
  ])("but not %s", (address) => {
    expect(old.within(address)).toBeUndefined();
  });

  test("without the path below which the new site lies, as rules are written there", () => {
    const below = oldSiteOf([{ url: "https://before.example/blog" }], "https://paper.example/news");
    expect(below.within("https://paper.example/news/story/")).toBe("/story/");
    expect(below.within("https://paper.example/news")).toBe("/");
    expect(below.within("https://before.example/blog/story/")).toBe("/blog/story/");
    expect(below.within("https://before.example/newsletter/")).toBe("/newsletter/");
  });
});

import { describe, expect, test } from "vitest";
import type { Lead } from "../../../../src/newsroom/import/addresses/leads/leads.ts";
import { oldSiteOf } from "../../../../src/newsroom/import/addresses/placing/old-site.ts";
import { linkRewriter } from "../../../../src/newsroom/import/addresses/rewritten-links.ts";

const leads: Lead[] = [
  ["/2019/03/03/ice/", "/2019/03/ice/"],
  ["/?p=7", "/2019/03/ice/"],
  ["/story.php?id=8", "/2019/03/경제/"],
  ["/2019/03/*", "/archive/2019/03/"],
  ["/topics/asia/", "/category/asia/"],
  ["/gone/", undefined],
].map(([from = "", to]) => ({ from, to, group: "stories", item: "", place: { file: "" } }));
const there = ["/", "/2019/03/ice/", "/2019/03/경제/", "/kept/Snow.html", "/uploads/a b.pdf"];

const linkTo = linkRewriter({
  old: oldSiteOf([{ url: "https://before.example" }], "https://paper.example"),
  leads,
  isThere: (address) => there.includes(address),
});

describe("a link in an old text leads on at once", () => {
  test.for([
    ["https://before.example/2019/03/03/ice/", "/2019/03/ice/"],
    ["http://www.before.example/2019/03/03/ICE", "/2019/03/ice/"],
    ["//before.example/2019/03/03/ice/", "/2019/03/ice/"],
    ["/2019/03/03/ice/#the-thaw", "/2019/03/ice/#the-thaw"],
    ["/2019/03/03/ice/#comments", "/2019/03/ice/"],
    ["/2019/03/03/ice/?utm_source=letter&share=1", "/2019/03/ice/"],
    ["/2019/03/03/ice/amp/", "/2019/03/ice/"],
    ["/2019/03/03/ice/2/", "/2019/03/ice/"],
    ["https://before.example/?p=7", "/2019/03/ice/"],
    ["https://before.example/?preview=true&p=7", "https://before.example/?preview=true&p=7"],
    ["/story.php?id=8", "/2019/03/%EA%B2%BD%EC%A0%9C/"],
    ["/2019/03/05/", "/archive/2019/03/"],
    ["/topics/asia", "/category/asia/"],
    ["https://before.example/kept/Snow.html", "/kept/Snow.html"],
    ["/kept/Snow.html#a", "/kept/Snow.html#a"],
    ["https://before.example/uploads/a%20b.pdf", "/uploads/a%20b.pdf"],
    ["https://before.example", "/"],
    ["https://before.example/#", "/"],
  ])("%s: %s", ([link = "", to]) => {
    expect(linkTo(link)).toBe(to);
  });

  test.for([
    "https://other.example/2019/03/03/ice/",
    "https://before.example/never/seen/",
    "https://before.example/?p=9",
    "https://before.example/gone/",
    "mailto:desk@before.example",
    "tel:+4122",
    "#part",
    "other-story.md",
    "",
  ])("but %s stays as it is", (link) => {
    expect(linkTo(link)).toBe(link);
  });
});

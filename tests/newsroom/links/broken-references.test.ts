import { describe, expect, test } from "vitest";
import { newReferenceCheck } from "../../../src/newsroom/links/broken-references.ts";
import { pageReferences } from "../../../src/newsroom/links/page-references.ts";
import { redirectBetween } from "../../../src/site/redirects/rule.ts";

const redirects = [
  redirectBetween("/old/", "/a/", 301),
  redirectBetween("/category/news/page/2/", "/category/news/", 302),
  redirectBetween("/lost/", "/nowhere/", 301),
];

/** What is broken in a page at /a/, of a site with some files; the page has the id "words". */
function brokenIn(...targets: readonly string[]): string[] {
  const files = new Set([
    "index.html",
    "a/index.html",
    "경제/index.html",
    "feed.xml",
    "b.html",
    "category/news/index.html",
  ]);
  const check = newReferenceCheck(files, redirects, "https://small.example");
  check.add("경제/index.html", pageReferences('<p id="둘">'));
  const links = targets.map((target) => `<a href="${target}">`);
  check.add("a/index.html", pageReferences(`<p id="words">${links.join("")}`));
  return check.broken().map(({ page, target, code, reason }) => `${page} ${code} ${target}: ${reason}`);
}

describe("a reference", () => {
  test.for([
    "/",
    "/a/",
    "/a/index.html",
    "/b.html",
    "/feed.xml",
    "/경제/",
    "/%EA%B2%BD%EC%A0%9C/",
    "../b.html",
    "",
    "?q=words",
    "/old/",
    "/category/news/page/2/",
    "https://small.example/a/",
    "//small.example/a/",
    "https://elsewhere.example/gone/",
    "mailto:desk@small.example",
    "#words",
    "#",
    "#top",
    "/a/?q=1#words",
    "/a/#words:~:text=one",
    "/old/#words",
    "/경제/#둘",
    "/경제/#%EB%91%98",
    "/feed.xml#anything",
  ])("to %s leads somewhere, or to another site", (target) => {
    expect(brokenIn(target)).toEqual([]);
  });

  test.for([
    "/gone/",
    "/A/",
    "/a",
    "gone.png",
    "https://small.example/gone/",
    "/lost/",
    "https://[",
    "/%ZZ/",
  ])("to %s leads nowhere", (target) => {
    expect(brokenIn(target)).toEqual([`a/index.html broken-link ${target}: no page or file of the site`]);
  });

  test.for([
    ["#gone", "a/index.html", "gone"],
    ["/#words", "index.html", "words"],
    ["/old/#%EB%91%98", "a/index.html", "둘"],
  ])("to %s leads to a page, but to no part of it", ([target = "", file, id]) => {
    expect(brokenIn(target)).toEqual([
      `a/index.html broken-fragment ${target}: no element of ${file}: none has the id "${id}"`,
    ]);
  });
});

test("of a site below a path, a link that forgets the path leads nowhere, and one that names another site of the host elsewhere", () => {
  const files = new Set(["index.html", "a/index.html"]);
  const check = newReferenceCheck(files, redirects, "https://small.example/news");
  const links = [
    "/news/",
    "/news/a/",
    "/news/old/",
    "../",
    "",
    "https://small.example/news/a/",
    "https://small.example/b/",
  ];
  const broken = ["/", "/a/", "/newspaper/", "../../", "/news/gone/", "https://small.example/news/gone/"];
  const page = [...links, ...broken].map((target) => `<a href="${target}">`).join("");
  check.add("a/index.html", pageReferences(page));
  expect(check.broken().map(({ target }) => target)).toEqual(broken);
});

test("a redirect that leads nowhere is broken itself", () => {
  expect(
    newReferenceCheck(new Set(["a/index.html"]), redirects, "https://small.example").brokenRedirects,
  ).toEqual([redirects[1], redirects[2]]);
});

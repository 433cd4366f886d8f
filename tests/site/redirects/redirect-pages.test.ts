import { describe, expect, test } from "vitest";
import { redirectPages } from "../../../src/site/redirects/redirect-pages.ts";
import { readRedirects } from "../../../src/site/redirects/redirects-file.ts";

const pagesOf = (...lines: readonly string[]) =>
  redirectPages(
    readRedirects(lines.join("\n")).rules,
    ["about/index.html", "news.html", "tag/a/feed.xml"],
    (path) => path === "robots.txt",
    "https://news.example",
  );

describe("pages that lead on", () => {
  test("are told to browsers, to search engines and to people, without a script", () => {
    expect(pagesOf("/old/ /2026/11/a/?b=c&d#e").get("old/index.html")).toBe(`<!doctype html>
<meta charset="utf-8">
<title>https://news.example/2026/11/a/?b=c&amp;d#e</title>
<meta http-equiv="refresh" content="0; url=https://news.example/2026/11/a/?b=c&amp;d#e">
<link rel="canonical" href="https://news.example/2026/11/a/?b=c&amp;d#e">
<meta name="robots" content="noindex">
<p><a href="https://news.example/2026/11/a/?b=c&amp;d#e">https://news.example/2026/11/a/?b=c&amp;d#e</a></p>
`);
  });

  test("hold no markup of whoever wrote the rule", () => {
    const [page = ""] = pagesOf('/old/ https://a.example/?"><script>').values();
    expect(page).not.toContain("<script");
  });

  test("are written for each address that is one, where servers look for it", () => {
    const files = pagesOf("/old /about/", "/Old.html /about/", "/story.php /about/", "/경제/ /about/");
    expect([...files.keys()]).toEqual([
      "old/index.html",
      "Old.html",
      "story.php/index.html",
      "경제/index.html",
    ]);
  });

  test("are not written for what has a query, stands for many, is gone, or cannot be a file", () => {
    const files = pagesOf(
      "/?p=1 /about/",
      "/b/* /about/",
      "/gone/ 410",
      "/%B0%E6/ /about/",
      "/a//b /about/",
      "/.x/ /about/",
    );
    expect([...files.keys()]).toEqual([]);
  });

  test("never lie below a file of the site or of each other, nor where it has a folder", () => {
    const files = pagesOf(
      "/news.html/comments /about/",
      "/tag/a/feed.xml/more /about/",
      "/robots.txt /about/",
      "/a.html /about/",
      "/a.html/b /about/",
      "/x.html/y /about/",
      "/x.html /about/",
    );
    expect([...files.keys()]).toEqual(["a.html", "x.html/y/index.html"]);
  });

  test("never take the place of a page, or of each other, where letter case does not count", () => {
    const files = pagesOf("/About/ /about/", "/one /about/", "/One/ /about/");
    expect([...files.keys()]).toEqual(["one/index.html"]);
  });
});

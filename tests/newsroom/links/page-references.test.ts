import { describe, expect, test } from "vitest";
import {
  feedReferences,
  pageReferences,
  sitemapReferences,
} from "../../../src/newsroom/links/page-references.ts";

const targets = (html: string) => pageReferences(html).references.map(({ target }) => target);

describe("the references of a page", () => {
  test("are those of links, pictures, scripts, styles and forms", () => {
    const html = [
      '<link rel="stylesheet" href="/a.css"><script src="/b.js"></script>',
      '<a href=" /c/ ">c</a><area href="/d/"><img src="/e.png"><form action="/f/"></form>',
      '<picture><source srcset="/g.avif"></picture><video src="/h.mp4" poster="/i.jpg"></video>',
      '<meta property="og:image" content="/j.png"><meta name="twitter:image" content="/k.png">',
      '<meta name="description" content="/not/an/address/">',
    ].join("\n");
    expect(targets(html)).toEqual([
      ..."/a.css /b.js /c/ /d/ /e.png /f/ /g.avif /i.jpg /h.mp4 /j.png /k.png".split(" "),
    ]);
  });

  test.for([
    ["/a.webp 480w, /b.webp 960w", ["/a.webp", "/b.webp"]],
    ["/a.webp", ["/a.webp"]],
    ["  /a,b.webp 1x ,\n /c.webp 1.5x", ["/a,b.webp", "/c.webp"]],
    ["/a.webp, /b.webp 2x", ["/a.webp", "/b.webp"]],
  ] as const)("are every picture of the srcset %o", ([srcset, expected]) => {
    expect(targets(`<img srcset="${srcset}">`)).toEqual(expected);
  });

  test("are decoded as browsers decode them, and none stands in text, comments or data", () => {
    const html =
      '<!-- <a href="/a/"> --><script type="application/ld+json">"<a href=\'/b/\'>"</script>' +
      '<p>&lt;a href="/c/"&gt;</p><title><a href="/d/"></title><A HREF="/e/?x=1&amp;y=2">e</A>';
    expect(targets(html)).toEqual(["/e/?x=1&y=2"]);
  });

  test("are told with where their element begins", () => {
    expect(pageReferences('<p>\n<a class="x" href="/a/">').references).toEqual([
      { target: "/a/", offset: 4 },
    ]);
  });
});

test("a page's ids and its canonical address are read", () => {
  const html = '<link rel="canonical" href="https://small.example/a/"><h2 id="one"></h2><p id="둘"></p>';
  expect(pageReferences(html)).toMatchObject({
    ids: new Set(["one", "둘"]),
    canonical: "https://small.example/a/",
  });
});

test("the references of a sitemap are what it lists, and those of a feed where it is and what it is of", () => {
  const sitemap =
    "<urlset>\n<url><loc>https://a.example/?a&amp;b</loc><lastmod>2026</lastmod></url></urlset>";
  expect(sitemapReferences(sitemap)).toEqual([
    { target: "https://a.example/?a&b", offset: 14, isOfSite: true },
  ]);
  const feed =
    '<feed><id>https://a.example/</id><link rel="self" href="https://a.example/feed.xml"/><entry><id>x</id><link rel="self" href="y"/></entry></feed>';
  expect(feedReferences(feed)).toEqual([
    { target: "https://a.example/", offset: 6, isOfSite: true },
    { target: "https://a.example/feed.xml", offset: 33, isOfSite: true },
  ]);
});

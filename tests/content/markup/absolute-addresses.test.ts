import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withAbsoluteAddresses, withBasePath } from "../../../src/content/markup/absolute-addresses.ts";
import { renderBody } from "../../../src/content/markup/markdown/markdown.ts";
import { renditionAt } from "../../site-values.ts";

const page = "https://small.example/2026/11/ferry/";

function moved(markdown: string): string {
  const { html } = renderBody(markdown, {
    host: "small.example",
    pictureOf: (src) => renditionAt(`/media/${src}`),
    followsPicture: false,
  });
  return withAbsoluteAddresses(html, page);
}

describe("HTML that leaves its page", () => {
  test.for([
    ["[x](/tags/)", 'href="https://small.example/tags/"'],
    ["[x](../quay/?a=1&b=2#c)", 'href="https://small.example/2026/11/quay/?a=1&amp;b=2#c"'],
    ["[x](//cdn.example/a)", 'href="https://cdn.example/a"'],
    ["[x](https://other.example/a?b=1&c=2)", 'href="https://other.example/a?b=1&amp;c=2"'],
    ["[x](mailto:desk@small.example)", 'href="mailto:desk@small.example"'],
    ["![x](a.png)", 'src="https://small.example/media/a.png"'],
    ["A[^1]\n\n[^1]: Note.", 'href="https://small.example/2026/11/ferry/#fn1"'],
  ] as const)("has the whole address of %s", ([markdown, attribute]) => {
    expect(moved(markdown)).toContain(attribute);
  });

  test("has the whole address of every size of a picture", () => {
    const html = '<img srcset="/media/a-400.webp 400w, /media/a-800.webp 800w" src="/media/a.jpg" alt="A">';
    expect(withAbsoluteAddresses(html, page)).toBe(
      '<img srcset="https://small.example/media/a-400.webp 400w, https://small.example/media/a-800.webp 800w" src="https://small.example/media/a.jpg" alt="A">',
    );
  });

  test("keeps words that only look like an address as they are written", () => {
    const words = 'Write href="/tags/" or `src="/a.png"`.';
    expect(moved(words)).toBe(
      "<p>Write href=&quot;/tags/&quot; or <code>src=&quot;/a.png&quot;</code>.</p>\n",
    );
  });

  test("is as it was wherever its addresses are whole, whatever an author writes", () => {
    const piece = fc.constantFrom(
      " href=",
      '"',
      "/a/",
      "`",
      "<",
      "&",
      "\n\n",
      "[x](https://o.example/)",
      "*",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const once = moved(pieces.join(""));
        expect(withAbsoluteAddresses(once, "https://elsewhere.example/")).toBe(once);
      }),
    );
  });
});

describe("the HTML of a site below a path", () => {
  test.for([
    ['<a href="/tags/?a=b&amp;c#d">', '<a href="/news/tags/?a=b&amp;c#d">'],
    ["<a href=/>", '<a href="/news/">'],
    ['<form action="/search/">', '<form action="/news/search/">'],
    [
      '<img src="/a.jpg" srcset="/a.jpg 400w, /b.jpg 800w">',
      '<img src="/news/a.jpg" srcset="/news/a.jpg 400w, /news/b.jpg 800w">',
    ],
    [
      '<link rel="preload" href="/assets/a.woff2" as="font">',
      '<link rel="preload" href="/news/assets/a.woff2" as="font">',
    ],
    [
      '<object data="/a.pdf"></object><blockquote cite="/a/">',
      '<object data="/news/a.pdf"></object><blockquote cite="/news/a/">',
    ],
  ])("has its addresses there: %s", ([html = "", below = ""]) => {
    expect(withBasePath(html, "/news")).toBe(below);
  });

  test.for([
    '<a href="https://small.example/tags/">',
    '<a href="//small.example/tags/">',
    '<a href="../tags/">',
    '<a href="#top">',
    '<a href="mailto:desk@small.example">',
    '<p title="/tags/">/tags/</p>',
    "<!-- <a href='/tags/'> --><code>&lt;a href=\"/tags/\"&gt;</code>",
    '<script type="application/ld+json">{"a": "<a href=\\"/x/\\">"}</script>',
  ])("has what does not begin at its root as it is: %s", (html) => {
    expect(withBasePath(html, "/news")).toBe(html);
  });

  test("is as it was where there is no path", () => {
    expect(withBasePath('<a href="/tags/">', "")).toBe('<a href="/tags/">');
  });
});

import { describe, expect, test } from "vitest";
import { planSite } from "../../../src/site/plan/plan.ts";
import { writtenRules } from "../../../src/site/redirects/placed-rules.ts";
import { readRedirects } from "../../../src/site/redirects/redirects-file.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const site = siteOf("categories: [{name: News}, {name: Sport, aliases: [Games]}]");
const articles = articlesOf(site, [
  ["ferry", "2026-11-01", "aliases: [/old/ferry/]", "tags: [boats]"],
  ["draft", "2026-11-02", "draft: true", "tags: [ice]", "series: Ice"],
]);

/** What is told of a redirects.txt, beside the articles /2026/11/ferry/ and the draft /2026/11/draft/. */
function told(...lines: readonly string[]): string[] {
  const { rules, diagnostics } = readRedirects(lines.join("\n"));
  const plan = planSite(
    site,
    articles,
    { nowMs: Date.parse("2026-11-24"), drafts: false },
    {
      rules: writtenRules(rules),
      files: [{ path: "reports/a.pdf", file: "static/reports/a.pdf" }],
      ownPages: [{ file: "pages/about.md", address: "/about/", title: "About", isDraft: false }],
    },
  );
  return [...diagnostics, ...plan.diagnostics].map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
  );
}

describe("a rule of redirects.txt", () => {
  test("may lead from any address that has no page, to any that has one, and to other sites", () => {
    expect(
      told(
        "/blog/special /2026/11/ferry/",
        "/blog/* /category/sport/",
        "/category/politics/ /category/news/",
        "/tag/vessels/* /tag/boats/",
        "/feed/ /feed.xml",
        "/2026/11/Ferry/ /2026/11/ferry/",
        "/About /about/",
        "/soon/ /2026/11/draft/",
        "/archive.php?y=2026 /archive/2026/",
        "/?p=1 /2026/11/ferry/#top",
        "/shop/ https://shop.example/",
        "/pictures/ /media/ab/cd.jpg",
        "/Old /2026/11/ferry/",
        "/old /2026/11/ferry/",
        "/old/ /2026/11/ferry/",
        "/gone/ 410",
      ),
    ).toEqual([]);
  });

  test.for([
    [
      "/2026/11/ferry/ /latest/",
      '"/2026/11/ferry/" is the address of articles/ferry.md; remove the line or move the page',
    ],
    [
      "/2026/11/FERRY/index.html 410",
      '"/2026/11/FERRY/index.html" is the address of articles/ferry.md; remove the line or move the page',
    ],
    [
      "/2026/11/draft/ /latest/",
      '"/2026/11/draft/" is the address of articles/draft.md; remove the line or move the page',
    ],
    ["/latest /latest/", '"/latest" finds its page without a rule; take the line out'],
    [
      "/latest/index.html /latest/",
      '"/latest/index.html" is the address that it leads to, so it would lead in a circle; remove the line',
    ],
    [
      "/category/news/ /latest/",
      `"/category/news/" is the address of a page of Dateline's own; remove the line or move the page`,
    ],
    [
      "/2026/* /latest/",
      '"/2026/*" stands for articles/draft.md, too, and some CDNs would lead away from there; write the old addresses one by one, or a longer beginning',
    ],
    [
      "/latest/* /",
      `"/latest/*" stands for a page of Dateline's own, too, and some CDNs would lead away from there; write the old addresses one by one, or a longer beginning`,
    ],
    ["/about/ /latest/", '"/about/" is the address of pages/about.md; remove the line or move the page'],
    [
      "/reports/* /latest/",
      '"/reports/*" stands for reports/a.pdf, too, and some CDNs would lead away from there; write the old addresses one by one, or a longer beginning',
    ],
    [
      "/media/* /",
      `"/media/*" stands for pages of Dateline's own, too, and some CDNs would lead away from there; write the old addresses one by one, or a longer beginning`,
    ],
  ])("over a page is told: %s", ([line = "", message = ""]) => {
    expect(told(line)).toEqual([`redirects.txt:1:1 redirect-onto-page: ${message}`]);
  });

  test.for([
    "/assets/x.css",
    "/latest/page/9/",
    "/tag/ice/",
    "/tag/ice/page/2/",
    "/series/ice/",
    "/tag/ice/feed.json",
    "/archive/2031/",
    "/archive/2031/04",
    "/corrections/page/2/",
    "/_headers",
  ])("into %s is told, as a page may come there by itself", (address) => {
    expect(told(`${address} /2026/11/ferry/`)).toEqual([
      `redirects.txt:1:1 reserved-address: "${address}" is reserved for Dateline's own pages; remove the line`,
    ]);
  });

  test.for([
    "/tags/ice/",
    "/categories/ice/feed/",
    "/tag/ice/feed/",
    "/tag/ice/amp/*",
    "/tag/ice/old/page/2/",
    "/tag/snow/",
    "/series/snow/",
    "/series/ice/old/",
    "/archive/2019/04/05/",
    "/archive/2019/04/05/*",
    "/archive/ferry/",
    "/feeds/all.atom.xml",
    "/search/old/",
    "/latest/news/",
  ])("into %s is let be, as no page of Dateline's own ever comes there", (address) => {
    expect(told(`${address} /2026/11/ferry/`)).toEqual([]);
  });

  test("behind another that answers for it is told, with the line that does", () => {
    expect(told("/blog/* /latest/", "/blog/a/ /2026/11/ferry/", "/blog/b/* 410", "/blog/?p=1 /")).toEqual(
      [
        '2:1 unreachable-redirect: "/blog/a/" is never asked for, as "/blog/*" in line 1 of redirects.txt answers before; move this line above that one, or take it out',
        '3:1 unreachable-redirect: "/blog/b/*" is never asked for, as "/blog/*" in line 1 of redirects.txt answers before; move this line above that one, or take it out',
        '4:1 unreachable-redirect: "/blog/?p=1" is never asked for, as "/blog/*" in line 1 of redirects.txt answers before; move this line above that one, or take it out',
      ].map((text) => `redirects.txt:${text}`),
    );
    expect(told("/a /latest/", "/a?b=c /tags/")).toEqual([
      'redirects.txt:2:1 unreachable-redirect: "/a?b=c" is never asked for, as "/a" in line 1 of redirects.txt answers before; move this line above that one, or take it out',
    ]);
  });

  test("that stands twice, or is an alias already, is told", () => {
    expect(told("/a/ /latest/", "/%61/ /tags/", "/old/ferry/ /latest/", "/A /tags/")).toEqual([
      'redirects.txt:2:1 unreachable-redirect: "/%61/" is led from in line 1 already; keep one of them',
      'redirects.txt:3:1 unreachable-redirect: "/old/ferry/" is led from in articles/ferry.md already; keep one of them',
      'redirects.txt:4:1 unreachable-redirect: "/A" is led from in line 1 already; keep one of them',
    ]);
  });

  test("that leads to nothing is told", () => {
    expect(told("/a/ /gone-long-ago/", "/b/ /latest", "/c/ /2026/11/ferry")).toEqual([
      'redirects.txt:1:1 redirect-to-nowhere: "/gone-long-ago/" is no page or file of this site; correct it, or write 410 in its place',
      'redirects.txt:2:1 redirect-to-nowhere: "/latest" is no page or file of this site; did you mean "/latest/"?',
      'redirects.txt:3:1 redirect-to-nowhere: "/2026/11/ferry" is no page or file of this site; did you mean "/2026/11/ferry/"?',
    ]);
  });

  test("that leads to another old address is told with where that ends", () => {
    expect(told("/a/ /b/", "/b/ /c/", "/c/ /latest/", "/d/ /old/ferry/", "/e/ /f/", "/f/ 410")).toEqual([
      'redirects.txt:1:1 redirect-chain: "/b/" is an old address itself, which "/b/" leads on from; write "/latest/" here',
      'redirects.txt:2:1 redirect-chain: "/c/" is an old address itself, which "/c/" leads on from; write "/latest/" here',
      'redirects.txt:4:1 redirect-chain: "/old/ferry/" is an old address itself, which "/old/ferry/" leads on from; write "/2026/11/ferry/" here',
      'redirects.txt:5:1 redirect-chain: "/f/" is an old address itself, which "/f/" leads on from; write "410" here',
    ]);
  });

  test.for([
    [["/a/ /a/"], ['1:1 redirect-loop: "/a/" leads to itself; take one of the rules out']],
    [
      ["/a/ /b/", "/b/ /a/"],
      [
        '1:1 redirect-loop: "/a/" leads to "/b/", and from there back; take one of the rules out',
        '2:1 redirect-loop: "/b/" leads to "/a/", and from there back; take one of the rules out',
      ],
    ],
    [["/a/* /a/b/:splat"], ['1:1 redirect-loop: "/a/*" leads to itself; take one of the rules out']],
    [
      ["/a/* /b/:splat", "/b/* /a/:splat"],
      [
        '1:1 redirect-loop: "/a/*" leads to "/b/*", and from there back; take one of the rules out',
        '2:1 redirect-loop: "/b/*" leads to "/a/*", and from there back; take one of the rules out',
      ],
    ],
  ] as const)("that leads in a circle is told: %s", ([lines, messages]) => {
    expect(told(...lines)).toEqual(messages.map((message) => `redirects.txt:${message}`));
  });
});

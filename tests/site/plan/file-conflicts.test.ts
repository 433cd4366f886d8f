import { expect, test } from "vitest";
import { fileConflicts, mayBeMade } from "../../../src/site/plan/file-conflicts.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { siteFiles } from "../../../src/site/plan/site-files.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const occupied = [
  { address: "/2026/11/a/", by: "the page of articles/a.md" },
  { address: "/about.html", by: "the page of articles/about.md" },
  { address: "/category/news/", by: "a page of Dateline's own" },
  { address: "/category/news/feed.xml", by: "a feed of Dateline's own" },
  { address: "/old/", by: "an old address that leads to /2026/11/a/" },
];

function told(...paths: readonly string[]): string[] {
  const files = paths.map((path) => ({ path, file: `static/${path}` }));
  return fileConflicts(files, () => occupied).map(
    ({ file, severity, code, message }) => `${file} ${severity} ${code}: ${message}`,
  );
}

test("files have any place where nothing else stands, beside pages too", () => {
  expect(
    told(
      "ads.txt",
      "CNAME",
      ".well-known/security.txt",
      "2026/11/a/photo.jpg",
      "category/news/about.txt",
      "_routes.json",
    ),
  ).toEqual([]);
});

test.each([
  ["2026/11/a/index.html", "/2026/11/a/index.html", "the page of articles/a.md"],
  ["2026/11/A/Index.html", "/2026/11/A/Index.html", "the page of articles/a.md"],
  ["category/news/index.html", "/category/news/index.html", "a page of Dateline's own"],
  ["category/news/feed.xml", "/category/news/feed.xml", "a feed of Dateline's own"],
  ["old/index.html", "/old/index.html", "an old address that leads to /2026/11/a/"],
  ["about.html/photo.jpg", "/about.html/photo.jpg", "the page of articles/about.md"],
  ["2026", "/2026", "the page of articles/a.md"],
])("%s is told with what it is in the way of", (path, address, by) => {
  expect(told(path)).toEqual([
    `static/${path} error same-address: the file would stand at ${address}, in the way of ${by}; rename one of them, or move it`,
  ]);
});

test.each([
  "sitemap.xml",
  "sitemap-articles-2031.xml",
  "news-sitemap.xml",
  "robots.txt",
  "_headers",
  "_redirects",
  "410.html",
  ".well-known/next-publish.json",
  "speculation-rules.json",
  ".dateline-files",
  "assets/own.css",
  "Media",
  "pagefind/x",
  "desk/index.html",
])("%s is kept for what Dateline writes there, at present or some day", (path) => {
  expect(told(path)).toEqual([
    expect.stringContaining(`at /${path}, in the way of a file of Dateline's own;`),
  ]);
});

test("so is every file that machines read, of a site that has all of them", () => {
  const site = siteOf("redirectPages: false");
  const plan = planSite(site, articlesOf(site, [["a", "2026-11-01"]]), {
    nowMs: Date.parse("2026-11-24"),
    drafts: false,
  });
  const paths = [...siteFiles(plan).keys()];
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((path) => !mayBeMade(path))).toEqual([]);
});

test("a favicon is told where the site's icon is named", () => {
  expect(told("favicon.ico")).toEqual([
    'static/favicon.ico error same-address: the file would stand at /favicon.ico, where Dateline puts the site\'s icon; name yours under "icon" in site.yaml',
  ]);
});

test("two files whose paths differ by letter case alone are told, and so is one that needs a folder where the other is", () => {
  expect(told("Ads.txt", "ads.txt")).toEqual([
    expect.stringMatching(/^static\/ads\.txt .* in the way of static\/Ads\.txt;/),
  ]);
  expect(told("Reports", "reports/2026.pdf")).toEqual([
    expect.stringMatching(/^static\/reports\/2026\.pdf .* in the way of static\/Reports;/),
  ]);
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sitemapFaults } from "../site/machines/sitemap-schema.ts";
import { articleText, builtSite, run, siteFolder, smallSite } from "../site-folder.ts";

const url = "https://small.example";
const original = "https://wire.example/a?b=1&c=2";

const policySite = `${smallSite}sources:
  - {name: Index, policy: index}
  - {name: Noindex, policy: noindex}
  - {name: Noindex news, policy: noindex-news}
  - {name: Canonical, policy: canonical}
  - {name: Silent}
`;

function copyOf(source: string): string {
  return articleText("Copy", "2026-11-23", [`source: {name: ${source}, url: "${original}"}`]);
}

/** What a search engine learns of the article at /2026/11/copy/. */
function standing(files: ReadonlyMap<string, string>) {
  const page = files.get("2026/11/copy/index.html") ?? "";
  return {
    robots: /<meta name="(robots|Googlebot-News)" content="no[^"]*">/.exec(page)?.[0],
    canonical: /<link rel="canonical" href="([^"]*)">/.exec(page)?.[1],
    inSitemap: files.get("sitemap-articles-2026.xml")?.includes("/2026/11/copy/") ?? false,
    inNewsSitemap: files.get("news-sitemap.xml")?.includes("/2026/11/copy/"),
  };
}

async function standingOf(article: string, site = policySite) {
  return standing(await builtSite(await siteFolder({ "site.yaml": site, "articles/copy.md": article })));
}

describe("an article without a source, or of a source whose policy is index", () => {
  test.for([articleText("Copy", "2026-11-23"), copyOf("Index")])(
    "is to be found everywhere",
    async (article) => {
      expect(await standingOf(article)).toEqual({
        robots: undefined,
        canonical: `${url}/2026/11/copy/`,
        inSitemap: true,
        inNewsSitemap: true,
      });
    },
  );
});

describe("an article of a source whose policy is noindex", () => {
  test("is to be found nowhere", async () => {
    expect(await standingOf(copyOf("Noindex"))).toEqual({
      robots: '<meta name="robots" content="noindex">',
      canonical: `${url}/2026/11/copy/`,
      inSitemap: false,
      inNewsSitemap: false,
    });
  });
});

describe("an article of a source whose policy is noindex-news, or none", () => {
  const everywhereButInNews = {
    robots: '<meta name="Googlebot-News" content="noindex">',
    canonical: `${url}/2026/11/copy/`,
    inSitemap: true,
    inNewsSitemap: false,
  };

  test("is to be found everywhere but in Google News", async () => {
    expect(await standingOf(copyOf("Noindex news"))).toEqual(everywhereButInNews);
    expect(await standingOf(copyOf("Silent"))).toEqual(everywhereButInNews);
  });

  test("is so where site.yaml lists no sources", async () => {
    expect(await standingOf(copyOf("Any Wire"), smallSite)).toEqual(everywhereButInNews);
  });
});

describe("an article of a source whose policy is canonical", () => {
  test("names its original as the one to be found", async () => {
    expect(await standingOf(copyOf("Canonical"))).toEqual({
      robots: undefined,
      canonical: "https://wire.example/a?b=1&amp;c=2",
      inSitemap: false,
      inNewsSitemap: false,
    });
  });

  test("is kept out of Google News, with a warning, where the original has no address", async () => {
    const folder = await siteFolder({
      "site.yaml": policySite,
      "articles/copy.md": articleText("Copy", "2026-11-23", ["source: Canonical"]),
    });
    const { exitCode, stdout } = await run("check", "--site", folder);
    expect(exitCode).toBe(0);
    expect(stdout.split("\n")[0]).toBe(
      'articles/copy.md:5:9 warning no-original: the policy of "Canonical" is canonical, but the original has no address, so the article is treated as noindex-news; write {name: Canonical, url: https://…}',
    );
    expect(standing(await builtSite(folder))).toEqual({
      robots: '<meta name="Googlebot-News" content="noindex">',
      canonical: `${url}/2026/11/copy/`,
      inSitemap: true,
      inNewsSitemap: false,
    });
  });
});

describe("a draft in a build that shows drafts", () => {
  test("is to be found nowhere", async () => {
    const draft = articleText("Copy", "2026-11-23", ["draft: true"]);
    const files = await builtSite(await siteFolder({ "articles/copy.md": draft }), { drafts: true });
    expect(standing(files)).toMatchObject({
      robots: '<meta name="robots" content="noindex">',
      inSitemap: false,
      inNewsSitemap: false,
    });
  });
});

const smallPaper = {
  "site.yaml": `${smallSite}pageSize: 1\n`,
  "articles/old.md": articleText("Old", "2024-05-01 08:00", ["tags: [경제]"]),
  "articles/a.md": articleText("A", "2026-11-20", ["tags: [경제]", "updated: 2026-11-21"]),
  "articles/b.md": articleText("B", "2026-11-22 00:00"),
  "articles/c.md": articleText("C", "2026-11-21 23:59:59"),
};

let paperBuilt: Promise<Map<string, string>> | undefined;

/** The small paper as it is published, built once. */
function smallPaperBuilt(): Promise<Map<string, string>> {
  paperBuilt ??= siteFolder(smallPaper).then((folder) => builtSite(folder));
  return paperBuilt;
}

function locations(text: string | undefined): string[] {
  return [...(text ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);
}

describe("the files for search engines", () => {
  test("are named by robots.txt", async () => {
    const files = await smallPaperBuilt();
    expect(files.get("robots.txt")).toBe(
      `User-agent: *\nAllow: /\nDisallow: /pagefind/\n\nSitemap: ${url}/sitemap.xml\nSitemap: ${url}/news-sitemap.xml\n`,
    );
  });

  test("hold every page but the search and the one for lost readers, and keep to the rules", async () => {
    const files = await smallPaperBuilt();
    const sitemaps = [...files].filter(([path]) => /sitemap.*\.xml$/.test(path));
    expect(sitemaps.map(([path]) => path)).toEqual([
      "news-sitemap.xml",
      "sitemap-articles-2024.xml",
      "sitemap-articles-2026.xml",
      "sitemap-listings.xml",
      "sitemap.xml",
    ]);
    for (const [path, text] of sitemaps) expect(sitemapFaults(text), path).toEqual([]);
    const parts = locations(files.get("sitemap.xml")).map((address) => address.slice(url.length + 1));
    const listed = parts.flatMap((part) => locations(files.get(part)));
    const pages = [...files.keys()]
      .filter((path) => path.endsWith(".html") && path !== "404.html" && path !== "search/index.html")
      .map((path) => `${url}/${encodeURI(path.replace(/index\.html$/, ""))}`);
    expect(listed.sort()).toEqual(pages.sort());
  });

  test("date a listing by its newest article, an index by the newest article of all it covers", async () => {
    const files = await smallPaperBuilt();
    const listings = files.get("sitemap-listings.xml") ?? "";
    const dateOf = (address: string) =>
      new RegExp(`<loc>${url}${address}</loc>\n<lastmod>([^<]*)<`).exec(listings)?.[1];
    expect(dateOf("/")).toBe("2026-11-22T00:00:00Z");
    expect(dateOf("/latest/page/1/")).toBe("2024-05-01T08:00:00Z");
    expect(dateOf("/tag/%EA%B2%BD%EC%A0%9C/")).toBe("2026-11-20");
    expect(dateOf("/tags/")).toBe("2026-11-22T00:00:00Z");
    expect(dateOf("/archive/2024/")).toBe("2024-05-01T08:00:00Z");
  });

  test("depend on the moment of the build for what is news, and for nothing else", async () => {
    const folder = await siteFolder(smallPaper);
    const early = await builtSite(folder, { now: "2026-11-24T00:00:00Z" });
    const late = await builtSite(folder, { now: "2027-11-24T00:00:00Z" });
    expect(locations(early.get("news-sitemap.xml"))).toEqual([`${url}/2026/11/b/`]);
    expect(locations(late.get("news-sitemap.xml"))).toEqual([]);
    expect([...late].filter(([path, text]) => early.get(path) !== text).map(([path]) => path)).toEqual([
      "news-sitemap.xml",
    ]);
  });
});

describe("every page", () => {
  test("has an icon, and there is one where older browsers look", async () => {
    const files = await smallPaperBuilt();
    const [, icon = ""] = /<link rel="icon" href="\/([^"]*)"/.exec(files.get("404.html") ?? "") ?? [];
    expect(files.get(icon)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(files.has("favicon.ico")).toBe(true);
  });

  test("names itself as the one to be found", async () => {
    const files = await smallPaperBuilt();
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(20);
    for (const [path, page] of pages) {
      const address = `${url}/${encodeURI(path.replace(/index\.html$/, ""))}`;
      expect(page, path).toContain(`<link rel="canonical" href="${address}">`);
      expect(page, path).toContain(`<meta property="og:url" content="${address}">`);
    }
  });

  test("has one block of data for search engines, of the types its kind calls for", async () => {
    const files = await smallPaperBuilt();
    const typesOf = (path: string) => {
      const blocks = [
        ...(files.get(path) ?? "").matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g),
      ];
      expect(blocks).toHaveLength(1);
      const data: { "@graph": { "@type": string }[] } = JSON.parse(blocks[0]?.[1] ?? "");
      return data["@graph"].map((node) => node["@type"]);
    };
    expect(typesOf("index.html")).toEqual(["WebSite", "NewsMediaOrganization"]);
    expect(typesOf("2026/11/a/index.html")).toEqual([
      "NewsArticle",
      "NewsMediaOrganization",
      "BreadcrumbList",
    ]);
    expect(typesOf("category/news/page/1/index.html")).toEqual(["CollectionPage", "BreadcrumbList"]);
    expect(typesOf("tags/index.html")).toEqual(["BreadcrumbList"]);
    expect(typesOf("404.html")).toEqual(["BreadcrumbList"]);
  });

  test("is kept out of search engines in a deploy preview, and in no other build", async () => {
    const folder = await siteFolder(smallPaper);
    const preview = await builtSite(folder, { url: "https://preview-7.small.example" });
    expect(preview.get("_headers")).toContain("/*\n  Content-Security-Policy:");
    expect(preview.get("_headers")).toContain("  X-Robots-Tag: noindex\n/");
    expect(preview.get("robots.txt")).toContain("Sitemap: https://preview-7.small.example/sitemap.xml\n");
    for (const flags of [{}, { url }]) {
      expect((await builtSite(folder, flags)).get("_headers")).not.toContain("X-Robots-Tag");
    }
  });
});

describe("the address of a file for search engines", () => {
  test.for([
    "/sitemap.xml/",
    "/Sitemap-articles-2026.xml/a/",
    "/news-sitemap.xml/",
    "/robots.txt/",
    "/favicon.ico/",
  ])("is not to be had for an article: %s", async (permalink) => {
    const article = articleText("A", "2026-11-20", [`permalink: ${permalink}`]);
    const { stdout } = await run("check", "--site", await siteFolder({ "articles/a.md": article }));
    expect(stdout).toContain(
      `articles/a.md:5:12 error reserved-address: the address ${permalink} is reserved for Dateline's own pages`,
    );
  });
});

describe("the publisher's logo", () => {
  const siteWith = (logo: string) => `${smallSite}publisher:\n  name: Small House\n  logo: ${logo}\n`;

  test("is published under a name of its content, and named to search engines", async () => {
    const files = await builtSite(
      await siteFolder({
        ...smallPaper,
        "site.yaml": siteWith("brand/Small logo.PNG"),
        "brand/Small logo.PNG": "picture",
      }),
    );
    // SHA-256 of "picture" starts with these ten digits.
    const file = "assets/logo.2cea274d0b.png";
    expect(files.get(file)).toBe("picture");
    expect(files.get("2026/11/a/index.html")).toContain(`"url":"${url}/${file}"`);
  });

  test.for([
    [
      "brand/none.png",
      "missing-image",
      'there is no picture "brand/none.png" in the site folder; the path is relative to site.yaml',
    ],
    [
      "site.yaml",
      "bad-logo",
      '"site.yaml" is not a picture that can be shown; use a PNG, JPEG, WebP, AVIF or GIF file',
    ],
    [
      "articles/../../outside.png",
      "missing-image",
      'there is no picture "articles/../../outside.png" in the site folder; the path is relative to site.yaml',
    ],
  ])("must be a picture in the site folder: %s", async ([logo = "", code, message]) => {
    const folder = await siteFolder({ "site.yaml": siteWith(logo) });
    const { exitCode, stdout } = await run("check", "--site", folder);
    expect(exitCode).toBe(1);
    expect(stdout.split("\n")[0]).toBe(`site.yaml:5:9 error ${code}: ${message}`);
  });

  test("must not lie outside the site folder", async () => {
    const folder = await siteFolder({
      "outside.png": "picture",
      "inner/site.yaml": siteWith("../outside.png"),
      "inner/articles/a.md": articleText("A", "2026-11-20"),
    });
    const { exitCode, stdout } = await run("check", "--site", join(folder, "inner"));
    expect(exitCode).toBe(1);
    expect(stdout.split("\n")[0]).toBe(
      'site.yaml:5:9 error bad-logo: "../outside.png" lies outside the site folder; put a copy of the file into it',
    );
  });
});

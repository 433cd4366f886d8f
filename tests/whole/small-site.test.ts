import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleText, builtSite, run, siteFolder } from "../site-folder.ts";

const threeArticles = {
  "articles/first.md": articleText("First", "2026-11-01"),
  "articles/second.md": articleText("Second", "2026-11-02"),
  "articles/third.md": articleText("Third", "2026-11-03"),
};

/** The headlines of a listing, in its order. */
function headlines(page: string | undefined): string[] {
  return [...(page ?? "").matchAll(/<h2><a href="[^"]*">([^<]*)<\/a><\/h2>/g)].map(([, text = ""]) => text);
}

describe("a site folder with a title, an address and three articles", () => {
  test("becomes a site with all kinds of pages", async () => {
    const files = await builtSite(await siteFolder(threeArticles));
    const pages = [...files.keys()].filter((path) => path.endsWith(".html"));
    expect(pages).toEqual([
      "2026/11/first/index.html",
      "2026/11/second/index.html",
      "2026/11/third/index.html",
      "404.html",
      "archive/2026/11/index.html",
      "archive/2026/index.html",
      "archive/index.html",
      "categories/index.html",
      "category/news/index.html",
      "corrections/index.html",
      "feeds/index.html",
      "index.html",
      "latest/index.html",
      "search/index.html",
      "tags/index.html",
    ]);
    expect(headlines(files.get("index.html"))).toEqual(["Third", "Second", "First"]);
    expect(headlines(files.get("category/news/index.html"))).toEqual(["Third", "Second", "First"]);
  });

  test("is built by the command into the folder that --output names", async () => {
    const folder = await siteFolder(threeArticles);
    const output = join(folder, "elsewhere/out");
    const result = await run("build", "--site", folder, "--output", output, "--now", "2026-11-24");
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout.replace(output, "OUTPUT")).toMatch(
      /^Published 3 articles on 15 pages to OUTPUT in \d+\.\d s\.\n\d+ files added, 0 changed, 0 removed; \d+ KB written\.\n$/,
    );
    const files = await run("check", "--site", folder);
    expect(files.stdout).toBe("Checked 3 articles: no errors.\n");
  });

  test("has every address of its pages below the address of a deploy preview where --url names one", async () => {
    const folder = await siteFolder(threeArticles);
    const files = await builtSite(folder, { url: "https://preview-7.small.example" });
    const page = files.get("2026/11/first/index.html");
    expect(page).toContain('<link rel="canonical" href="https://preview-7.small.example/2026/11/first/">');
    expect([...files.values()].join()).not.toContain("https://small.example");
  });
});

describe("a site without articles", () => {
  test("says so on its front page and its listings", async () => {
    const files = await builtSite(await siteFolder({}));
    for (const path of ["index.html", "latest/index.html", "archive/index.html", "tags/index.html"]) {
      expect(files.get(path)).toContain("There are no articles here yet.");
    }
  });
});

describe("article files", () => {
  test("may have a byte-order mark, Windows line ends, spaces in their names, and lie in nested folders", async () => {
    const windows = `\uFEFF${articleText("Windows", "2026-11-04", [], "One.\n\nTwo.")}`.replaceAll(
      "\n",
      "\r\n",
    );
    const files = await builtSite(
      await siteFolder({
        "articles/a b/c/Night ferry.markdown": articleText("Night ferry", "2026-11-03"),
        "articles/windows.md": windows,
        "articles/2026-11-02-day-in-name.md": "---\ntitle: Named\ncategories: [News]\n---\nText.\n",
        "articles/.hidden.md": "not an article",
        "articles/notes.txt": "not an article",
      }),
    );
    expect(files.get("2026/11/night-ferry/index.html")).toContain("<h1>Night ferry</h1>");
    expect(files.get("2026/11/windows/index.html")).toContain("<p>One.</p>\n<p>Two.</p>");
    expect(files.get("2026/11/day-in-name/index.html")).toContain("<h1>Named</h1>");
    expect(headlines(files.get("index.html"))).toEqual(["Windows", "Night ferry", "Named"]);
  });

  test("may have front matter and nothing else", async () => {
    const files = await builtSite(
      await siteFolder({ "articles/a.md": "---\ntitle: Bare\ndate: 2026-11-02\ncategories: [News]\n---" }),
    );
    expect(files.get("2026/11/a/index.html")).toContain("<h1>Bare</h1>");
  });
});

describe("text from strangers", () => {
  const hostile = `<script>alert(1)</script>"'&`;
  const escaped = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;";

  test("is shown as text on every page", async () => {
    const quoted = JSON.stringify(hostile);
    const files = await builtSite(
      await siteFolder({
        "site.yaml": `title: ${quoted}\nurl: https://small.example\ndescription: ${quoted}\npublisher: {name: ${quoted}}\n`,
        "articles/a.md": articleText(
          quoted,
          "2026-11-02",
          [
            `categories: [${quoted}]`,
            `tags: [${quoted}, ../../etc]`,
            `authors: [${quoted}]`,
            `source: {name: ${quoted}, url: "https://a.example/?a=1&b=%22"}`,
            `description: ${quoted}`,
            `dateline: ${quoted}`,
            `corrections: [{date: 2026-11-03, text: ${quoted}}]`,
          ],
          `${hostile}\n\n[link](javascript:alert(1))`,
        ),
        "articles/b.md": articleText("Neighbour", "2026-11-01", [`categories: [${quoted}]`]),
      }),
    );
    const pages = [...files].filter(([path]) => path.endsWith(".html"));
    expect(pages.length).toBeGreaterThan(15);
    for (const [path, page] of pages) {
      expect(page.toLowerCase(), path).not.toContain("<script>alert");
      expect(page, path).not.toContain('href="javascript:');
    }
    const page = files.get("2026/11/a/index.html") ?? "";
    expect(page).toContain(`<h1>${escaped}</h1>`);
    expect(page).toContain(`<meta name="description" content="${escaped}">`);
    const [, json = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page) ?? [];
    const data: { "@graph": { headline?: string; itemListElement?: { name: string }[] }[] } =
      JSON.parse(json);
    expect(data["@graph"].at(0)?.headline).toBe(hostile);
    expect(data["@graph"].at(-1)?.itemListElement?.at(-1)?.name).toBe(hostile);
  });

  test("leads no file out of the output folder", async () => {
    const files = await builtSite(
      await siteFolder({ "articles/a.md": articleText("A", "2026-11-02", ["tags: [../../etc, C:\\\\x]"]) }),
    );
    expect([...files.keys()].filter((path) => path.startsWith("tag/"))).toEqual([
      "tag/c-x/feed.json",
      "tag/c-x/feed.xml",
      "tag/c-x/index.html",
      "tag/etc/feed.json",
      "tag/etc/feed.xml",
      "tag/etc/index.html",
    ]);
  });
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../src/publish/disk/project.js";
import {
  articleText,
  builtSite,
  filesBelow,
  run,
  runAs,
  siteFolder,
  smallSite,
  writeFiles,
} from "../site-folder.ts";

const lines = ["categories: [News]", "tags: [ferry]", "authors: [Mei Tan]", "source: Agency"];

/** A thousand articles of one category, tag, author and source, four a day. */
function thousandArticles(): Record<string, string> {
  const start = Date.parse("2026-01-01T00:00Z");
  return Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => {
      const date = new Date(start + index * 6 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
      return [`articles/story-${index + 1}.md`, articleText(`Story ${index + 1}`, date, lines)];
    }),
  );
}

function difference(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)),
    removed: [...before.keys()].filter((path) => !after.has(path)),
    changed: [...after]
      .filter(([path, text]) => before.has(path) && before.get(path) !== text)
      .map(([path]) => path),
  };
}

describe("pages that never change by themselves", () => {
  test("a new article among a thousand changes its neighbour, the newest ends, the indexes, and nothing else", async () => {
    const folder = await siteFolder(thousandArticles());
    const before = await builtSite(folder);
    await writeFiles(folder, { "articles/new.md": articleText("New", "2026-11-01 08:00", lines) });
    const after = await builtSite(folder);
    expect(difference(before, after)).toEqual({
      added: ["2026/11/new/index.html", "archive/2026/11/index.html"],
      removed: [],
      changed: [
        // The list of the files that are Dateline's.
        ".dateline-files",
        // The story before it now has a next one: 1,000 stories at four a day end in the evening of 7 September.
        "2026/09/story-1000/index.html",
        "archive/2026/index.html",
        "archive/index.html",
        "author/mei-tan/feed.json",
        "author/mei-tan/feed.xml",
        "author/mei-tan/index.html",
        "categories/index.html",
        "category/news/feed.json",
        "category/news/feed.xml",
        "category/news/index.html",
        "feed.json",
        "feed.xml",
        "index.html",
        "latest/index.html",
        "sitemap-articles-2026.xml",
        "sitemap-listings.xml",
        "sitemap.xml",
        "source/agency/feed.json",
        "source/agency/feed.xml",
        "source/agency/index.html",
        "tag/ferry/feed.json",
        "tag/ferry/feed.xml",
        "tag/ferry/index.html",
        "tags/index.html",
      ],
    });
    // 1,000 articles at 20 a page are 49 closed pages and a newest end, in each of five listings.
    expect(
      [...before.keys()].filter((path) => /^(latest|category|tag|author|source)\/.*page\//.test(path)),
    ).toHaveLength(5 * 49);
  });

  test("building twice gives the same bytes, search index included", async () => {
    const folder = await siteFolder({
      "articles/a.md": articleText("Night ferry", "2026-11-02", lines),
      "articles/b.md": articleText("항구 도서관", "2026-11-01", [...lines, "language: ko"], "항구의 도서관."),
    });
    const outputs = [join(folder, "one"), join(folder, "two")];
    for (const output of outputs) {
      const result = await run("build", "--site", folder, "--output", output, "--now", "2026-11-24");
      expect(result.exitCode).toBe(0);
    }
    const [one = new Map(), two = new Map()] = await Promise.all(outputs.map(filesBelow));
    expect([...one.keys()].filter((path) => path.startsWith("pagefind/")).length).toBeGreaterThan(3);
    expect(difference(one, two)).toEqual({ added: [], removed: [], changed: [] });
  });

  test("a machine set to another language gives the same bytes, in a language that none knows, too", async () => {
    const folder = await siteFolder({
      "site.yaml": `${smallSite}language: gn\ncards: false\n`,
      "articles/a.md": articleText("A", "2026-11-20", [
        "tags: [Öl, Zug, 北京]",
        "authors: [Öz A, Zoe B, Mei C]",
      ]),
      "articles/b.md": articleText("B", "2026-11-21", ["tags: [Öl]"]),
    });
    const builtIn = async (locale: string) => {
      const output = join(folder, "_site", locale);
      const env = { ...process.env, LC_ALL: locale, LANG: locale };
      const flags = ["--site", folder, "--output", output, "--now", "2026-11-24", "--no-search", "--fresh"];
      expect(await runAs({ env }, projectFolder, "build", ...flags)).toMatchObject({ exitCode: 0 });
      return filesBelow(output);
    };
    const german = await builtIn("de_DE.UTF-8");
    expect(german.get("2026/11/a/index.html")).toContain(">20 November 2026<");
    expect(difference(german, await builtIn("sv_SE.UTF-8"))).toEqual({ added: [], removed: [], changed: [] });
  });

  test("a page says nothing of the moment at which it was built", async () => {
    const folder = await siteFolder({ "articles/a.md": articleText("Night ferry", "2026-11-02", lines) });
    const early = await builtSite(folder, { now: "2026-11-03T00:00:00Z" });
    const late = await builtSite(folder, { now: "2036-11-03T00:00:00Z" });
    expect(difference(early, late)).toEqual({ added: [], removed: [], changed: [] });
  });
});

import { cp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { halves } from "../picture-files.ts";
import { copyProject } from "../project-copy.ts";
import {
  articleText,
  builtSite,
  filesBelow,
  now,
  run,
  runIn,
  siteFolder,
  smallSite,
  writeFiles,
} from "../site-folder.ts";

const lines = ["categories: [News]", "tags: [ferry]"];
const threeArticles = {
  "articles/a.md": articleText("Alpha", "2026-11-01", lines),
  "articles/b.md": articleText("Beta", "2026-11-02", lines),
  "articles/c.md": articleText("Gamma", "2025-11-03", lines),
};

/** When each file of the output was written, in milliseconds since 1970. */
async function timesOf(folder: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const path of (await filesBelow(join(folder, "_site"))).keys()) {
    times.set(path, (await stat(join(folder, "_site", path))).mtimeMs);
  }
  return times;
}

describe("the next build", () => {
  test("writes what a new article changes, and leaves every other file untouched, its time too", async () => {
    const folder = await siteFolder(threeArticles);
    const before = await builtSite(folder);
    const times = await timesOf(folder);
    await writeFiles(folder, { "articles/d.md": articleText("Delta", "2026-11-04", lines) });
    const after = await builtSite(folder);
    const timesAfter = await timesOf(folder);
    const touched = [...timesAfter].filter(([path, time]) => times.get(path) !== time).map(([path]) => path);
    const different = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
    expect(touched).toEqual(different);
    expect(touched).toContain("2026/11/d/index.html");
    expect(touched).not.toContain("2026/11/a/index.html");
  });

  test("shows nothing of a draft that a build with drafts has shown, in a category without other articles either", async () => {
    const folder = await siteFolder({
      ...threeArticles,
      "site.yaml": `${smallSite}cards: false\ncategories: [{name: News}, {name: Sport}]\n`,
      "articles/secret.md": articleText("Secret", "2026-11-04", ["categories: [Sport]", "draft: true"]),
    });
    const drafts = await builtSite(folder, { drafts: true });
    expect(drafts.get("category/sport/index.html")).toContain("Secret");
    const published = await builtSite(folder);
    expect([...published].filter(([, text]) => text.includes("Secret")).map(([path]) => path)).toEqual([]);
    expect(published).toEqual(await builtSite(folder, { fresh: true }));
  });

  test("takes the card of the last of a thousand articles away when another comes, and gives it back when that goes", async () => {
    const pictured = ["image: {src: ferry.jpg, alt: a ferry}"];
    const dayOf = (index: number) => new Date(Date.parse("2026-11-20") - index * 86_400_000).toISOString();
    const newest = Array.from({ length: 998 }, (_, index) => [
      `articles/story-${index}.md`,
      articleText(`Story ${index}`, dayOf(index), pictured),
    ]);
    const folder = await siteFolder({
      "site.yaml": smallSite,
      "articles/ferry.jpg": await halves(20, 10),
      ...Object.fromEntries(newest),
      "articles/last.md": articleText("Last", "2020-01-02"),
      "articles/first.md": articleText("First", "2020-01-01"),
    });
    const cardIn = (files: ReadonlyMap<string, string>, slug: string) =>
      /og:image" content="https:\/\/small.example\/([^"]+-card.png)"/.exec(
        files.get(`2020/01/${slug}/index.html`) ?? "",
      )?.[1];
    const before = await builtSite(folder);
    const [last, first] = [cardIn(before, "last"), cardIn(before, "first")];
    expect([before.has(last ?? ""), before.has(first ?? "")]).toEqual([true, true]);
    await writeFiles(folder, { "articles/new.md": articleText("New", "2026-11-21", pictured) });
    const with1001 = await builtSite(folder);
    expect([cardIn(with1001, "last"), cardIn(with1001, "first")]).toEqual([last, undefined]);
    expect([with1001.has(last ?? ""), with1001.has(first ?? "")]).toEqual([true, false]);
    expect(with1001).toEqual(await builtSite(folder, { fresh: true }));
    await rm(join(folder, "articles/new.md"));
    const after = await builtSite(folder);
    expect(cardIn(after, "first")).toBe(first);
    expect(after).toEqual(before);
  });

  test("writes of a series to which a part has come its page and the part before, and no older part", async () => {
    const part = (title: string, day: string) => ({
      [`articles/${title}.md`]: articleText(title, day, ["categories: [News]", "series: Port & night"]),
    });
    const folder = await siteFolder({ ...part("one", "2026-11-01"), ...part("two", "2026-11-02") });
    await writeFiles(folder, {
      "articles/between.md": articleText("Between", "2026-11-03", ["categories: [News]"]),
      "articles/last.md": articleText("Last", "2026-11-04", ["categories: [News]"]),
    });
    const before = await builtSite(folder);
    expect(before.get("series/port-night/index.html")).toContain('<h1 dir="auto">Port &amp; night</h1>');
    expect(before.get("sitemap-listings.xml")).toContain(
      "<loc>https://small.example/series/port-night/</loc>",
    );
    expect([...before.keys()].filter((path) => path.startsWith("series/"))).toEqual([
      "series/port-night/index.html",
    ]);
    const times = await timesOf(folder);
    await writeFiles(folder, part("three", "2026-11-05"));
    const after = await builtSite(folder);
    const timesAfter = await timesOf(folder);
    const touched = [...timesAfter].filter(([path, time]) => times.get(path) !== time).map(([path]) => path);
    expect(touched.filter((path) => /^(?:2026|series)/.test(path)).sort()).toEqual([
      // Its neighbour in time, itself, and the part before it.
      "2026/11/last/index.html",
      "2026/11/three/index.html",
      "2026/11/two/index.html",
      "series/port-night/index.html",
    ]);
    expect(after).toEqual(await builtSite(folder, { fresh: true }));
  });

  test("makes no part of the search index anew that a new article is not in", async () => {
    const folder = await siteFolder(threeArticles);
    const build = () => run("build", "--site", folder, "--now", now);
    await build();
    const times = await timesOf(folder);
    await writeFiles(folder, { "articles/d.md": articleText("Delta", "2026-11-04", lines) });
    await build();
    const timesAfter = await timesOf(folder);
    const old = [...times.keys()].filter((path) => path.startsWith("pagefind/2025-11/"));
    expect(old.length).toBeGreaterThan(3);
    for (const path of old) expect(timesAfter.get(path), path).toBe(times.get(path));
  });

  test("says which file of the search index is damaged, where it has to be read, and what to do; nothing is written", async () => {
    const folder = await siteFolder(threeArticles);
    const build = (...flags: string[]) => run("build", "--site", folder, "--now", now, ...flags);
    await build();
    const before = await filesBelow(join(folder, "_site"));
    const piece = [...before.keys()].find((path) => /^pagefind\/index\/0-.*\.piece$/.test(path)) ?? "";
    const file = join(folder, "_site", piece);
    const noon = new Date("2026-11-24T12:00:00Z");
    await utimes(file, noon, noon);
    await build();
    const damaged = Buffer.from(before.get(piece) ?? "", "latin1").reverse();
    await writeFile(file, damaged);
    await utimes(file, noon, noon);
    await writeFiles(folder, { "articles/d.md": articleText("Delta", "2026-11-04", lines) });
    const { exitCode, stderr } = await build();
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(`${file} is not as it was written; build again with --fresh`),
    ]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(
      new Map([...before, [piece, damaged.toString("latin1")]]),
    );
    expect(await build("--fresh")).toMatchObject({ exitCode: 0 });
  });

  test("does not mind that files were restored with other times, as caches of CI do", async () => {
    const folder = await siteFolder(threeArticles);
    const before = await builtSite(folder);
    await cp(join(folder, "_site"), join(folder, "kept"), { recursive: true });
    await rm(join(folder, "_site"), { recursive: true });
    await cp(join(folder, "kept"), join(folder, "_site"), { recursive: true });
    const { stdout } = await run("build", "--site", folder, "--no-search", "--now", now);
    expect(stdout).toContain("Nothing has changed.\n");
    expect(await builtSite(folder)).toEqual(before);
  });

  test("says what it changed and why, with the addresses that a CDN has to forget", async () => {
    const folder = await siteFolder(threeArticles);
    await builtSite(folder);
    await writeFiles(folder, { "articles/a.md": articleText("Alpha", "2026-11-01", lines, "New words.") });
    const report = join(folder, "report.md");
    await run("build", "--site", folder, "--no-search", "--now", now, "--report", report);
    const text = await readFile(report, "utf8");
    expect(text).toContain("- `2026/11/a/index.html`: `articles/a.md`\n");
    expect(text).toContain("\nhttps://small.example/2026/11/a/\n");
    expect(text).not.toContain("2026/11/b/");
  });

  test("publishes nothing where more would change than it may", async () => {
    const folder = await siteFolder(threeArticles);
    await builtSite(folder);
    const published = await filesBelow(join(folder, "_site"));
    await writeFiles(folder, { "articles/d.md": articleText("Delta", "2026-11-04", lines) });
    const build = (most: string) =>
      run("build", "--site", folder, "--no-search", "--now", now, "--max-changed", most);
    const result = await build("3");
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/^Nothing was published: \d+ files would be added, changed or removed/);
    expect(await filesBelow(join(folder, "_site"))).toEqual(published);
    expect((await build("1000")).exitCode).toBe(0);
    expect(await filesBelow(join(folder, "_site"))).not.toEqual(published);
  });

  test("names a page of its own and a file of static/ as what has changed", async () => {
    const folder = await siteFolder({
      ...threeArticles,
      "pages/about.md": "---\ntitle: About\n---\nWe are two.\n",
      "static/ads.txt": "none",
    });
    const report = join(folder, "report.md");
    const build = () => run("build", "--site", folder, "--no-search", "--now", now, "--report", report);
    await build();
    await writeFiles(folder, { "pages/about.md": "---\ntitle: About\n---\nWe are three.\n" });
    await build();
    expect(await readFile(report, "utf8")).toContain("- `about/index.html`: `pages/about.md`\n");
    await writeFiles(folder, { "static/ads.txt": "some" });
    await build();
    expect(await readFile(report, "utf8")).toContain("- `ads.txt`: `static/ads.txt`\n");
  });

  test("is verified against a build from nothing where --verify asks for it", async () => {
    const folder = await siteFolder(threeArticles);
    const build = () => run("build", "--site", folder, "--no-search", "--now", now, "--verify");
    expect(await build()).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("Verified: ") });
    // A change that leaves size and time as they were is seen by no build.
    const page = join(folder, "_site/2026/11/a/index.html");
    const noon = new Date("2026-11-24T12:00:00Z");
    await utimes(page, noon, noon);
    await build();
    await writeFile(page, (await readFile(page, "utf8")).replaceAll("Alpha", "alpha"));
    await utimes(page, noon, noon);
    await writeFiles(folder, { "_site/CNAME": "news.example" });
    const result = await build();
    expect(result.exitCode).toBe(1);
    expect(result.stderr).not.toContain("CNAME");
    expect(result.stderr).toMatch(/^2026\/11\/a\/index\.html is not up to date: .* in line \d+, .*Alpha/);
  });

  test("renders anew what uses a template that was edited, and nothing else", async () => {
    const project = await siteFolder(threeArticles);
    await copyProject(project);
    const build = async () => {
      const result = await runIn(project, "build", "--no-search", "--now", now, "--verify");
      expect(result).toMatchObject({ exitCode: 0, stderr: "" });
      return result.stdout;
    };
    await build();
    const times = await timesOf(project);
    const partial = join(project, "templates/partials/entry-markup.njk");
    await writeFile(
      partial,
      (await readFile(partial, "utf8")).replace('class="entry"', 'class="entry edited"'),
    );
    expect(await build()).toContain("Verified: ");
    const timesAfter = await timesOf(project);
    const touched = [...timesAfter].filter(([path, time]) => times.get(path) !== time).map(([path]) => path);
    expect(touched).toContain("category/news/index.html");
    expect(touched).toContain("index.html");
    expect(touched.filter((path) => /^20\d\d\//.test(path))).toEqual([]);
  });
});

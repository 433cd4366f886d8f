import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleText, builtSite, run, siteFolder, writeFiles } from "../../site-folder.ts";

const site = {
  "articles/ferry.md": articleText(
    "Ferry",
    "2026-11-20",
    ["tags: [경제]", "aliases: [/old/]"],
    "Text.[^1]\n\n[^1]: Note.",
  ),
  "articles/tunnel.md": articleText("Tunnel", "2026-11-21", [], "See [the ferry](/2026/11/ferry/)."),
};

const check = (folder: string, ...flags: string[]) =>
  run("check", "--site", folder, "--output", join(folder, "_site"), "--now", "2026-11-24", ...flags);

describe("npm run check -- --output", () => {
  test("finds nothing wrong in what a build has written", async () => {
    const folder = await siteFolder(site);
    await builtSite(folder);
    const result = await check(folder);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toMatch(/^Checked 2 articles and \d+ built pages: no errors\.\n$/);
  });

  test("tells of a link and a fragment that lead nowhere, with their places and the article", async () => {
    const folder = await siteFolder(site);
    await builtSite(folder);
    const page = join(folder, "_site/2026/11/tunnel/index.html");
    await writeFile(
      page,
      '<!doctype html>\n<p><a href="/gone/">gone</a></p>\n<a href="/2026/11/ferry/#gone">gone</a>\n',
    );
    const result = await check(folder);
    expect(result.exitCode).toBe(1);
    expect(result.stdout.split("\n").filter((line) => line.startsWith("_site/"))).toEqual([
      '_site/2026/11/tunnel/index.html:2:4 error broken-link: "/gone/" leads to no page or file of the site; the page is made of articles/tunnel.md',
      '_site/2026/11/tunnel/index.html:3:1 error broken-fragment: "/2026/11/ferry/#gone" leads to no element of 2026/11/ferry/index.html: none has the id "gone"; the page is made of articles/tunnel.md',
    ]);
  });

  test("looks at the pages Dateline wrote; they may link to files of others beside them", async () => {
    const folder = await siteFolder({
      "articles/a.md": articleText("A", "2026-11-20", [], "See [the report](/reports/2026.html)."),
    });
    await builtSite(folder);
    await writeFiles(folder, { "_site/reports/2026.html": '<a href="/gone/">gone</a>' });
    expect(await check(folder)).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("names ten pages where one mistake is on many, and counts the others", async () => {
    const articles = Array.from({ length: 12 }, (_, index) => [
      `articles/story-${index}.md`,
      articleText("Story", "2026-11-20"),
    ]);
    const folder = await siteFolder(Object.fromEntries(articles));
    const files = await builtSite(folder);
    const pages = [...files.keys()].filter((path) => path.startsWith("2026/"));
    for (const path of pages) {
      const file = join(folder, "_site", path);
      await writeFile(file, (await readFile(file, "utf8")).replace('href="/latest/"', 'href="/newest/"'));
    }
    const { stdout } = await check(folder);
    const lines = stdout.split("\n").filter((line) => line.startsWith("_site/"));
    expect(lines).toHaveLength(10);
    expect(lines.filter((line) => line.endsWith("; so do 2 more"))).toHaveLength(1);
  });

  test("tells of addresses in sitemaps, feeds and share cards that are not below the path of the site", async () => {
    const folder = await siteFolder({
      "site.yaml": "title: The Paper\nurl: https://house.example/paper\n",
      "articles/ferry.md": articleText("Ferry", "2026-11-20"),
    });
    const files = await builtSite(folder);
    expect(await check(folder)).toMatchObject({ exitCode: 0, stderr: "" });
    const wrong = [
      ["sitemap-articles-2026.xml", "2026"],
      ["feed.xml", "feed"],
      ["2026/11/ferry/index.html", "media"],
    ] as const;
    for (const [path, first] of wrong) {
      const text = files.get(path)?.replace(`house.example/paper/${first}`, `house.example/${first}`);
      await writeFile(join(folder, "_site", path), text ?? "");
    }
    const { stdout } = await check(folder);
    const told = stdout.matchAll(/^_site\/(\S+?):\d+:\d+ error broken-link: "([^"]*)"/gm);
    expect([...told].map(([, path, target]) => [path, target?.replace(/media\/.*/, "media/…")])).toEqual([
      ["2026/11/ferry/index.html", "https://house.example/media/…"],
      ["feed.xml", "https://house.example/feed.xml"],
      ["sitemap-articles-2026.xml", "https://house.example/2026/11/ferry/"],
    ]);
  });

  test("tells of a redirect that leads nowhere", async () => {
    const folder = await siteFolder(site);
    await builtSite(folder);
    await writeFile(join(folder, "_site/_redirects"), "/old/ /%EA%B2%BD%EC%A0%9C/ 301\n");
    const { exitCode, stdout } = await check(folder, "--format", "json");
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: "_site/_redirects",
        severity: "error",
        code: "broken-link",
        message: 'the rule "/old/ /%EA%B2%BD%EC%A0%9C/ 301" leads to no page or file of the site',
      },
    ]);
  });

  test("takes no folder that a build has not written", async () => {
    const folder = await siteFolder(site);
    const result = await check(folder);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain("_site holds no built site; make one with npm run build");
  });
});

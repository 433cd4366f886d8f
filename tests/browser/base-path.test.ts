import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageReferences } from "../../src/newsroom/links/page-references.ts";
import { startPreview } from "../../src/preview/preview.ts";
import { halves } from "../picture-files.ts";
import { articleText, filesBelow, run, writeFiles } from "../site-folder.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";

/** A site on another's host, as GitHub gives each project a path of its own. */
const siteUrl = "https://house.example/the-paper";
const basePath = "/the-paper";

const links = [
  "[within](/2026/11/ferry/)",
  "[whole](https://house.example/the-paper/2026/11/ferry/)",
  "[its file](ferry.md)",
  "[old](/old/)",
  "[the host's own](https://house.example/shop/)",
].join("\n\n");

describe("a site below a path", () => {
  let folder: string;
  let files: Map<string, string>;
  let browser: Browser;
  let server: BuiltSiteServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    await writeFiles(folder, {
      "site.yaml": [
        "title: The Paper",
        `url: ${siteUrl}/`,
        "pageSize: 1",
        "redirectPages: true",
        "categories: [{name: News, aliases: [Old news]}]",
        "publisher: {name: House, logo: logo.png}",
        "desk: {backend: github, repo: house/paper}",
        "",
      ].join("\n"),
      "logo.png": await halves(20, 10),
      "redirects.txt":
        "/old/ /2026/11/ferry/\n/?p=1 /latest/\n/away/* https://house.example/:splat\n/gone/ 410\n",
      "articles/ferry.md": articleText(
        "Night ferry",
        "2026-11-02",
        ["tags: [경제]", "image: {src: ferry.jpg, alt: A ferry}"],
        "The barometer fell.\n\n![A pier](pier.jpg)",
      ),
      "pages/about.njk":
        '---\ntitle: About\npermalink: /about/\n---\n<!doctype html>\n<a href="/latest/">Latest</a>\n',
      "articles/ferry.jpg": await halves(500, 100),
      "articles/pier.jpg": await halves(40, 20),
      "articles/links.md": articleText("Links", "2026-11-03", ["source: Agency"], links),
    });
    const built = await run("build", "--site", folder, "--now", "2026-11-24");
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    files = await filesBelow(join(folder, "_site"));
    server = await serveBuiltSite(join(folder, "_site"), undefined, basePath);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("leads nowhere but below it: pages, styles, feeds, and what machines read", async () => {
    const { exitCode, stdout } = await run(
      ...(["check", "--site", folder, "--output", join(folder, "_site"), "--now", "2026-11-24"] as const),
    );
    expect(stdout).not.toMatch(/error|broken/);
    expect(exitCode).toBe(0);
    for (const [path, text] of files) {
      if (path.endsWith(".html") && !path.startsWith("desk/")) {
        const outside = pageReferences(text).references.filter(
          ({ target }) => target.startsWith("/") && !target.startsWith(`${basePath}/`),
        );
        expect(outside, path).toEqual([]);
      }
      if (/feed\.|sitemap|robots\.txt/.test(path)) {
        const named = text.match(/https?:\/\/house\.example[^\s"<\\&]*/g) ?? [];
        const outside = named.filter((address) => !`${address}/`.startsWith(`${siteUrl}/`));
        expect(new Set(outside), path).toEqual(
          new Set(outside.length > 0 ? ["https://house.example/shop/"] : []),
        );
        expect(named.length, path).toBeGreaterThan(path.startsWith("news-") ? -1 : 0);
      }
      if (path.endsWith(".css")) expect(text).not.toMatch(/url\(["']?\//);
    }
    expect(files.get("2026/11/links/index.html")).toContain(
      '<p><a href="https://house.example/shop/" rel="external nofollow noopener">the host\'s own</a></p>',
    );
    expect(files.get("about/index.html")).toContain('<a href="/the-paper/latest/">Latest</a>');
    expect(files.get("2026/11/ferry/index.html")).toMatch(
      /<meta property="og:image" content="https:\/\/house\.example\/the-paper\/media\/[^"]*\.jpg">/,
    );
    expect(files.get("_headers")).toMatch(/^# Written by Dateline\n\/the-paper\/\*\n/);
    expect(files.get("_headers")).toContain('Speculation-Rules: "/the-paper/speculation-rules.json"\n');
    expect(files.get("_redirects")?.split("\n")).toEqual([
      "/the-paper/archive/2026/11/page/2/ /the-paper/archive/2026/11/ 302",
      "/the-paper/category/news/page/2/ /the-paper/category/news/ 302",
      "/the-paper/category/old-news/ /the-paper/category/news/ 301",
      "/the-paper/category/old-news/feed.json /the-paper/category/news/feed.json 301",
      "/the-paper/category/old-news/feed.xml /the-paper/category/news/feed.xml 301",
      "/the-paper/latest/page/2/ /the-paper/latest/ 302",
      "/the-paper/old/ /the-paper/2026/11/ferry/ 301",
      "/the-paper/ p=1 /the-paper/latest/ 301!",
      "/the-paper/away/* https://house.example/:splat 301",
      "/the-paper/gone/ /the-paper/410.html 410",
      "/the-paper/category/old-news/page/* /the-paper/category/news/page/:splat 301",
      "",
    ]);
    expect(files.get("robots.txt")).toContain("Disallow: /the-paper/pagefind/\n");
    expect(files.get("old/index.html")).toContain(`url=${siteUrl}/2026/11/ferry/"`);
    expect(JSON.parse(files.get("desk/config.json") ?? "").config).toMatchObject({
      site_url: siteUrl,
      logo: { src: "/the-paper/favicon.ico" },
    });
  });

  test("is read and searched there without a complaint of the browser", async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page, server.origin);
    const root = server.origin + basePath;
    await page.goto(`${root}/`);
    expect(await page.evaluate(() => document.fonts.ready.then(({ size }) => size))).toBeGreaterThan(0);
    await page.getByRole("link", { name: "Night ferry" }).first().click();
    expect(page.url()).toBe(`${root}/2026/11/ferry/`);
    const pictures = page.locator("img");
    expect(await pictures.count()).toBe(2);
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
        .toBeGreaterThan(0);
    }

    await page.goto(`${root}/latest/`);
    const box = page.locator(".masthead-search input");
    await box.fill("barometer");
    await expect
      .poll(() =>
        page.locator("#quick-results a").evaluateAll((all) => all.map((one) => one.getAttribute("href"))),
      )
      .toEqual([`${basePath}/2026/11/ferry/`, `${basePath}/search/?q=barometer`]);
    await box.press("Enter");
    await page.waitForURL(`${root}/search/?q=barometer`);
    const results = page.locator("#search-results h2 a");
    await expect.poll(() => results.count()).toBe(1);
    await expect
      .poll(() =>
        page
          .locator("#search-results img")
          .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
      )
      .toBeGreaterThan(0);
    await page.locator("#search-query").fill("");
    await page.waitForURL(`${root}/search/`);
    await expect.poll(() => results.count()).toBe(3);
    await page.locator("#search-query").fill("fell");
    await expect.poll(() => results.allTextContents()).toEqual(["Night ferry"]);
    await results.click();
    expect(page.url()).toBe(`${root}/2026/11/ferry/`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("is shown there by the preview, whose root leads to it", async () => {
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    try {
      const origin = `http://localhost:${preview.port}`;
      const entered = await fetch(origin);
      expect(entered.url).toBe(`${origin}${basePath}/`);
      expect(await entered.text()).toContain(`href="${basePath}/2026/11/links/"`);
      expect(entered.headers.get("speculation-rules")).toBe(`"${basePath}/speculation-rules.json"`);
      expect((await fetch(`${origin}${basePath}/old/`)).url).toBe(`${origin}${basePath}/2026/11/ferry/`);
      expect((await fetch(`${origin}${basePath}/latest`)).url).toBe(`${origin}${basePath}/latest/`);
      // A link that forgets the path is seen here as it would be there.
      expect((await fetch(`${origin}/latest/`)).status).toBe(404);
      const page = await browser.newPage();
      const complaints = complaintsOf(page, origin);
      await page.goto(`${origin}${basePath}/search/?q=barometer`);
      await expect.poll(() => page.locator("#search-results h2 a").count()).toBe(1);
      expect(complaints).toEqual([]);
      await page.close();
    } finally {
      await preview.close();
    }
  });
});

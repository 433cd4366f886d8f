import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../src/build/project.ts";
import { run } from "../site-folder.ts";
import { launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";

const article = "/2026/11/harbour-tunnel-opens-after-nine-years/";
const withoutPicture = "/2026/11/mussel-beds-found-to-calm-harbour-waves/";
const arabic = "/2026/08/date-palm-station-reads-the-desert-wind/";
const korean = "/2026/09/harbour-library-lends-until-midnight/";

const everyKind = [
  "/",
  "/latest/",
  "/category/asia/",
  "/latest/page/1/",
  article,
  arabic,
  korean,
  "/tags/",
  "/archive/",
  "/search/?q=harbour",
  "/404.html",
];

describe("the pages of the sample publication", () => {
  let folder: string;
  let browser: Browser;
  let server: BuiltSiteServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    const flags = ["--site", projectFolder, "--output", join(folder, "site"), "--now", "2026-11-24"];
    expect(await run("build", ...flags)).toMatchObject({ exitCode: 0, stderr: "" });
    server = await serveBuiltSite(join(folder, "site"));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function opened(address: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(server.origin + address, { waitUntil: "networkidle" });
    return page;
  }

  test.for(everyKind)("%s is no wider than a phone of 360 pixels", async (address) => {
    const page = await opened(address, 360);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    await page.close();
  });

  test.for([
    ["/", 360],
    ["/", 1280],
    [article, 360],
    [article, 1280],
    ["/category/asia/", 1280],
  ] as const)("%s, %i pixels wide, does not move when its font comes late", async ([address, width]) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.route("**/*.woff2", async (route) => {
      await page.waitForFunction(`performance.getEntriesByName("first-contentful-paint").length > 0`);
      await route.continue();
    });
    await page.goto(server.origin + address, { waitUntil: "networkidle" });
    expect(await page.evaluate(`document.fonts.check("16px 'Source Serif 4 Variable'")`)).toBe(true);
    expect(await layoutShift(page)).toBe(0);
    await page.close();
  });

  test("an article loads one font file where it is upright Latin text, before anything else needs it", async () => {
    const page = await browser.newPage();
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") fonts.push(new URL(request.url()).pathname);
    });
    await page.goto(server.origin + withoutPicture, { waitUntil: "networkidle" });
    expect(fonts).toEqual([
      expect.stringMatching(/^\/assets\/source-serif-4-latin-wght-normal\.[0-9a-f]{10}\.woff2$/),
    ]);
    await page.close();
  });

  test("an article without a picture is at most 14 KB of HTML and CSS as it is sent, and no script", async () => {
    const html = await readFile(join(folder, "site", withoutPicture, "index.html"), "utf8");
    const [, styles = ""] = /<link rel="stylesheet" href="([^"]*)"/.exec(html) ?? [];
    const css = await readFile(join(folder, "site", styles));
    expect(gzipSync(html).length + gzipSync(css).length).toBeLessThanOrEqual(14 * 1024);
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
  });

  test("an article is printed with its address, and without what only a screen can use", async () => {
    const page = await opened(article, 800);
    await page.emulateMedia({ media: "print" });
    const text = await page.locator("body").innerText();
    expect(text).toContain(`https://meridian-post.example${article}`);
    expect(text).not.toContain("Related stories");
    await page.close();
  });
});

/**
 * The sum of all layout shifts so far (https://w3c.github.io/layout-instability/). What was buffered is handed
 * over before the second frame from now.
 */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    let sum = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    });
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  })`);
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sharedSampleSite } from "../sample-site.ts";
import { articleText, run, siteFolder } from "../site-folder.ts";
import { launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";
import { kindsOfPage } from "./kinds-of-page.ts";

const article = "/2026/11/harbour-tunnel-opens-after-nine-years/";
const withoutPicture = "/2026/11/mussel-beds-found-to-calm-harbour-waves/";
const arabic = "/2026/08/date-palm-station-reads-the-desert-wind/";
const korean = "/2026/09/항구-도서관-자정까지-문-연다/";

const found = "/search/?q=harbour";
const foundAndNarrowed = "/search/?q=harbour&category=asia&year=2026";
const endless = `/search/?q=${"harbour".repeat(17)}`;

/** An example of every kind of page, and what is wider, longer or slower than it. */
const everyKind = [
  ...Object.values(kindsOfPage).map(([[, address]]) => address),
  "/category/asia/",
  "/latest/page/1/",
  "/2026/10/night-ferries-return-to-the-kestrel-strait/",
  arabic,
  korean,
  "/tags/",
  found,
  foundAndNarrowed,
  "/search/?q=harbour&category=asia&category=business&tag=transport&year=2026&from=2026-01-01&to=2026-12-31",
  endless,
];

/** Searches of which something long is said, or little found, or more in older parts. */
const searches = {
  found,
  "found and narrowed": foundAndNarrowed,
  "a word without end": endless,
  "nothing found, with offers": "/search/?q=harborside",
  "words that are corrected": "/search/?q=harbuor+transprt",
  "words that few articles have together": "/search/?q=sea+rice",
};

/** Fonts come when they come, and move a little: here they come never, and below when the words are seen. */
describe("the pages of the sample publication", () => {
  let output: string;
  let browser: Browser;
  let server: BuiltSiteServer;

  beforeAll(async () => {
    ({ output } = await sharedSampleSite());
    server = await serveBuiltSite(output);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function opened(address: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.route("**/*.woff2", (route) => route.abort());
    await load(page, address);
    return page;
  }

  /** Loads a page to its end, which for a search is the last of what is found. */
  async function load(page: Page, address: string): Promise<void> {
    await page.goto(server.origin + address, { waitUntil: "networkidle" });
    if (address.includes("?q=")) {
      await page.locator("#search-status:not(:empty)").waitFor();
      await page.locator("#search-results:not([aria-busy])").waitFor({ state: "attached" });
    }
  }

  // Together, since each waits most of its time for a page to come to rest.
  test.concurrent.for(everyKind)(
    "%s fits windows of 360 and 1280 pixels, and does not move while it is loaded",
    async (address, { expect }) => {
      const page = await opened(address, 360);
      expect(await page.evaluate(shownWidth)).toBe(360);
      expect(await layoutShift(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 800 });
      await load(page, address);
      expect(await page.evaluate(shownWidth)).toBe(1280);
      expect(await layoutShift(page)).toBe(0);
      await page.unroute("**/*.woff2");
      await load(page, address);
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(shownWidth)).toBe(width);
        await expect.poll(() => page.evaluate(ownFontIsShown)).toBe(true);
      }
      await page.close();
    },
  );

  test.for(
    Object.entries(searches).flatMap(([what, address]) =>
      [360, 1280].map((width) => [what, width, address] as const),
    ),
  )("a search, %s, %i pixels wide, does not move when each file comes late", async ([, width, address]) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.route("**/*.woff2", (route) => route.abort());
    await page.route(/\/(?:pagefind|assets)\/.*(?<!\.woff2|\.css)$/, async (route) => {
      await setTimeout(60);
      await route.continue();
    });
    await page.goto(server.origin + address);
    await page.locator("#search-status:not(:empty)").waitFor();
    await page.locator("#search-results:not([aria-busy])").waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    expect(await layoutShift(page)).toBe(0);
    await page.close();
  });

  test.for([
    ["/", 360],
    ["/", 1280],
    [article, 360],
    [article, 1280],
    ["/category/asia/", 1280],
  ] as const)("%s, %i pixels wide, hardly moves when its font comes late", async ([address, width]) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    let sendFonts = () => {};
    const wordsAreSeen = new Promise<void>((resolve) => {
      sendFonts = resolve;
    });
    await page.route("**/*.woff2", (route) => wordsAreSeen.then(() => route.continue()));
    await page.goto(server.origin + address, { waitUntil: "commit" });
    await expect.poll(() => page.evaluate(paintCount)).toBeGreaterThan(0);
    sendFonts();
    await page.waitForLoadState("networkidle");
    await expect.poll(() => page.evaluate(ownFontIsShown)).toBe(true);
    // A shift of 0.1 still counts as good: https://web.dev/articles/cls
    expect(await layoutShift(page)).toBeLessThan(0.05);
    await page.close();
  });

  test("on a phone the first line of an article stands on the first screen, below picture, standfirst and two categories", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
    await page.goto(server.origin + article, { waitUntil: "networkidle" });
    const firstLineEnds = await page.evaluate<number>(`(() => {
      const words = document.createRange();
      words.selectNodeContents(document.querySelector(".article-body > p"));
      return Math.max(...[...words.getClientRects()].slice(0, 2).map(({ bottom }) => bottom));
    })()`);
    expect(firstLineEnds).toBeLessThanOrEqual(780);
    await page.close();
  });

  test("on a phone no summary of the front page is cut within its third line", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
    await page.goto(server.origin, { waitUntil: "networkidle" });
    const cut = await page.evaluate(`[...document.querySelectorAll(".entry-summary")]
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight).map(({ textContent }) => textContent)`);
    expect(cut).toEqual([]);
    await page.close();
  });

  test("an article of upright Latin text loads one font file", async () => {
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

  test("an article without a picture is at most 14 KB of HTML and CSS as it is sent, and a script of one", async () => {
    const html = await readFile(join(output, withoutPicture, "index.html"), "utf8");
    const [, styles = ""] = /<link rel="stylesheet" href="([^"]*)"/.exec(html) ?? [];
    const css = await readFile(join(output, styles));
    expect(gzipSync(html).length + gzipSync(css).length).toBeLessThanOrEqual(14 * 1024);
    const scripts = html.match(/(?<=<script type="module" src="\/)[^"]+/g) ?? [];
    expect(scripts).toHaveLength(1);
    const script = await readFile(join(output, scripts[0] ?? ""), "utf8");
    const shared = script.match(/(?<=from"\.\/)[^"]+/g) ?? [];
    const files = [
      script,
      ...(await Promise.all(shared.map((name) => readFile(join(output, "assets", name))))),
    ];
    expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThanOrEqual(1024);
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

test("words without end and tables of many columns make no page wider than a phone", async () => {
  const endless = "Donaudampfschiff".repeat(12);
  const row = `|${" word |".repeat(20)}\n`;
  const folder = await siteFolder({
    "site.yaml": `title: ${endless}\nurl: https://small.example\ndescription: ${endless}\n`,
    "articles/a.md": articleText(
      endless,
      "2026-11-02",
      [`categories: [${endless}]`, `tags: [${endless}]`, `authors: [${endless}]`, `source: ${endless}`],
      `${endless}\n\n${row}|${" --- |".repeat(20)}\n${row}\n\`\`\`\n${endless}\n\`\`\`\n`,
    ),
    "articles/b.md": articleText("Neighbour", "2026-11-01", [`categories: [${endless}]`]),
  });
  await run("build", "--site", folder, "--now", "2026-11-24", "--no-search");
  const server = await serveBuiltSite(join(folder, "_site"));
  const browser = await launchBrowser();
  onTestFinished(async () => {
    await browser.close();
    await server.close();
  });
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  for (const address of ["/", "/2026/11/a/", "/2026/11/b/", "/latest/", "/tags/", "/404.html"]) {
    await page.goto(server.origin + address);
    expect(await page.evaluate(shownWidth), address).toBe(360);
  }
});

const shownWidth = "document.documentElement.scrollWidth";
const ownFontIsShown = `document.fonts.check("16px 'Source Serif 4 Variable'")`;
const paintCount = `performance.getEntriesByName("first-contentful-paint").length`;

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

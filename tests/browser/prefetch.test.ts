import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedSampleSite } from "../sample-site.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";

describe("fetching ahead, behind the production headers", () => {
  let server: BuiltSiteServer;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const fetched: string[] = [];
  const article = "/2026/11/harbour-tunnel-opens-after-nine-years/";

  beforeAll(async () => {
    server = await serveBuiltSite((await sharedSampleSite()).output);
    browser = await launchBrowser();
    page = await browser.newPage();
    complaints = complaintsOf(page, server.origin);
    const session = await page.context().newCDPSession(page);
    session.on("Preload.prefetchStatusUpdated", ({ prefetchUrl, status }) => {
      if (status === "Ready") fetched.push(prefetchUrl);
    });
    const rulesRead = new Promise((resolve) => session.once("Preload.ruleSetUpdated", resolve));
    await session.send("Preload.enable");
    await page.goto(server.origin + article);
    expect(await rulesRead).not.toHaveProperty("ruleSet.errorType");
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test("takes the page whose link a reader rests on, and no other", async () => {
    // Links that must not be fetched are rested on first: longer than the browser waits.
    for (const link of [
      '.site-footer a[href="/search/"]',
      'a[rel~="external"]',
      '.article-body a[href^="#"]',
    ]) {
      await page.locator(link).first().hover();
      await page.waitForTimeout(400);
    }
    await page.locator('.breadcrumb a[href="/category/asia/"]').hover();
    await expect.poll(() => fetched).toEqual([`${server.origin}/category/asia/`]);
    expect(complaints).toEqual([]);
  });
});

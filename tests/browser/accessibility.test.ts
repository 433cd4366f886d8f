import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedSampleSite } from "../sample-site.ts";
import { addAxe, axeViolations } from "./axe.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";
import { kindsOfPage } from "./kinds-of-page.ts";

const appearances = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 360 },
] as const;

/** A result of a search that is over. */
const foundResult = "#search-results:not([aria-busy]) li";

describe("the built sample site", () => {
  let server: BuiltSiteServer;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    server = await serveBuiltSite((await sharedSampleSite()).output);
    browser = await launchBrowser();
    context = await browser.newContext({ reducedMotion: "reduce" });
    await addAxe(context);
    page = await context.newPage();
    complaints = complaintsOf(page, server.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function open(address: string): Promise<void> {
    complaints.length = 0;
    await page.goto(server.origin + address, { waitUntil: "load" });
    if (address.startsWith("/search/?q=")) await page.locator(foundResult).first().waitFor();
  }

  const focusedText = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute("aria-label") ?? activeElement?.textContent?.trim() ?? "";
    });

  test.for(Object.values(kindsOfPage).flat())(
    "lets everyone use %s, light and dark, wide and on a phone",
    async ([, address]) => {
      await open(address);
      for (const { colorScheme, width } of appearances) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const where = `${colorScheme}, ${width} px`;
        expect(await axeViolations(page), where).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${where}: pixels to scroll sideways`).toBe(0);
      }
      expect(complaints).toEqual([]);
    },
  );

  test("answers a lost address with 404 and a search that works", async () => {
    const response = await page.goto(`${server.origin}/no/such/page/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator("h1").textContent()).toBe("Page not found");
    await page.getByRole("main").getByRole("searchbox").fill("harbour");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/\?q=harbour/);
    await page.locator("#search-results li").first().waitFor();
  });

  describe("by keyboard alone", () => {
    test.for(["/", "/category/asia/", "/2026/11/harbour-tunnel-opens-after-nine-years/", "/tags/"])(
      "reaches everything on %s in the order of reading, the focus always to be seen",
      async (address) => {
        await page.setViewportSize({ width: 1280, height: 800 });
        await open(address);
        const reachable = await page.evaluate(() => {
          const stops = "a[href], summary, button, input, [tabindex='0']";
          // What is folded up, or not needed, is no stop.
          const elements = [...document.querySelectorAll<HTMLElement>(stops)].filter((element) =>
            element.checkVisibility({ visibilityProperty: true }),
          );
          for (const [index, element] of elements.entries()) element.dataset["order"] = String(index);
          return elements.length;
        });
        for (let index = 0; index < reachable; index += 1) {
          await page.keyboard.press("Tab");
          const focused = await page.evaluate(() => {
            const element = document.activeElement;
            if (!(element instanceof HTMLElement)) return undefined;
            const { x, y, width, height } = element.getBoundingClientRect();
            const top = document.elementFromPoint(x + width / 2, y + height / 2);
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return {
              order: Number(element.dataset["order"]),
              isInView: x >= 0 && y >= 0 && x < innerWidth && y < innerHeight,
              isCovered: top === null || !(element.contains(top) || top.contains(element)),
              hasOutline: outlineStyle !== "none" && outlineWidth !== "0px",
            };
          });
          expect(focused).toEqual({ order: index, isInView: true, isCovered: false, hasOutline: true });
        }
      },
    );

    test("skips to the content with the first stop", async () => {
      await open("/2026/11/harbour-tunnel-opens-after-nine-years/");
      await page.keyboard.press("Tab");
      expect(await focusedText()).toBe("Skip to content");
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    });

    test("searches, narrows the results and opens one", async () => {
      await open("/");
      for (let stops = 0; (await focusedText()) !== "Search for"; stops += 1) {
        expect(stops).toBeLessThan(10);
        await page.keyboard.press("Tab");
      }
      await page.keyboard.type("harbour");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\/\?q=harbour/);
      await page.locator(foundResult).first().waitFor();
      const status = page.getByRole("status");
      expect(await status.textContent()).toMatch(/^Articles found: \d+$/);
      const tabTo = async (selector: string) => {
        for (let stops = 0; stops < 60; stops += 1) {
          await page.keyboard.press("Tab");
          if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        }
        throw new Error(`no stop is ${selector}`);
      };
      await tabTo("#search-filters input[name=category]");
      const before = await status.textContent();
      await page.keyboard.press("Space");
      await expect.poll(() => status.textContent()).not.toBe(before);
      expect(
        await page.evaluate(() => document.activeElement?.matches("#search-filters input:checked")),
      ).toBe(true);
      await tabTo("#search-results a");
      const address = await page.evaluate(() =>
        document.activeElement instanceof HTMLAnchorElement ? document.activeElement.href : "",
      );
      await page.keyboard.press("Enter");
      await page.waitForURL(address);
      expect(await page.locator("h1").count()).toBe(1);
      expect(complaints).toEqual([]);
    });
  });
});

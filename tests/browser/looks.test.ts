import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addAxe, axeViolations } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { serveBuiltSite } from "./built-site-server.ts";
import { buildLook, looks } from "./looks.ts";

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const arabic = "/2026/08/date-palm-station-reads-the-desert-wind/";
const views = [
  { address: "/", colorScheme: "light", width: 360 },
  { address: "/", colorScheme: "dark", width: 1280 },
  { address: arabic, colorScheme: "light", width: 1280 },
] as const;

test.for(looks)("everyone can use the look of %s, and nothing moves when its logo comes", async (look) => {
  const server = await serveBuiltSite(await buildLook(look, folder));
  const context = await browser.newContext({ reducedMotion: "reduce" });
  // What typefaces of one's own move is up to the newsroom.
  await context.route("**/*.woff2", (route) => route.abort());
  await addAxe(context);
  const page = await context.newPage();
  try {
    for (const { address, colorScheme, width } of views) {
      const where = `${address}, ${colorScheme}, ${width} px`;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(server.origin + address, { waitUntil: "load" });
      expect(await axeViolations(page), where).toEqual([]);
      expect(await page.evaluate(overflowAndShift), where).toEqual([0, 0]);
    }
  } finally {
    await context.close();
    await server.close();
  }
});

const overflowAndShift = `new Promise((resolve) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const { scrollWidth, clientWidth } = document.documentElement;
  requestAnimationFrame(() => requestAnimationFrame(() => resolve([scrollWidth - clientWidth, shift])));
})`;

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Preview, startPreview } from "../../src/preview/preview.ts";
import { articleText, writeFiles } from "../site-folder.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { searchBehaves, searchedSite } from "./search-cases.ts";

describe("the preview", () => {
  let folder: string;
  let browser: Browser;
  let preview: Preview;
  const origin = () => `http://localhost:${preview.port}`;
  const write = (path: string, text: string) => writeFile(join(folder, path), text);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    await writeFiles(folder, searchedSite);
    preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await preview?.close();
    await rm(folder, { recursive: true, force: true });
  });

  searchBehaves({ browser: () => browser, origin });

  describe("while files are edited", () => {
    let page: Page;

    beforeEach(async () => {
      page = await browser.newPage();
      return () => page.close();
    });

    /** A page that loads itself again at that moment lets nobody go. */
    const goTo = (path: string) =>
      expect.poll(() => page.goto(origin() + path).then(() => "gone", String)).toBe("gone");

    test("shows an edited article by itself, and finds it by its new words", async () => {
      const complaints = complaintsOf(page, origin());
      await goTo("/2026/02/fares/");
      await write("articles/fares.md", articleText("Fares fall", "2026-02-03", [], "A turnstile was added."));
      await expect.poll(() => page.locator(".article-body").innerText()).toContain("turnstile");
      await goTo("/search/?q=turnstile");
      await expect.poll(() => page.locator("#search-results h2").allTextContents()).toEqual(["Fares fall"]);
      expect(complaints).toEqual([]);
    });

    test("shows drafts and scheduled articles, and marks them", async () => {
      await write("articles/later.md", articleText("Later story", "2101-01-01"));
      await write("articles/unready.md", articleText("Unready story", "2026-01-02", ["draft: true"]));
      await goTo("/2101/01/later/");
      await expect.poll(() => page.locator(".mark").innerText()).toBe("Scheduled");
      await goTo("/2026/01/unready/");
      await expect.poll(() => page.locator(".mark").innerText()).toBe("Draft");
    });

    test("shows what is wrong with a broken article, and goes on when it is mended", async () => {
      const complaints = complaintsOf(page, origin());
      await goTo("/2026/11/tunnel/");
      await write(
        "articles/tunnel.md",
        "---\ntitle: Tunnel <i>\ndate: tomorrow\ncategories: [Asia]\n---\nText.\n",
      );
      await expect
        .poll(() => page.locator(".preview-overlay").innerText())
        .toContain('articles/tunnel.md:3:7 error bad-date: "tomorrow" is not a date');
      expect(await page.locator("h1").innerText()).toBe("Harbour tunnel opens");
      await write("articles/tunnel.md", articleText("Tunnel mended", "2026-11-20"));
      await expect.poll(() => page.locator("h1").innerText()).toBe("Tunnel mended");
      expect(await page.locator(".preview-overlay").count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    test("lays what is wrong over the page until it is closed, by button or key, or something else is wrong", async () => {
      const broken = (date: string) => `---\ntitle: Broken\ndate: ${date}\ncategories: [Asia]\n---\nText.\n`;
      const overlay = page.locator(".preview-overlay");
      /** Its script has run by then. */
      const shown = async (message: string) => {
        await expect.poll(() => overlay.innerText()).toContain(message);
        await page.waitForLoadState("load");
      };
      await write("articles/broken.md", broken("tomorrow"));
      await goTo("/");
      await shown('"tomorrow" is not a date');
      await page.keyboard.press("Escape");
      expect(await overlay.count()).toBe(0);
      await goTo("/latest/");
      await expect.poll(() => overlay.count()).toBe(0);
      await write("articles/broken.md", broken("today"));
      await shown('"today" is not a date');
      await page.getByRole("button", { name: "Close" }).click();
      expect(await overlay.count()).toBe(0);
      await rm(join(folder, "articles/broken.md"));
    });

    test("shows an edit to site.yaml, and goes on showing the site while site.yaml is broken", async () => {
      await goTo("/");
      await write("site.yaml", "title: [\n");
      await expect.poll(() => page.locator(".preview-overlay").innerText()).toContain("site.yaml:");
      await write("site.yaml", "title: A New Name\nurl: https://small.example\n");
      await expect.poll(() => page.locator("h1").innerText()).toBe("A New Name");
    });
  });
});

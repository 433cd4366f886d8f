import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, writeFiles } from "../site-folder.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";
import { searchBehaves, searchedSite } from "./search-cases.ts";

describe("the built site, behind the production headers", () => {
  let folder: string;
  let browser: Browser;
  let server: BuiltSiteServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    await writeFiles(folder, searchedSite);
    const result = await run("build", "--site", folder, "--now", "2026-11-24");
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    server = await serveBuiltSite(join(folder, "_site"));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  searchBehaves({ browser: () => browser, origin: () => server.origin });

  test("says what failed, and where else to look, when the index is missing", async () => {
    const page = await browser.newPage();
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto(`${server.origin}/search/?q=tunnel`);
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("The search could not be loaded. Look in the archive or in the tags.");
    await page.close();
  });

  test("tells readers without JavaScript where else to look", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.origin}/search/?q=tunnel`);
    expect(await page.locator("main").innerText()).toContain("The search needs JavaScript.");
    expect(await page.getByRole("main").getByRole("link", { name: "Archive" }).getAttribute("href")).toBe(
      "/archive/",
    );
    await context.close();
  });

  test.for([
    "/",
    "/latest/",
    "/category/asia/",
    "/tag/경제/",
    "/archive/",
    "/tags/",
    "/corrections/",
    "/feeds/",
    "/2026/11/tunnel/",
    "/404.html",
  ])("shows %s without any complaint of the browser", async (address) => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page, server.origin);
    await page.goto(server.origin + address);
    expect(await page.locator("h1").count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

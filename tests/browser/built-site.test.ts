import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { halves } from "../picture-files.ts";
import { run, writeFiles } from "../site-folder.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";
import { searchBehaves, searchedSite, searchKnowsWords } from "./search-cases.ts";

describe("the built site, behind the production headers", () => {
  let folder: string;
  let browser: Browser;
  let server: BuiltSiteServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    await writeFiles(folder, {
      ...searchedSite,
      "articles/summit.md": searchedSite["articles/summit.md"].replace(
        "categories:",
        "image: {src: summit.jpg, alt: A table, focus: bottom right}\ncategories:",
      ),
      "articles/summit.jpg": await halves(90, 30),
    });
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
  searchKnowsWords({ browser: () => browser, origin: () => server.origin });

  test("says what failed, and where else to look, when the index is missing", async () => {
    const page = await browser.newPage();
    await page.route("**/pagefind/**", (route) => route.abort());
    await page.goto(`${server.origin}/search/?q=tunnel`);
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("The search could not be loaded. Look in the archive or in the tags.");
    await page.close();
  });

  test("says what failed when one file of the index is broken", async () => {
    const page = await browser.newPage();
    await page.route("**/pagefind/parts.json", (route) => route.fulfill({ body: "{" }));
    await page.goto(`${server.origin}/search/?q=tunnel`);
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("The search could not be loaded. Look in the archive or in the tags.");
    await page.unroute("**/pagefind/parts.json");
    await page.locator("#search-query").fill("caisson");
    await expect
      .poll(() => page.locator("#search-results h2").allTextContents())
      .toEqual(["Harbour tunnel opens"]);
    await page.close();
  });

  test("cuts the picture of a result where lists cut it", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/search/?q=pact`);
    const picture = page.locator("#search-results img");
    await expect
      .poll(() => picture.evaluate((image) => getComputedStyle(image).objectPosition))
      .toBe("100% 100%");
    await page.close();
  });

  test("finds again when a part that could not be loaded can be", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await context.route("**/pagefind/20*/list.*", (route) => route.abort());
    await page.goto(`${server.origin}/search/?q=derby`);
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("The search could not be loaded. Look in the archive or in the tags.");
    await context.unroute("**/pagefind/20*/list.*");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect
      .poll(() => page.locator("#search-results h2").allTextContents())
      .toEqual(["League season starts"]);
    await context.close();
  });

  test("shows more without losing the reader's place, and as many again after a reload", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/search/?q=barometer`);
    const results = page.locator("#search-results:not([aria-busy]) > li");
    await expect.poll(() => results.count()).toBe(10);
    const first = await results.first().innerText();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => results.count()).toBe(20);
    expect(await results.first().innerText()).toBe(first);
    await expect
      .poll(() =>
        results
          .nth(10)
          .locator("a")
          .evaluate((link) => link.matches(":focus")),
      )
      .toBe(true);
    expect(new URL(page.url()).search).toBe("?q=barometer&show=20");
    await page.reload();
    // Those further down come when the reader comes near them.
    await expect
      .poll(async () => {
        await results.last().scrollIntoViewIfNeeded();
        return results.count();
      })
      .toBe(20);
    await page.getByRole("button", { name: "Show more" }).click();
    await expect.poll(() => results.count()).toBe(25);
    expect(await page.getByRole("button", { name: "Show more" }).isHidden()).toBe(true);
    await page.close();
  });

  test("offers places, authors and languages, and counts them over all years", async () => {
    const page = await browser.newPage();
    const placeFiles: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/places.")) placeFiles.push(request.url());
    });
    await page.goto(`${server.origin}/search/`);
    const legends = page.locator("#search-facets legend");
    await expect
      .poll(() => legends.allTextContents())
      .toEqual(["Category", "Tag", "Source", "Year", "Language"]);
    const box = (name: string) => page.getByRole("checkbox", { name, exact: true });
    // 25 bulletins and no other.
    await expect.poll(() => box("Weather 25").count()).toBe(1);
    await expect.poll(() => box("Korean 2").count()).toBe(1);
    // Those of places are loaded when they are opened, and stay open.
    expect(placeFiles).toEqual([]);
    await page.locator("summary", { hasText: "Place" }).click();
    await expect.poll(() => box("OSTERBY 25").count()).toBe(1);
    expect(placeFiles).not.toEqual([]);
    expect(await page.locator(":focus").innerText()).toBe("Place");
    await page.locator("#search-query").fill("bulletin");
    await expect.poll(() => box("Weather 25").count()).toBe(1);
    await expect.poll(() => page.locator("#search-facets details[open]").count()).toBe(1);
    await page.goto(`${server.origin}/search/?place=osterby&author=Mei+Tan&q=bulletin+7`);
    await expect.poll(() => page.getByRole("button", { name: "Take away Place: OSTERBY" }).count()).toBe(1);
    await expect.poll(() => page.getByRole("button", { name: "Take away Author: Mei Tan" }).count()).toBe(1);
    expect(await page.locator("#search-results h2").first().innerText()).toBe("Bulletin 7");
    await page.close();
  });

  test("answers from the newest part while the older ones are on their way, narrowed down or not", async () => {
    const page = await browser.newPage();
    await page.route("**/pagefind/20*/**", () => {});
    for (const [parameters, status] of [
      ["?q=lorries", "Articles found so far: 1"],
      ["?q=tunnel&category=business&year=2026", "Articles found so far: 2"],
      ["", "The newest articles"],
    ] as const) {
      await page.goto(`${server.origin}/search/${parameters}`);
      await expect
        .poll(() => page.locator("#search-results h2").allTextContents(), { message: parameters })
        .toContain("Fares fall");
      expect(await page.locator("#search-status").textContent()).toBe(status);
    }
    await page.close();
  });

  test("never shows results beside what was said before them, nor says what is found before it is shown", async () => {
    const page = await browser.newPage();
    await page.addInitScript(watchSearch);
    await page.goto(`${server.origin}/search/?q=tunnel&order=newest`);
    const settled = page.locator("#search-results:not([aria-busy]) h2");
    await expect.poll(() => settled.count()).toBe(3);
    await page.locator("#search-query").fill("headline");
    await expect.poll(() => settled.allTextContents()).toEqual(["A <img src=x onerror=alert(1)> headline"]);
    await page.locator("#search-query").fill("nowhere at all");
    const seen = () => page.evaluate<string[]>("window.seen");
    const nothing = "Nothing found for “nowhere at all”. | ";
    await expect.poll(async () => (await seen()).at(-1)).toBe(nothing);
    const mayBeSeen = [
      " | ",
      "Searching … | ",
      "Articles found so far: 2 | Harbour tunnel opens",
      "Articles found: 3 | Harbour tunnel opens",
      "Articles found: 1 | A <img src=x onerror=alert(1)> headline",
      nothing,
    ];
    const pairs = await seen();
    expect(pairs.filter((pair) => !mayBeSeen.includes(pair))).toEqual([]);
    expect(pairs).toContain("Articles found: 3 | Harbour tunnel opens");
    await page.close();
  });

  test("says so when articles have the words, but are not what is chosen", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/search/?q=tunnel&category=weather`);
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("No article about “tunnel” fits what is chosen.");
    await page.close();
  });

  test("keeps what is chosen when a day is chosen before the choices are there", async () => {
    const page = await browser.newPage();
    await page.route("**/pagefind/**/facets.*", () => {});
    await page.route("**/pagefind/facets.*", () => {});
    await page.goto(`${server.origin}/search/?q=tunnel&category=business`);
    await page.getByLabel("From").fill("2026-11-01");
    await expect.poll(() => new URL(page.url()).search).toBe("?q=tunnel&category=business&from=2026-11-01");
    expect(await page.locator("#search-chips button").allTextContents()).toEqual([
      "Category: business",
      "From: 2026-11-01",
    ]);
    await page.close();
  });

  test("loads on a phone what the choices are made of when they are opened, and narrows down by them", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const facetFiles: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/facets.")) facetFiles.push(request.url());
    });
    await page.goto(`${server.origin}/search/?q=tunnel`, { waitUntil: "networkidle" });
    await expect.poll(() => page.locator("#search-results h2").count()).toBe(3);
    expect(facetFiles).toEqual([]);
    await page.getByRole("button", { name: "Narrow down" }).click();
    await page.getByRole("checkbox", { name: /^Business/ }).check();
    await page.getByRole("button", { name: "Show results" }).click();
    await expect
      .poll(() => page.locator("#search-results h2").allTextContents())
      .toEqual(["Harbour tunnel opens", "Fares fall"]);
    // One of each part of the index.
    expect(facetFiles).toHaveLength(2);
    await page.close();
  });

  test("is worked by the keyboard alone", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/search/?q=tunnel`);
    const results = page.locator("#search-results h2");
    await expect.poll(() => results.count()).toBe(3);
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const focused = () => page.locator(":focus").innerText();
    expect(await focused()).toBe(await results.nth(1).innerText());
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe(await results.nth(0).innerText());
    await page.keyboard.press("Escape");
    expect(await page.locator(":focus").getAttribute("id")).toBe("search-query");
    await page.close();
  });

  test("has no fault that axe knows of, with results and with what the masthead finds", async () => {
    const page = await browser.newPage();
    const faults = async () => {
      await page.evaluate(axe.source);
      const ids = await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))");
      return ids;
    };
    await page.goto(`${server.origin}/search/?q=tunnel&category=asia`);
    await expect.poll(() => page.locator("#search-chips button").count()).toBe(1);
    expect(await faults()).toEqual([]);
    await page.goto(`${server.origin}/latest/`);
    await page.locator(".masthead-search input").fill("tunnel");
    await expect.poll(() => page.getByRole("option").count()).toBe(4);
    expect(await faults()).toEqual([]);
    await page.close();
  });

  test("lets a finger open the places on a phone, and none of them lie below the button", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${server.origin}/search/`);
    await page.getByRole("button", { name: "Narrow down" }).click();
    const places = page.locator("summary", { hasText: "Place" });
    await expect.poll(async () => (await places.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    await places.focus();
    await page.keyboard.press("Enter");
    const box = page.getByRole("checkbox", { name: "OSTERBY 25" });
    await box.waitFor();
    await page.keyboard.press("Tab");
    expect(await box.evaluate((element) => element.matches(":focus"))).toBe(true);
    const button = await page.getByRole("button", { name: "Show results" }).boundingBox();
    const { y = 0, height = 0 } = (await box.boundingBox()) ?? {};
    expect(y + height).toBeLessThan(button?.y ?? 0);
    await page.close();
  });

  test("folds the choices into a sheet on a phone", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${server.origin}/search/?q=tunnel`);
    const business = page.getByRole("checkbox", { name: /^Business/ });
    await page.getByRole("button", { name: "Narrow down" }).click();
    await business.check();
    await page.getByRole("button", { name: "Show results" }).click();
    expect(await business.isVisible()).toBe(false);
    await expect
      .poll(() => page.locator("#search-results h2").allTextContents())
      .toEqual(["Harbour tunnel opens", "Fares fall"]);
    await page.close();
  });

  test.for([
    ["10,000 characters", "harbour ".repeat(1250)],
    ["punctuation alone", "?!…;:()[]—'\""],
    ["markup", "<img src=x onerror=alert(1)>"],
    ["signs of regular expressions", "(.*)+[a-z]{2,}$^\\1|(?=x)"],
    ["half a surrogate pair", "tunnel%ED%A0%80\ud800"],
    ["an unclosed quotation mark", '"harbour tunnel'],
    ["zero-width and control characters", "\u200b\u2060\u2063\u0000 \u202e"],
    ["names of what every object has", "constructor __proto__ toString"],
  ])("bears a query of %s", async ([, query = ""]) => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page, server.origin);
    page.on("dialog", () => complaints.push("a dialog was opened"));
    await page.goto(`${server.origin}/search/`);
    await page.locator("#search-query").fill(query);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#search-results").getAttribute("aria-busy")).toBe(null);
    await expect.poll(() => page.locator("#search-status").textContent()).not.toContain("Searching");
    expect(await page.locator("#search img, #search svg").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("bears choices and days that do not exist", async () => {
    const page = await browser.newPage();
    const complaints = complaintsOf(page, server.origin);
    await page.goto(
      `${server.origin}/search/?q=tunnel&category=nowhere&year=12345&language=xx-nonsense-0&from=2026-99-99&order=up&show=-5`,
    );
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("No article about “tunnel” fits what is chosen.");
    await page.getByRole("button", { name: "Take away Category: nowhere" }).click();
    await page.getByRole("button", { name: /Take away Year/ }).click();
    await page.getByRole("button", { name: /Take away Language/ }).click();
    await expect.poll(() => page.locator("#search-results > li").count()).toBe(3);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("lets no page but the search run WebAssembly, and loads what finds only when it is wanted", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${server.origin}/`);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((path) => /pagefind|quick-search/.test(path))).toEqual([]);
    const compile =
      "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => 1, () => 0)";
    expect(await page.evaluate(compile)).toBe(0);
    await page.goto(`${server.origin}/search/`);
    expect(await page.evaluate(compile)).toBe(1);
    await page.close();
  });

  test("lets no page make markup or scripts of texts, and the search start no worker but its own", async () => {
    const page = await browser.newPage();
    const refusal = (code: string) =>
      page.evaluate<string>(
        `(() => { try { ${code}; return "done"; } catch (error) { return error.message; } })()`,
      );
    await page.goto(`${server.origin}/search/?q=tunnel`);
    await expect.poll(() => page.locator("#search-results h2").count()).toBe(3);
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/^\/assets\/search-worker\.\w+\.js$/),
    ]);
    for (const address of ["/search/", "/2026/11/tunnel/"]) {
      await page.goto(server.origin + address);
      for (const code of [
        'document.body.innerHTML = "<b>text</b>"',
        'document.createElement("script").text = "1"',
        'new Worker("/pagefind/parts.json")',
        'new Worker("//elsewhere.example/assets/search-worker.js")',
        'trustedTypes.createPolicy("another", {})',
      ])
        expect(await refusal(code), `${address}: ${code}`).toMatch(
          /Trusted(HTML|Script|ScriptURL|TypePolicy)/,
        );
    }
    await page.close();
  });

  test("lets pages of other sites show its icon, and run nothing of it", async () => {
    const other = createServer((_request, response) => {
      response.setHeader("Content-Type", "text/html").end("<title>Another site</title>");
    });
    const otherOrigin = await new Promise<string>((resolve) => {
      other.listen(0, "127.0.0.1", () => {
        const address = other.address();
        if (typeof address === "object") resolve(`http://localhost:${address?.port}`);
      });
    });
    const page = await browser.newPage();
    await page.goto(otherOrigin);
    const loads = (name: "img" | "script", address: string) =>
      page.evaluate<boolean>(`new Promise((resolve) => {
        const element = document.createElement("${name}");
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        element.src = "${server.origin}${address}";
        document.head.append(element);
      })`);
    expect(await loads("img", "/favicon.ico")).toBe(true);
    expect(await loads("script", "/pagefind/pagefind-worker.js")).toBe(false);
    await page.close();
    await new Promise((resolve) => other.close(resolve));
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

/** Notes, after each change that a reader could see, what is said and the headline of the first result. */
const watchSearch = `
  window.seen = [];
  const note = () => {
    const status = document.getElementById("search-status")?.textContent ?? "";
    const headline = document.querySelector("#search-results h2")?.textContent ?? "";
    window.seen.push(status + " | " + headline);
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
`;

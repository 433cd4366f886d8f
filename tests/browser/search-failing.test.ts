/** The search on networks that fail or are slow and on a site published anew, and its manners with the reader. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, CDPSession, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { PartEntry, PartsFile } from "../../src/search/index-format.ts";
import { run, writeFiles } from "../site-folder.ts";
import { launchBrowser } from "./browser.ts";
import { type BuiltSiteServer, serveBuiltSite } from "./built-site-server.ts";
import { searchedSite } from "./search-cases.ts";

let folder: string;
let browser: Browser;
let server: BuiltSiteServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  await writeFiles(folder, searchedSite);
  expect(await run("build", "--site", folder, "--now", "2026-11-24")).toMatchObject({ exitCode: 0 });
  server = await serveBuiltSite(join(folder, "_site"));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
});

afterEach(() => context.close());

const status = () => page.locator("#search-status").textContent();
const titles = () => page.locator("#search-results h2").allTextContents();
const again = () => page.getByRole("button", { name: "Try again" });
const failed = "The search could not be loaded. Look in the archive or in the tags.";
const search = (parameters: string) => page.goto(`${server.origin}/search/${parameters}`);
const unavailable = (route: Route) => route.fulfill({ status: 503 });
const pieces = "**/index/*.piece";

/** What is published is another index than the page opens at first. @param before a part of that, made of the one of now */
async function publishAnew(before: (part: PartEntry) => PartEntry): Promise<() => number> {
  let asked = 0;
  await page.route("**/pagefind/parts.json", async (route) => {
    asked += 1;
    if (asked > 1) return route.continue();
    const now: PartsFile = await (await route.fetch()).json();
    return route.fulfill({ json: { ...now, version: "before", parts: now.parts.map(before) } });
  });
  return () => asked;
}

/** As it was before: its older part was another. */
const withOtherOlder = (part: PartEntry): PartEntry =>
  part.folder === "" ? part : { ...part, list: "list.of-before.json" };

/** Requests of a file wait until what is given is called. */
async function hold(file: string, then: (route: Route) => Promise<void>): Promise<() => void> {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(file, async (route) => {
    await isReleased;
    await then(route);
  });
  return release;
}

const isGone = (route: Route) => route.fulfill({ status: 404 });

/** Runs in the page: notes all that its status has said. */
const noteStatuses = `
  window.said = [];
  new MutationObserver(() => window.said.push(document.getElementById("search-status")?.textContent ?? ""))
    .observe(document, { subtree: true, childList: true, characterData: true });
`;

test("a piece of the index that does not come is no answer, and is asked for again by a button", async () => {
  await page.addInitScript(noteStatuses);
  await page.route(pieces, unavailable);
  await search("?q=caisson");
  await expect.poll(status).toBe(failed);
  await page.unroute(pieces);
  await again().click();
  await expect.poll(titles).toEqual(["Harbour tunnel opens"]);
  expect(await again().isHidden()).toBe(true);
  expect(JSON.stringify(await page.evaluate("window.said"))).not.toContain("Nothing found");
});

test("what did not come is asked for again when the network is back, and when a while has passed", async () => {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  await page.route(pieces, (route) => route.abort());
  await search("?q=caisson");
  await expect.poll(status).toBe(failed);
  await page.unroute(pieces);
  await page.evaluate("dispatchEvent(new Event('online'))");
  await expect.poll(titles).toEqual(["Harbour tunnel opens"]);
  await page.route(pieces, (route) => route.abort());
  await search("?q=lorries");
  await expect.poll(status).toBe(failed);
  await page.unroute(pieces);
  await page.clock.runFor(5_000);
  await expect.poll(titles).toEqual(["Fares fall"]);
});

test("a server that fails once costs nothing but a moment", async () => {
  const refused = new Set<string>();
  await page.route("**/pagefind/**", (route) => {
    const address = route.request().url();
    if (refused.has(address)) return route.continue();
    refused.add(address);
    return route.fulfill({ status: 502 });
  });
  await page.addInitScript(noteStatuses);
  await search("?q=barometer+noon");
  await expect.poll(() => page.locator("#search-results:not([aria-busy]) h2").count()).toBe(10);
  expect(await page.evaluate("window.said")).not.toContain(failed);
});

test("an article that is lost is one result less, and comes when it can", async () => {
  let lost: string | undefined;
  await page.route("**/fragment/**", (route) => {
    lost ??= route.request().url();
    return route.request().url() === lost ? route.fulfill({ status: 404 }) : route.continue();
  });
  await search("?q=tunnel&order=newest");
  await expect.poll(status).toBe("Articles found: 3");
  await expect.poll(titles).toEqual(["Fares fall", "League season starts"]);
  expect(await page.locator("#search-results > li").first().textContent()).toBe(
    "This article could not be loaded.",
  );
  await page.unroute("**/fragment/**");
  await again().click();
  await expect.poll(titles).toEqual(["Harbour tunnel opens", "Fares fall", "League season starts"]);
});

test("an older part that does not come leaves what the newest has, and says so", async () => {
  await page.route("**/pagefind/20*/**", unavailable);
  await search("?q=tunnel");
  await expect
    .poll(() => page.locator("#search-lost").textContent())
    .toBe("Not all articles could be searched.");
  expect(await status()).toBe("Articles found so far: 2");
  expect(await titles()).toEqual(["Harbour tunnel opens", "Fares fall"]);
  await page.unroute("**/pagefind/20*/**");
  await again().click();
  await expect.poll(status).toBe("Articles found: 3");
  expect(await page.locator("#search-lost").textContent()).toBe("");
});

test("a page that was open when the site was published anew searches the new index by itself", async () => {
  await page.addInitScript(noteStatuses);
  const asked = await publishAnew(withOtherOlder);
  await search("?q=derby");
  await expect.poll(titles).toEqual(["League season starts"]);
  await expect.poll(status).toBe("Articles found: 1");
  expect(asked()).toBeGreaterThan(1);
  expect(await page.evaluate("window.said")).not.toContain(failed);
});

test("a search that is under way when another one sees that the site was published anew is answered", async () => {
  await publishAnew(withOtherOlder);
  const go = await hold("**/list.of-before.json", isGone);
  const olderAsked = page.waitForRequest("**/list.of-before.json");
  await search("?q=lorries");
  await olderAsked;
  await expect.poll(titles).toEqual(["Fares fall"]);
  const articleAsked = page.waitForRequest("**/fragment/**");
  let asked = 0;
  await page.route("**/fragment/**", async (route) => {
    asked += 1;
    // The old index is never answered.
    if (asked > 1) await route.continue();
  });
  await page.locator("#search-query").fill("caisson");
  await articleAsked;
  go();
  await expect.poll(titles).toEqual(["Harbour tunnel opens"]);
  await expect.poll(status).toBe("Articles found: 1");
});

test("results of before the site was published anew make way for those of now", async () => {
  await publishAnew(withOtherOlder);
  const go = await hold("**/list.of-before.json", isGone);
  await search("?q=tunnel&order=newest");
  await expect.poll(titles).toEqual(["Harbour tunnel opens", "Fares fall"]);
  const first = page.locator("#search-results h2").first();
  await first.evaluate((headline) => headline.replaceChildren("As it was before"));
  go();
  await expect.poll(status).toBe("Articles found: 3");
  await expect.poll(titles).toEqual(["Harbour tunnel opens", "Fares fall", "League season starts"]);
});

const choice = (name: RegExp | string) => page.getByRole("checkbox", { name });

test("a page that was open when the site was published anew has the choices of the new index", async () => {
  await publishAnew((part) => ({ ...part, facets: "facets.of-before.json" }));
  await search("?q=tunnel");
  await expect.poll(() => choice(/^Business/).count()).toBe(1);
  expect(await titles()).toHaveLength(3);
});

test("choices that are opened after the site was published anew are those of the new index", async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await publishAnew((part) => ({
    ...part,
    facets: "facets.of-before.json",
    places: "places.of-before.json",
  }));
  await search("?q=tunnel");
  await expect.poll(titles).toHaveLength(3);
  await page.getByRole("button", { name: "Narrow down" }).click();
  await expect.poll(() => choice(/^Business/).count()).toBe(1);
  expect(await titles()).toHaveLength(3);
});

test("places that are opened after the site was published anew are those of the new index", async () => {
  await publishAnew((part) => ({ ...part, places: "places.of-before.json" }));
  await search("?q=barometer");
  await page.locator("summary", { hasText: "Place" }).click();
  await expect.poll(() => choice("OSTERBY 25").count()).toBe(1);
  expect(await titles()).toHaveLength(10);
});

test("a page whose own scripts are gone since then becomes the page as it is published now", async () => {
  await page.route("**/assets/search-worker.*", isGone);
  await page.route("**/assets/search.*", (route) =>
    route.request().method() === "HEAD" ? isGone(route) : route.continue(),
  );
  const isNew = page.waitForRequest((request) => request.method() === "HEAD");
  await search("?q=derby");
  await isNew;
  await page.unrouteAll();
  await expect.poll(titles).toEqual(["League season starts"]);
  expect(await page.locator("#search-query").inputValue()).toBe("derby");
});

test("the box of an article asks again for what finds, and for what it finds in", async () => {
  const lost = /\/(?:quick-search\.|pagefind\/)/;
  const options = () => page.getByRole("option").allTextContents();
  await page.clock.install({ time: 0 });
  await page.route(lost, unavailable);
  await page.goto(`${server.origin}/2026/11/tunnel/`);
  await page.clock.pauseAt(1_000);
  const asked = page.waitForResponse("**/quick-search.*");
  await page.getByRole("searchbox").pressSequentially("derby");
  await asked;
  await page.route("**/quick-search.*", (route) => route.continue());
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000);
      return options();
    })
    .toEqual([failed]);
  await page.unroute(lost);
  await expect
    .poll(async () => {
      await page.clock.runFor(15_000);
      return (await options())[0];
    })
    .toContain("League season starts");
});

test("the box of an article whose scripts are gone takes those that are published now", async () => {
  await page.goto(`${server.origin}/2026/11/tunnel/`);
  await page.route("**/quick-search.*.js", (route) => route.fulfill({ status: 404 }));
  /** What is published anew has other names. */
  const renamed = (file: RegExp) => async (route: Route) => {
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replace(file, "$&?new") });
  };
  await page.route("**/2026/11/tunnel/", renamed(/masthead\.\w+\.js/));
  await page.route("**/masthead.*?new", renamed(/quick-search\.\w+\.js/));
  await page.getByRole("searchbox").pressSequentially("derby");
  await expect
    .poll(async () => (await page.getByRole("option").allTextContents())[0])
    .toContain("League season starts");
});

test("a box that has lost what looks words up takes the scripts that are published now", async () => {
  const worker = /search-worker\.(\w+)\.js/;
  let now = "";
  await page.route(worker, (route) => route.fulfill({ status: 404 }));
  await page.route("**/search-worker.new.js", async (route) =>
    route.fulfill({ response: await route.fetch({ url: route.request().url().replace("new", now) }) }),
  );
  await page.goto(`${server.origin}/2026/11/tunnel/`);
  /** What is published anew has other names. */
  const renamed = (file: RegExp) => async (route: Route) => {
    const response = await route.fetch();
    return route.fulfill({ response, body: (await response.text()).replace(file, "$&?new") });
  };
  await page.route("**/2026/11/tunnel/", renamed(/masthead\.\w+\.js/));
  await page.route("**/masthead.*?new", renamed(/quick-search\.\w+\.js/));
  await page.route("**/quick-search.*?new", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    now = worker.exec(text)?.[1] ?? "";
    return route.fulfill({ response, body: text.replace(worker, "search-worker.new.js") });
  });
  const box = page.getByRole("searchbox").or(page.getByRole("combobox"));
  await box.pressSequentially("derby");
  await expect
    .poll(async () => (await page.getByRole("option").allTextContents())[0])
    .toContain("League season starts");
  expect(await box.inputValue()).toBe("derby");
  expect(await box.evaluate((field) => field.matches(":focus"))).toBe(true);
  expect(await page.locator("[role=listbox]").count()).toBe(1);
  // It goes on as it would have.
  await box.fill("caisson");
  await expect
    .poll(async () => (await page.getByRole("option").allTextContents())[0])
    .toContain("Harbour tunnel opens");
});

test("nothing found offers the newest stories and tags close to it, and no order where there is none", async () => {
  const order = page.getByLabel("Order");
  await search("?q=tunnel");
  await expect.poll(titles).toHaveLength(3);
  expect(await page.title()).toBe("tunnel · Search – The Small Paper");
  expect(await order.isVisible()).toBe(true);
  await page.locator("#search-query").fill("footbridge");
  await expect.poll(status).toBe("Nothing found for “footbridge”.");
  const offers = page.locator("#search-offers");
  await expect
    .poll(() => offers.locator("h2").allTextContents())
    .toEqual(["Tags close to it", "The newest articles"]);
  expect(await offers.locator("a").first().getAttribute("href")).toBe("/tag/football/");
  expect(await offers.locator("h3").first().textContent()).toBe("Harbour tunnel opens");
  expect(await order.isVisible()).toBe(false);
  await page.evaluate(axe.source);
  expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual(
    [],
  );
  await page.locator("#search-query").fill("caisson");
  await expect.poll(titles).toEqual(["Harbour tunnel opens"]);
  expect(await offers.locator("*").count()).toBe(0);
  expect(await order.isVisible()).toBe(false);
});

test.for([
  ["nothing found", "?q=qqqq", "**/nowhere", 360],
  ["nothing found", "?q=qqqq", "**/nowhere", 1280],
  ["a part that is lost", "?q=tunnel", "**/pagefind/20*/**", 360],
  ["a part that is lost", "?q=tunnel", "**/pagefind/20*/**", 1280],
  ["an index that is lost", "?q=tunnel", "**/pagefind/**", 1280],
] as const)("%s (%s) moves nothing on the page", async ([, parameters, lost, width]) => {
  await page.setViewportSize({ width, height: 800 });
  await page.route("**/*.woff2", (route) => route.abort());
  await page.route(lost, unavailable);
  await search(parameters);
  await page.locator("#search-status:not(:empty)").waitFor();
  await page.locator("#search-results:not([aria-busy])").waitFor({ state: "attached" });
  const shift = `new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  })`;
  expect(await page.evaluate(shift)).toBe(0);
});

test("many results are loaded as the reader comes to them, and Back leads to where the reader was", async () => {
  const files = new Set<string>();
  page.on("request", (request) => {
    if (request.url().includes("/fragment/")) files.add(request.url());
  });
  await page.setViewportSize({ width: 1280, height: 400 });
  await search("?q=barometer&show=500");
  const results = page.locator("#search-results:not([aria-busy]) > li");
  await expect.poll(() => results.count()).toBeGreaterThanOrEqual(10);
  await page.waitForLoadState("networkidle");
  expect(files.size).toBeLessThan(25);
  await expect
    .poll(async () => {
      await results.last().scrollIntoViewIfNeeded();
      return results.count();
    })
    .toBe(25);
  const link = results.nth(17).locator("a");
  await link.scrollIntoViewIfNeeded();
  const title = await link.textContent();
  const top = await page.evaluate<number>("scrollY");
  expect(top).toBeGreaterThan(800);
  await link.click();
  await expect.poll(() => page.locator("h1").textContent()).toBe(title);
  await page.evaluate("window.isTheSame = true");
  await page.goBack();
  await expect.poll(() => page.evaluate("scrollY")).toBe(top);
  expect(await results.nth(17).locator("a").textContent()).toBe(title);
});

test("a search page that was touched before its results came has them when it is loaded again", async () => {
  await page.route(pieces, () => {});
  const asked = page.waitForRequest(pieces);
  await search("?q=tunnel&order=oldest");
  await asked;
  await page.locator("h1").click();
  await page.unroute(pieces);
  await page.reload();
  await expect.poll(titles).toHaveLength(3);
});

test("Back and Forward lead to the top where the reader was there, and a link within the page does not", async () => {
  await page.setViewportSize({ width: 1280, height: 400 });
  const top = () => page.evaluate<number>("scrollY");
  const results = page.locator("#search-results:not([aria-busy]) > li");
  await search("?q=barometer");
  await expect.poll(() => results.count()).toBe(10);
  await page.locator("#search-query").fill("bulletin");
  await expect.poll(() => new URL(page.url()).search).toBe("?q=bulletin");
  await expect.poll(() => results.count()).toBe(10);
  await page.evaluate("scrollTo(0, 500)");
  await expect.poll(() => page.evaluate("history.state?.place.top")).toBe(500);
  await page.goBack();
  await expect.poll(top).toBe(0);
  await page.goForward();
  await expect.poll(top).toBe(500);
  await page.evaluate(`new Promise((resolve) => {
    addEventListener("popstate", () => setTimeout(resolve, 300));
    location.hash = "search-offers";
  })`);
  expect(await top()).toBeGreaterThan(500);
});

test("does not say that the newest articles are shown where the oldest are", async () => {
  await search("?order=oldest");
  await expect.poll(titles).toHaveLength(10);
  expect(await status()).toMatch(/^Articles found: \d+$/);
});

test("the box of an article opens no list when what finds comes after the reader has left it", async () => {
  const come = await hold("**/quick-search.*", (route) => route.continue());
  let hasSearched = false;
  await page.route("**/pagefind/**", (route) => {
    hasSearched = true;
    return route.continue();
  });
  await page.goto(`${server.origin}/2026/11/tunnel/`);
  await page.getByRole("searchbox").fill("derby");
  await page.keyboard.press("Tab");
  come();
  const box = page.getByRole("combobox");
  await box.waitFor();
  await page.waitForTimeout(300);
  expect(hasSearched).toBe(false);
  expect(await page.getByRole("option").count()).toBe(0);
  await box.press("y");
  await expect.poll(() => page.getByRole("option").count()).toBeGreaterThan(0);
});

/** What an input method does: letters that are composed stand in the field before they are meant. */
async function compose(session: CDPSession, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    // Longer than the pause after which what was typed is searched for.
    await page.clock.runFor(2_000);
  }
}

test("waits until Korean letters are composed, on the page", async () => {
  await page.clock.install();
  await search("");
  await expect.poll(status).toBe("The newest articles");
  await page.locator("#search-query").focus();
  const session = await context.newCDPSession(page);
  await compose(session, ["ㅁ", "무", "물", "물ㄷ", "물도", "물동"]);
  expect(await page.locator("#search-query").inputValue()).toBe("물동");
  expect(new URL(page.url()).search).toBe("");
  // A key of the input method is none of ours.
  const key = { type: "rawKeyDown", key: "ArrowDown", windowsVirtualKeyCode: 229 } as const;
  await session.send("Input.dispatchKeyEvent", key);
  expect(await page.locator(":focus").getAttribute("id")).toBe("search-query");
  await session.send("Input.insertText", { text: "물동량" });
  await page.clock.runFor(2_000);
  await expect.poll(titles).toEqual(["부산항 물동량 증가"]);
  expect(new URL(page.url()).searchParams.get("q")).toBe("물동량");
});

test("waits until letters are composed in the box of an article, which loads what finds at the first of them", async () => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  await page.clock.install();
  await page.goto(`${server.origin}/2026/11/tunnel/`);
  await page.keyboard.press("/");
  expect(scripts.filter((path) => !path.includes("/masthead.") && !path.includes("/chunk."))).toEqual([]);
  const session = await context.newCDPSession(page);
  const options = page.getByRole("option");
  await compose(session, ["ㅁ", "무", "물"]);
  await expect.poll(() => page.locator("[role=combobox]").count()).toBe(1);
  await compose(session, ["물ㄷ", "물동"]);
  expect(await options.count()).toBe(0);
  await session.send("Input.insertText", { text: "물동량" });
  await page.clock.runFor(2_000);
  await expect.poll(() => options.first().textContent()).toContain("부산항 물동량 증가");
});

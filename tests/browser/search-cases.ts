/** What the search must do wherever the site is shown: in the built site and in the preview. */
import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { wordArticleDate, wordArticles, wordCases } from "../search/word-cases.ts";
import { articleText, siteFolder, smallSite } from "../site-folder.ts";
import { complaintsOf } from "./browser.ts";

/** Articles of an old series, more than are shown at once. */
const bulletins = Object.fromEntries(
  Array.from({ length: 25 }, (_, index) => [
    `articles/bulletin-${index + 1}.md`,
    articleText(
      `Bulletin ${index + 1}`,
      `2023-01-${String(index + 1).padStart(2, "0")}`,
      ["categories: [Weather]", "dateline: OSTERBY", "authors: [Mei Tan]"],
      "The barometer was read at noon.",
    ),
  ]),
);

/** The articles of the table of words, older than the others. */
const words = Object.fromEntries(
  wordArticles.map(({ id, language, title, body }) => [
    `articles/words/${id}.md`,
    articleText(
      JSON.stringify(title),
      wordArticleDate,
      ["categories: [Letters]", `language: ${language}`],
      body,
    ),
  ]),
);

/** Many scripts, several desks and years, curly and straight apostrophes, markup in a title. */
export const searchedSite = {
  ...bulletins,
  ...words,
  "articles/tokyo.md": articleText(
    "東京の港で新しいトンネルが開通",
    "2024-03-01",
    ["categories: [Asia]", "language: ja"],
    "海の下を通る道路ができた。",
  ),
  "articles/beijing.md": articleText(
    "北京空气质量创新高",
    "2024-03-02",
    ["categories: [Asia]", "language: zh"],
    "去年蓝天的日子超过三百天。",
  ),
  "articles/cairo.md": articleText(
    "القاهرة تفتتح مكتبة عائمة",
    "2024-03-03",
    ["categories: [Asia]", "language: ar"],
    "تحمل السفينة عشرة آلاف كتاب.",
  ),
  "articles/danang.md": articleText(
    "Cảng Đà Nẵng đón tàu lớn",
    "2024-03-04",
    ["categories: [Asia]", "language: vi"],
    "Con tàu cập bến vào sáng sớm.",
  ),
  "articles/hafen.md": articleText(
    "Hafenbehörde prüft Kühlhäuser",
    "2024-03-05",
    ["categories: [Business]", "language: de"],
    "Bürgermeister Müller fuhr mit der Straßenbahn.",
  ),
  "articles/summit.md": articleText(
    "Summit on shipping",
    "2024-03-06",
    ["categories: [Politics]"],
    "The U.S. and the G7 met in the 75th year of the pact.",
  ),
  // The preview lays warnings over the page, and hostile headlines are full of mark-up.
  "site.yaml": `${smallSite}language: en\nstyle: {left-over-markup: off}\n`,
  "articles/tunnel.md": articleText(
    "Harbour tunnel opens",
    "2026-11-20",
    ["categories: [Asia, Business]", "tags: [transport]", "source: Harbour Agency"],
    "Engineers praised the caisson that holds back the sea.",
  ),
  "articles/league.md": articleText(
    "League season starts",
    "2025-05-04",
    ["categories: [Sport, Asia]", "tags: [football]", "source: Northern Agency"],
    "The women’s league said it wasn't ready for the tunnel derby.",
  ),
  "articles/busan.md": articleText(
    "부산항 물동량 증가",
    "2026-08-01",
    ["categories: [Asia, Business]", "tags: [경제]", "source: Harbour Agency", "language: ko"],
    "항만 당국은 물동량이 늘었다고 밝혔다.",
  ),
  "articles/fares.md": articleText(
    "Fares fall",
    "2026-02-03",
    ["categories: [Business]", "tags: [transport]", "source: Northern Agency"],
    "Ferry tickets cost less since the tunnel took the lorries.",
  ),
  "articles/hostile.md": articleText(
    '"A <img src=x onerror=alert(1)> headline"',
    "2026-01-05",
    ["categories: [Sport]", 'tags: ["<b>bold</b>"]'],
    "Nothing but <script>alert(1)</script> words.",
  ),
};

export function searchedSiteFolder(): Promise<string> {
  return siteFolder(searchedSite);
}

/** What is looked for, how, and the headline of the one article that has it. */
const queries = [
  ["a word from the body of one article", "caisson", "Harbour tunnel opens"],
  ["a Korean word, without the particle it has in the text", "물동량", "부산항 물동량 증가"],
  [
    "a phrase with a straight apostrophe where the text has a curly one",
    "the women's league",
    "League season starts",
  ],
  [
    "a phrase with a curly apostrophe where the text has a straight one",
    "wasn’t ready",
    "League season starts",
  ],
  ["a tag", "경제", "부산항 물동량 증가"],
  ["a Korean word with another particle than in the text", "물동량을", "부산항 물동량 증가"],
  ["Japanese words from the middle of a sentence", "新しいトンネル", "東京の港で新しいトンネルが開通"],
  ["Chinese words from the middle of a sentence", "空气质量", "北京空气质量创新高"],
  ["an Arabic word without its article", "قاهرة", "القاهرة تفتتح مكتبة عائمة"],
  ["Vietnamese words without their signs", "cang da nang", "Cảng Đà Nẵng đón tàu lớn"],
  ["a German word without its umlauts", "kuhlhauser", "Hafenbehörde prüft Kühlhäuser"],
  ["a German word with its umlauts spelt out", "mueller", "Hafenbehörde prüft Kühlhäuser"],
  ["the second half of a German compound", "behörde", "Hafenbehörde prüft Kühlhäuser"],
  ["an abbreviation without its full stops", "US", "Summit on shipping"],
  ["an abbreviation with full stops", "U.S.", "Summit on shipping"],
  ["a letter and a number", "g7", "Summit on shipping"],
  ["an ordinal number", "75th", "Summit on shipping"],
  ["full-width letters", "Ｇ７", "Summit on shipping"],
  ["a quoted phrase", '"wasn\'t ready"', "League season starts"],
] as const;

type Shown = { readonly browser: () => Browser; readonly origin: () => string };

/** Declares the test of the table of words in the browser, where the same is found as in Node. */
export function searchKnowsWords({ browser, origin }: Shown): void {
  test("knows a word again in all its forms, pieces, letters and digits", async () => {
    const page = await browser().newPage();
    await page.goto(`${origin()}/search/?q=caisson`);
    const results = page.locator("#search-results");
    const status = page.locator("#search-status");
    await expect.poll(() => results.locator("h2").count()).toBe(1);
    const titleOf = (id: string) => wordArticles.find((article) => article.id === id)?.title ?? "";
    for (const [kind, cases] of Object.entries(wordCases)) {
      for (const [query, ids] of cases) {
        await page.locator("#search-query").fill(query);
        await page.keyboard.press("Enter");
        const found = async () => (await results.locator("h2").allTextContents()).toSorted();
        await expect.poll(found, { message: `${kind}: ${query}` }).toEqual(ids.map(titleOf).toSorted());
        if (ids.length === 0) await expect.poll(() => status.textContent()).toContain(`“${query}”`);
      }
    }
    await page.close();
  });
}

/** Declares the tests. `origin`: where the site is served while a test runs. */
export function searchBehaves({ browser, origin }: Shown): void {
  async function openSearch(parameters = ""): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser().newPage();
    const complaints = complaintsOf(page, origin());
    await page.goto(`${origin()}/search/${parameters}`);
    return { page, complaints };
  }

  const titles = (page: Page) => page.locator("#search-results h2").allTextContents();

  async function expectTitles(page: Page, expected: readonly string[]): Promise<void> {
    await expect.poll(() => titles(page).then((found) => found.toSorted())).toEqual(expected.toSorted());
  }

  test("finds articles by words of many scripts, by phrases, numbers, tags and sentences", async () => {
    const { page, complaints } = await openSearch();
    for (const [what, query, title] of queries) {
      await page.locator("#search-query").fill(query);
      await expect.poll(() => titles(page), { message: `${what}: ${query}` }).toEqual([title]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("puts first what has most of a whole sentence", async () => {
    const sentence =
      "Engineers yesterday praised a caisson which holds back all the sea, officials announced";
    const { page } = await openSearch(`?q=${encodeURIComponent(sentence)}`);
    await expect.poll(async () => (await titles(page))[0]).toBe("Harbour tunnel opens");
    await page.close();
  });

  test("narrows the results by two filters, and keeps them in the address", async () => {
    const { page, complaints } = await openSearch("?q=tunnel");
    await expectTitles(page, ["Harbour tunnel opens", "League season starts", "Fares fall"]);
    await page.getByRole("checkbox", { name: /^Business/ }).check();
    await expectTitles(page, ["Harbour tunnel opens", "Fares fall"]);
    await page.getByRole("checkbox", { name: /^Northern Agency/ }).check();
    await expectTitles(page, ["Fares fall"]);
    expect(new URL(page.url()).search).toBe("?q=tunnel&category=business&source=northern-agency");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("shows articles of any of several desks, and of all kinds of choices at once", async () => {
    const { page } = await openSearch("?q=tunnel&category=business&category=sport");
    await expectTitles(page, ["Harbour tunnel opens", "League season starts", "Fares fall"]);
    await page.goto(`${origin()}/search/?q=tunnel&category=business&category=sport&year=2025`);
    await expectTitles(page, ["League season starts"]);
    // Counts of a facet leave its own choice aside: so many would come with the other desks.
    await expect
      .poll(() => page.locator("#search-facets fieldset").first().locator("label").allTextContents())
      .toEqual([" Sport 1", " Business 0", " Asia 1"]);
    await page.close();
  });

  test("takes a choice away by its chip, and goes back and forth by the browser's buttons", async () => {
    const { page } = await openSearch("?q=tunnel&category=business");
    await expectTitles(page, ["Harbour tunnel opens", "Fares fall"]);
    await page.getByRole("button", { name: "Take away Category: Business" }).click();
    await expectTitles(page, ["Harbour tunnel opens", "League season starts", "Fares fall"]);
    expect(new URL(page.url()).search).toBe("?q=tunnel");
    await page.goBack();
    await expectTitles(page, ["Harbour tunnel opens", "Fares fall"]);
    expect(new URL(page.url()).search).toBe("?q=tunnel&category=business");
    await page.goForward();
    await expectTitles(page, ["Harbour tunnel opens", "League season starts", "Fares fall"]);
    await page.close();
  });

  test("narrows the results to a range of days", async () => {
    const { page } = await openSearch("?q=tunnel");
    await page.getByLabel("From").fill("2026-02-03");
    await page.getByLabel("To").fill("2026-11-19");
    await expectTitles(page, ["Fares fall"]);
    expect(new URL(page.url()).search).toBe("?q=tunnel&from=2026-02-03&to=2026-11-19");
    await page.close();
  });

  test("puts the results of all years in order of their dates", async () => {
    const { page } = await openSearch("?q=tunnel");
    await page.getByLabel("Order").selectOption("oldest");
    await expect
      .poll(() => titles(page))
      .toEqual(["League season starts", "Fares fall", "Harbour tunnel opens"]);
    await page.getByLabel("Order").selectOption("newest");
    await expect
      .poll(() => titles(page))
      .toEqual(["Harbour tunnel opens", "Fares fall", "League season starts"]);
    expect(new URL(page.url()).search).toBe("?q=tunnel&order=newest");
    await page.close();
  });

  test("shows the newest articles while nothing is asked for", async () => {
    const { page } = await openSearch();
    await expect.poll(async () => (await titles(page))[0]).toBe("Harbour tunnel opens");
    await expect.poll(() => page.locator("#search-status").textContent()).toBe("The newest articles");
    await page.close();
  });

  test("finds what a misspelt word nearly is, and says so", async () => {
    const { page } = await openSearch("?q=caison");
    await expectTitles(page, ["Harbour tunnel opens"]);
    await expect
      .poll(() => page.locator("#search-status").textContent())
      .toBe("“caison” stands in no article; searched for “caisson”. Articles found: 1");
    await page.close();
  });

  test("says from where on articles lack words", async () => {
    const { page } = await openSearch("?q=harbour+tunnel+derby");
    const note = page.getByText("From here on, articles may lack some of the words.");
    await note.waitFor();
    expect(await page.locator("#search-results > li").filter({ has: note }).count()).toBe(1);
    expect(await page.locator("#search-results > li").first().textContent()).toContain(
      await note.textContent(),
    );
    await page.close();
  });

  test("shows what a deep link asks for", async () => {
    const { page, complaints } = await openSearch("?q=tunnel&category=asia");
    await expectTitles(page, ["Harbour tunnel opens", "League season starts"]);
    expect(await page.getByRole("checkbox", { name: /^Asia/ }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("lists the articles of a year when only a year is asked for, newest first", async () => {
    const { page } = await openSearch("?year=2026");
    await expect
      .poll(() => titles(page))
      .toEqual([
        "Harbour tunnel opens",
        "부산항 물동량 증가",
        "Fares fall",
        "A <img src=x onerror=alert(1)> headline",
      ]);
    await page.close();
  });

  test("says so when nothing is found, and runs nothing of a hostile query", async () => {
    const { page, complaints } = await openSearch(`?q=${encodeURIComponent("<svg onload=steal()>")}`);
    await expect.poll(() => page.locator("#search-status").textContent()).toContain("Nothing found");
    expect(await page.locator("#search svg").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("shows a hostile headline as text", async () => {
    const { page, complaints } = await openSearch("?q=headline");
    await expectTitles(page, ["A <img src=x onerror=alert(1)> headline"]);
    expect(await page.locator("#search img").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("finds from the search box of any page while the reader types", async () => {
    const page = await browser().newPage();
    const complaints = complaintsOf(page, origin());
    await page.goto(`${origin()}/`);
    await page.keyboard.press("/");
    await page.keyboard.type("tunnel");
    const options = page.getByRole("option");
    await expect
      .poll(() => options.allInnerTexts())
      .toEqual([
        "Harbour tunnel opens 20 November 2026",
        "Fares fall 3 February 2026",
        "League season starts 4 May 2025",
        "All results: 3",
      ]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("option", { selected: true }).innerText()).toContain("Fares fall");
    await page.keyboard.press("Escape");
    expect(await options.count()).toBe(0);
    await page.locator(".masthead-search input").fill("tunnel lorries");
    await expect.poll(() => options.count()).toBeGreaterThan(1);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("h1").innerText()).toBe("Fares fall");
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("leads from the search box of any page to the search page", async () => {
    const page = await browser().newPage();
    const complaints = complaintsOf(page, origin());
    await page.goto(`${origin()}/`);
    await page.locator(".masthead-search input").fill("caisson");
    await page.keyboard.press("Enter");
    await expectTitles(page, ["Harbour tunnel opens"]);
    expect(complaints).toEqual([]);
    await page.close();
  });
}

/** What the search must do wherever the site is shown: in the built site and in the preview. */
import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import { articleText, siteFolder, smallSite } from "../site-folder.ts";
import { complaintsOf } from "./browser.ts";

/** Five articles: two scripts, two desks, curly and straight apostrophes, markup in a title. */
export const searchedSite = {
  "site.yaml": `${smallSite}language: en\n`,
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

type Shown = { readonly browser: () => Browser; readonly origin: () => string };

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

  test.for([
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
  ])("finds the article by %s", async ([, query = "", title = ""]) => {
    const { page, complaints } = await openSearch();
    await page.getByLabel("Search for").last().fill(query);
    await expectTitles(page, [title]);
    expect(complaints).toEqual([]);
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

  test("finds from the search box of any page", async () => {
    const page = await browser().newPage();
    const complaints = complaintsOf(page, origin());
    await page.goto(`${origin()}/`);
    await page.getByRole("searchbox").first().fill("caisson");
    await page.keyboard.press("Enter");
    await expectTitles(page, ["Harbour tunnel opens"]);
    expect(complaints).toEqual([]);
    await page.close();
  });
}

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { transparentPicture } from "../picture-files.ts";
import { boxOf, fieldOf, startArticle, type TestDesk, withDesk } from "./desk-page.ts";

/** Of the sample publication: with a table whose columns are aligned, a note, a quotation and a list. */
const tunnel = "articles/2026/11/harbour-tunnel-opens-after-nine-years.md";

describe("writing at the desk", () => {
  let desk: TestDesk;
  let page: Page;

  // A person whose clock is eleven or twelve hours behind the newsroom's, with a clipboard.
  withDesk(
    (ownDesk, ownPage) => {
      [desk, page] = [ownDesk, ownPage];
    },
    { timezoneId: "America/New_York", permissions: ["clipboard-read", "clipboard-write"] },
  );

  const text = () => page.locator(".lexical-root");
  /** Saves, and waits for the list, to which the editor goes back. */
  const save = async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.waitForURL(/collections\/articles$/);
  };

  async function open(file: string): Promise<void> {
    const entry = file.replace(/^articles\//, "").replace(/\.md$/, "");
    await page.goto(desk.addressOf(`/collections/articles/entries/${entry}`));
  }

  /** Presses Ctrl+V with these things in the clipboard. */
  async function paste(things: Readonly<Record<string, string>>): Promise<void> {
    await page.evaluate(async (kinds) => {
      const blobs = Object.entries(kinds).map(([type, value]) => [type, new Blob([value], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    }, things);
    await page.keyboard.press("Control+V");
  }

  const bodyOf = async (file: string) => (await desk.read(file)).split("\n---\n\n")[1];

  test("begins with a draft", async () => {
    await startArticle(desk, page, "A first draft");
    await text().fill("Words.");
    await save();
    await expect.poll(() => desk.read("articles/2031/05/a-first-draft.md")).toContain("\ndraft: true\n");
  });

  test("shows the text formatted, and leaves all of it alone where another field was changed", async () => {
    const before = await desk.read(tunnel);
    await open(tunnel);
    await expect.poll(() => text().locator("table tr").count()).toBe(5);
    await boxOf(page, "Headline").fill("Harbour tunnel opens");
    await save();
    const after = before.replace(
      "title: Harbour tunnel opens after nine years",
      "title: Harbour tunnel opens",
    );
    await expect.poll(() => desk.read(tunnel)).toBe(after);
  });

  test("changes the one paragraph that was typed into, and again at the next save", async () => {
    const before = await desk.read(tunnel);
    const type = async (words: string) => {
      await text().getByText("Tolls begin on 1 February").click();
      await page.keyboard.press("End");
      await page.keyboard.type(words);
      await save();
    };
    await open(tunnel);
    await type(" Buses pay less.");
    const once = before.replace("pay half for two years.", "pay half for two years. Buses pay less.");
    await expect.poll(() => desk.read(tunnel)).toBe(once);
    await open(tunnel);
    await type(" Bicycles are free.");
    const twice = once.replace("Buses pay less.", "Buses pay less. Bicycles are free.");
    await expect.poll(() => desk.read(tunnel)).toBe(twice);
  });

  test("uses a picture that is on the site, whether it lies with the others or beside an article", async () => {
    await writeFile(join(desk.folder, "articles/2026/11/두 boats.png"), await transparentPicture(20, 10));
    await startArticle(desk, page, "A borrowed picture");
    await text().fill("Words.");
    await fieldOf(page, "Image").getByRole("checkbox").click();
    await boxOf(page, "What it shows").fill("A buoy");
    await page.getByRole("button", { name: "Browse" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("option", { name: "research-buoy.jpg" }).click();
    await dialog.getByRole("button", { name: "Insert" }).click();
    await save();
    const file = "articles/2031/05/a-borrowed-picture.md";
    await expect.poll(() => desk.read(file)).toContain("\n  src: ../../images/research-buoy.jpg\n");

    await open(file);
    await page.getByRole("button", { name: "Replace" }).click();
    await dialog.getByText("Beside articles").click();
    await dialog.getByRole("option", { name: "2026", exact: true }).click();
    await dialog.getByRole("option", { name: "11", exact: true }).click();
    await dialog.getByRole("option", { name: "두 boats.png" }).click();
    await dialog.getByRole("button", { name: "Insert" }).click();
    await save();
    await expect
      .poll(() => desk.read(file))
      .toMatch(/\n {2}src: \.\.\/\.\.\/2026\/11\/두(?: |%20)boats\.png\n/);
  });

  test("makes tables of pasted tables, whatever program they come from", async () => {
    await startArticle(desk, page, "Pasted tables");
    await text().click();
    // As word processors give them: no head, paragraphs in cells, a cell that takes two columns.
    await paste({
      "text/plain": "Before",
      "text/html":
        "<p>Before</p><table><tr><td><p>Ship</p></td><td><b>Crew</b></td></tr><tr><td>Hope|Star</td>" +
        "<td><p>12</p><p>or 13</p></td></tr><tr><td colspan=2>None</td></tr></table><p>After</p>",
    });
    await page.keyboard.press("Enter");
    // As mail programs and pages give them: a table for the layout around one whose every row has a head.
    await paste({
      "text/plain": "x",
      "text/html":
        "<table><tr><td><table><caption>Tonnes</caption><tr><th scope=col>Port<th scope=col>2030" +
        "<tr><th scope=row>Amaro<td>12</table></td></tr></table>",
    });
    // As spreadsheets give them, pasted without format.
    await paste({ "text/plain": "Lorry\tToll\nLight\t4\nHeavy\t9\n" });
    await text().getByText("Light").click();
    await page.keyboard.press("End");
    await paste({ "text/plain": " vans\nand cars" });
    await save();
    await expect
      .poll(() => bodyOf("articles/2031/05/pasted-tables.md"))
      .toBe(
        [
          "Before\n",
          "| Ship | **Crew** |\n| --- | --- |\n| Hope\\|Star | 12 or 13 |\n| None |  |\n",
          "After\n",
          "Tonnes\n",
          "| Port | 2030 |\n| --- | --- |\n| Amaro | 12 |\n",
          "| Lorry | Toll |\n| --- | --- |\n| Light vans and cars | 4 |\n| Heavy | 9 |\n",
        ].join("\n"),
      );
  });

  test("makes a paragraph of each line of a word processor, in the formatted view and in Markdown", async () => {
    const copy = "The ferry left at dawn.\nNobody was hurt.\nIt will be back on Friday.";
    const paragraphs = "The ferry left at dawn.\n\nNobody was hurt.\n\nIt will be back on Friday.\n";
    await startArticle(desk, page, "Pasted lines");
    await text().click();
    await paste({ "text/plain": copy });
    await save();
    await expect.poll(() => bodyOf("articles/2031/05/pasted-lines.md")).toBe(paragraphs);

    await startArticle(desk, page, "Pasted Markdown");
    await page.getByRole("button", { name: "Edit in Markdown" }).click();
    await fieldOf(page, "Text").locator("textarea").click();
    await paste({ "text/plain": copy });
    await save();
    await expect.poll(() => bodyOf("articles/2031/05/pasted-markdown.md")).toBe(paragraphs);
  });

  test("takes the moment for Now, by the newsroom's clocks", async () => {
    await page.clock.setFixedTime("2030-07-04T18:45:00Z");
    await startArticle(desk, page, "A story of this minute");
    await fieldOf(page, "Date").getByRole("button", { name: "Now" }).click();
    await text().fill("Words.");
    await save();
    // Hong Kong is eight hours ahead of UTC, New York in summer four behind.
    await expect
      .poll(() => desk.read("articles/2030/07/a-story-of-this-minute.md"))
      .toContain("\ndate: 2030-07-05 02:45\n");
  });

  test("lists the newest first, with date and status", async () => {
    await page.goto(desk.addressOf("/collections/articles"));
    const rows = page.getByRole("row").filter({ hasText: /\d{4}-\d\d-\d\d/ });
    await expect.poll(() => rows.count()).toBeGreaterThan(10);
    const texts = (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
    const dates = texts.map((row) => /\d{4}-\d\d-\d\d \d\d:\d\d/.exec(row)?.[0] ?? row);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(texts).toContain("2026-11-23 09:00 Draft Ferry fares under review");
  });

  test("begins a refusal with its reason", async () => {
    await startArticle(desk, page, "A story without a place");
    await boxOf(page, "Slug").fill("Not A Slug");
    await boxOf(page, "Language").fill("Klingonese");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const file = "articles/2031/05/a-story-without-a-place.md";
    const body = page.getByRole("alertdialog").locator(".body");
    await expect.poll(() => body.innerText().catch(() => "")).toContain(`${file}:6:`);
    const lines = (await body.innerText()).trim().split("\n");
    expect(lines.map((line) => line.startsWith(file))).toEqual([true, true]);
    expect(await body.innerText()).not.toContain("try again");
  });

  test("says why a picture cannot be removed, where the editor says nothing", async () => {
    await desk.write(
      "articles/2026/11/two-buoys.md",
      "---\ntitle: Two buoys\ndate: 2026-11-20\ncategories: [Asia]\n---\n\n![A buoy](<../../images/a%20buoy.png>)\n",
    );
    await writeFile(join(desk.folder, "articles/images/a buoy.png"), await transparentPicture(20, 10));
    await page.goto(desk.addressOf("/assets/articles/images"));
    await page.getByText("a buoy.png").first().click();
    await page.getByText("Delete", { exact: true }).first().click();
    await page.locator("dialog[open]").getByText("Delete", { exact: true }).click();
    await expect
      .poll(() => page.locator("dialog > p").innerText())
      .toMatch(/^articles\/2026\/11\/two-buoys\.md: shows "articles\/images\/a buoy\.png"/);
  });
});

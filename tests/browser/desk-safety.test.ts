import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { transparentPicture } from "../picture-files.ts";
import { launchBrowser } from "./browser.ts";
import { boxOf, fieldOf, startTestDesk, type TestDesk } from "./desk-page.ts";

const picture = await transparentPicture(20, 10);

/** The editor looks for changes of others before it saves. */
const soon = { timeout: 40_000 };

let desk: TestDesk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desk = await startTestDesk();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await desk?.remove();
});

beforeEach(async () => {
  page = await openPage();
});

/** The form shows fields as they come into view. Each page is a browser of its own, with a memory of its own. */
async function openPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 3000 } });
  return context.newPage();
}

async function startArticle(headline: string): Promise<void> {
  await page.goto(`${desk.origin()}/desk/#/collections/articles/new`);
  await boxOf(page, "Headline").fill(headline);
  await boxOf(page, "Date").fill("2031-05-06T07:08");
  await page.getByRole("checkbox", { name: "Asia" }).click();
  await boxOf(page, "Text").fill("The crane is back.");
}

async function choosePicture(name: string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: "Upload" }).click();
  await (await chooser).setFiles({ name, mimeType: "image/png", buffer: picture });
  await page.getByRole("dialog").getByRole("button", { name: "Insert" }).click();
}

describe("a save of the desk", { timeout: 120_000 }, () => {
  test("waits for a picture that was chosen the moment before", async () => {
    await startArticle("A crane at once");
    await fieldOf(page, "Image").getByRole("checkbox").click();
    await boxOf(page, "What it shows").fill("A crane");
    await page.getByRole("button", { name: "Browse" }).click();
    await choosePicture("crane.png");
    await page.keyboard.press("Control+s");
    await expect
      .poll(() => desk.read("articles/2031/05/a-crane-at-once.md"), soon)
      .toContain("image:\n  src: ../../images/crane.png\n  alt: A crane\n");
  });

  test.for([
    ["Description", "A word at the end", "description: A word at the end\n"],
    ["Tags", "cranes", "tags: [cranes]\n"],
    ["Text", "Last words", "Last words\n"],
    ["Expires", "2031-06-01", "expires: 2031-06-01\n"],
  ] as const)("takes in what was typed the moment before, as %s", async ([name, typed, written]) => {
    await startArticle(`Last is ${name}`);
    const box = name === "Tags" ? fieldOf(page, name).getByRole("textbox") : boxOf(page, name);
    await box.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(typed);
    await page.keyboard.press("Control+s");
    await expect
      .poll(() => desk.read(`articles/2031/05/last-is-${name.toLowerCase()}.md`), soon)
      .toContain(written);
  });
});

import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { transparentPicture } from "../picture-files.ts";
import { boxOf, choosePicture, fieldOf, startArticle, type TestDesk, withDesk } from "./desk-page.ts";

const picture = await transparentPicture(20, 10);

let desk: TestDesk;
let page: Page;

withDesk((ownDesk, ownPage) => {
  [desk, page] = [ownDesk, ownPage];
});

const words = "The crane is back.";

describe("a save of the desk", () => {
  test("waits for a picture that was chosen the moment before", async () => {
    await startArticle(desk, page, "A crane at once", words);
    await fieldOf(page, "Image").getByRole("checkbox").click();
    await boxOf(page, "What it shows").fill("A crane");
    await page.getByRole("button", { name: "Browse" }).click();
    await choosePicture(page, "crane.png", picture);
    await page.keyboard.press("Control+s");
    await expect
      .poll(() => desk.read("articles/2031/05/a-crane-at-once.md"))
      .toContain("image:\n  src: ../../images/crane.png\n  alt: A crane\n");
  });

  test.for([
    ["Description", "A word at the end", "description: A word at the end\n"],
    ["Tags", "cranes", "tags: [cranes]\n"],
    ["Text", "Last words", "Last words\n"],
    ["Language", "pt", "language: pt\n"],
  ] as const)("takes in what was typed the moment before, as %s", async ([name, typed, written]) => {
    await startArticle(desk, page, `Last is ${name}`, name === "Text" ? "" : words);
    const box = name === "Tags" ? fieldOf(page, name).getByRole("textbox") : boxOf(page, name);
    await box.focus();
    // Key by key: the text's editor is still at work on the first when the last is pressed.
    await page.keyboard.type(typed);
    await page.keyboard.press("Control+s");
    await expect
      .poll(() => desk.read(`articles/2031/05/last-is-${name.toLowerCase()}.md`))
      .toContain(written);
  });
});

const story = "articles/2026/11/ferry-fares-under-review.md";
const storyView = "/collections/articles/entries/2026/11/ferry-fares-under-review";

/** Opens the story of the sample publication in a tab. */
async function openStoryIn(tab: Page): Promise<void> {
  await tab.goto(desk.addressOf(storyView));
  // A browser draws the tab that is looked at, and the form shows fields as they are drawn.
  await tab.bringToFront();
  await boxOf(tab, "Headline").waitFor();
}

/** The same in a tab of its own beside the others of `page`. */
async function openStory(): Promise<Page> {
  const tab = await page.context().newPage();
  await openStoryIn(tab);
  return tab;
}

async function saveHeadline(tab: Page, headline: string): Promise<void> {
  await tab.bringToFront();
  await boxOf(tab, "Headline").fill(headline);
  await tab.keyboard.press("Control+s");
}

/** After a save the editor goes back to the list, once it has tidied up. */
const isClosed = (tab: Page) => expect.poll(() => tab.url()).toMatch(/#\/collections\/articles$/);

const told = (tab: Page) => expect.poll(() => tab.locator("dialog.open").innerText());

describe("a story that is changed in two places", () => {
  test("keeps what each of two tabs changed in it", async () => {
    const original = await desk.read(story);
    const [first, second] = [await openStory(), await openStory()];
    await first.bringToFront();
    await boxOf(first, "Text").fill("Written in the first tab.");
    await first.keyboard.press("Control+s");
    const bodyStart = original.indexOf("\n---\n") + "\n---\n\n".length;
    const bodyChanged = `${original.slice(0, bodyStart)}Written in the first tab.\n`;
    await expect.poll(() => desk.read(story)).toBe(bodyChanged);

    await saveHeadline(second, "Headline of the second tab");
    const both = bodyChanged.replace(/^title: .*$/m, "title: Headline of the second tab");
    await expect.poll(() => desk.read(story)).toBe(both);

    // The second tab does not take what it sent for what is there.
    await isClosed(second);
    await openStoryIn(second);
    await expect.poll(() => boxOf(second, "Text").innerText()).toContain("Written in the first tab.");
  });

  test("is not written over where an editor beside the desk changed the same, and both are shown", async () => {
    const original = await desk.read(story);
    const tab = await openStory();
    const outside = original.replace(/^title: .*$/m, "title: Headline of an editor");
    await desk.write(story, outside);
    await saveHeadline(tab, "Headline of the form");
    await told(tab).toContain("in the file: “Headline of an editor” – in your form: “Headline of the form”");
    expect(await desk.read(story)).toBe(outside);
  });
});

describe("what was written while the desk was gone", () => {
  test("is saved from the same page once the desk is started again", async () => {
    const tab = await openStory();
    await desk.stop();
    await saveHeadline(tab, "Written to nobody");
    await told(tab).toContain("What you wrote is kept in this browser");
    await desk.start();
    await tab.locator("dialog.open button").click();
    await expect.poll(() => tab.locator("dialog").count()).toBe(0);
    await tab.keyboard.press("Control+s");
    await expect.poll(() => desk.read(story)).toContain("title: Written to nobody\n");
    await isClosed(tab);
    await openStoryIn(tab);
    expect(await tab.locator(".desk-offer").count()).toBe(0);
  });

  test("is offered after a reload, new stories too, until it is on disk", async () => {
    await startArticle(desk, page, "A story for nobody", words);
    await desk.stop();
    await page.keyboard.press("Control+s");
    await told(page).toContain("kept in this browser");
    await desk.start();
    await page.goto("about:blank");
    await page.goto(desk.addressOf("/collections/articles"));
    const offer = page.getByRole("region", { name: "Not saved yet" });
    await offer.getByText("What was written").click();
    expect(await offer.innerText()).toContain(words);
    await offer.getByRole("button", { name: "Save it now" }).click();
    const path = "articles/2031/05/a-story-for-nobody.md";
    await expect.poll(() => desk.read(path)).toContain(words);
    await expect.poll(() => offer.innerText()).toContain(`It is in ${path} now.`);
    await page.reload();
    await page.getByText("A story for nobody").first().waitFor();
    expect(await offer.count()).toBe(0);
  });
});

/** How many drafts the editor keeps, once it has been given one more where it is asked for. */
const drafts = (tab: Page, more?: { readonly collectionName: string; readonly slug: string }) =>
  tab.evaluate(
    (draft) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("gitea:dateline/site");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction("draft-backups", "readwrite").objectStore("draft-backups");
          if (draft !== undefined) store.put(draft);
          const counting = store.count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    more,
  );

describe("what was typed and never saved", () => {
  test("is kept as a draft, and no longer once it is saved, however late the editor keeps it", async () => {
    await startArticle(desk, page, "A draft of a moment", words);
    await expect.poll(() => drafts(page)).toBe(1);
    await page.keyboard.press("Control+s");
    await isClosed(page);
    expect(await drafts(page, { collectionName: "articles", slug: "" })).toBe(0);
    await page.getByText("A draft of a moment").first().click();
    expect(await drafts(page, { collectionName: "articles", slug: "" })).toBe(1);
    // Made whole before the editor begins: a change of it while two tabs are open can keep one of them waiting for ever.
    const databases = await page.evaluate(() => indexedDB.databases());
    expect(databases).toContainEqual({ name: "gitea:dateline/site", version: 1 });
  });
});

describe("the desk without its key", () => {
  test("stays closed, and says where it opens; with it, the key does not stay in the address", async () => {
    await page.goto(`${desk.origin()}/desk/`);
    await expect.poll(() => page.locator("body").innerText()).toContain("npm run desk printed");
    await page.goto(desk.addressOf("/collections/articles"));
    await page.getByText("Articles").first().waitFor();
    expect(page.url()).toBe(`${desk.origin()}/desk/#/collections/articles`);
  });

  test("takes a new key from another tab without losing a page", async () => {
    const tab = await openStory();
    await desk.stop();
    await rm(join(desk.folder, ".cache/desk-key"));
    await desk.start();
    await saveHeadline(tab, "Written under two keys");
    await told(tab).toContain("Open the address that npm run desk printed");
    await page.goto(desk.addressOf("/collections/articles"));
    await tab.locator("dialog.open button").click();
    await expect.poll(() => tab.locator("dialog").count()).toBe(0);
    await tab.keyboard.press("Control+s");
    await expect.poll(() => desk.read(story)).toContain("title: Written under two keys\n");
  });
});

/** A desk with a copy of the sample publication, and its form in a browser. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { newDesk } from "../../src/desk/desk.ts";
import { type Preview, startPreview } from "../../src/preview/preview.ts";
import { freePort } from "../child-server.ts";
import { copySample } from "../sample.ts";
import { launchBrowser } from "./browser.ts";

export type TestDesk = {
  readonly folder: string;
  readonly origin: () => string;
  /** The address of a view, such as `/collections/articles/new`, with the key. */
  readonly addressOf: (view: string) => string;
  /** The text of a file of the site folder; empty where there is none. */
  readonly read: (path: string) => Promise<string>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Ends the desk, as Ctrl+C does. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly start: () => Promise<void>;
  /** Ends it, and removes its folder. */
  readonly remove: () => Promise<void>;
};

/**
 * A desk for all tests of a file, and for each of them a page: a browser of its own, with a memory of its own. Both are
 * handed over before a test begins.
 *
 * @param person what is particular about whoever sits before it
 */
export function withDesk(
  handOver: (desk: TestDesk, page: Page) => void,
  person: BrowserContextOptions = {},
): void {
  let desk: TestDesk;
  let browser: Browser;

  beforeAll(async () => {
    desk = await startTestDesk();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await desk?.remove();
  });

  beforeEach(async () => {
    // The form shows fields as they come into view.
    const context = await browser.newContext({ viewport: { width: 1300, height: 3000 }, ...person });
    handOver(desk, await context.newPage());
    // A browser without a screen stops drawing pages once too many are open: a form then never comes to rest.
    return () => context.close();
  });
}

/** Starts a desk with the sample publication, in a folder of its own. */
async function startTestDesk(): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-desk-"));
  await copySample(folder);
  let preview: Preview | undefined;
  const port = await freePort();
  let entrance = "";
  const start = async () => {
    const desk = await newDesk(folder);
    entrance = desk.entrance;
    preview = await startPreview({ siteFolder: folder, port, onShown: () => {}, desk });
  };
  const stop = async () => preview?.close();
  await start();
  return {
    folder,
    origin: () => `http://localhost:${port}`,
    addressOf: (view) => `http://localhost:${port}${entrance}#${view}`,
    read: (path) => readFile(join(folder, path), "utf8").catch(() => ""),
    write: (path, text) => writeFile(join(folder, path), text),
    stop,
    start,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the form of a new article, and fills in what an article must have. */
export async function startArticle(desk: TestDesk, page: Page, headline: string, body = ""): Promise<void> {
  await page.goto(desk.addressOf("/collections/articles/new"));
  // First, for its editor takes the focus back while it is at work.
  if (body !== "") await boxOf(page, "Text").fill(body);
  await boxOf(page, "Headline").fill(headline);
  await boxOf(page, "Date").fill("2031-05-06T07:08");
  await page.getByRole("checkbox", { name: "Asia" }).click();
}

/** Chooses a file in the dialog that is open. */
export async function choosePicture(page: Page, name: string, picture: Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByRole("button", { name: "Upload" }).click();
  await (await chooser).setFiles({ name, mimeType: "image/png", buffer: picture });
  await page.getByRole("dialog").getByRole("button", { name: "Insert" }).click();
}

/** The part of the form for one value. */
export function fieldOf(page: Page, name: string): Locator {
  return page.getByRole("group", { name: new RegExp(`${name}.” Field`) });
}

/** Where one types it. */
export function boxOf(page: Page, name: string): Locator {
  return fieldOf(page, name).getByRole("textbox", { name, exact: true });
}

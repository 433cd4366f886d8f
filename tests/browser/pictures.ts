/** `npm run pictures`: pictures of the sample publication, and of its articles in other looks, in docs/pictures. */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { publishedDesk } from "../../src/desk/editor/editor-files.ts";
import { projectFolder } from "../../src/publish/disk/project.js";
import { buildSite } from "../../src/publish/site/build-site.ts";
import { serveBuiltSite } from "./built-site-server.ts";
import { startChromium, unpackChromium } from "./chromium.ts";
import { buildLook, looks } from "./looks.ts";

type Picture = {
  readonly name: string;
  readonly address: string;
  readonly look: BrowserContextOptions;
};

const wide: BrowserContextOptions = { viewport: { width: 1200, height: 1000 } };
const dark: BrowserContextOptions = { ...wide, colorScheme: "dark" };
const phone: BrowserContextOptions = { viewport: { width: 360, height: 720 }, deviceScaleFactor: 2 };

const article = "/2026/11/harbour-tunnel-opens-after-nine-years/";
const arabic = "/2026/08/date-palm-station-reads-the-desert-wind/";

const pictures: readonly Picture[] = [
  { name: "front-page", address: "/", look: wide },
  { name: "front-page-dark", address: "/", look: dark },
  { name: "front-page-phone", address: "/", look: phone },
  { name: "article", address: article, look: wide },
  { name: "article-dark", address: article, look: dark },
  { name: "article-phone", address: article, look: phone },
  { name: "article-arabic", address: arabic, look: wide },
  { name: "article-arabic-phone", address: arabic, look: phone },
  { name: "listing", address: "/category/asia/", look: wide },
  { name: "listing-phone", address: "/category/asia/", look: phone },
  { name: "search", address: "/search/?q=harbour", look: wide },
  { name: "search-dark", address: "/search/?q=harbour", look: dark },
  { name: "search-phone", address: "/search/?q=harbour", look: phone },
];

const picturesOfLook: readonly Picture[] = [
  { name: "", address: "/", look: wide },
  { name: "-dark", address: "/", look: dark },
  { name: "-phone", address: "/", look: phone },
  { name: "-article", address: article, look: wide },
];

const folder = await mkdtemp(join(tmpdir(), "dateline-pictures-"));
const { packaged, remove } = await unpackChromium();
try {
  await buildSite({
    deskOf: publishedDesk,
    siteFolder: projectFolder,
    outputFolder: join(folder, "site"),
    nowMs: Date.parse("2026-11-24T00:00Z"),
    drafts: false,
    search: true,
  });
  const browser = await startChromium(packaged);
  try {
    await mkdir(join(projectFolder, "docs/pictures"), { recursive: true });
    await takeAll(pictures, join(folder, "site"), browser);
    for (const look of looks) {
      const named = picturesOfLook.map((picture) => ({ ...picture, name: `look-${look}${picture.name}` }));
      await takeAll(named, await buildLook(look, folder), browser);
    }
  } finally {
    await browser.close();
  }
} finally {
  await remove();
  await rm(folder, { recursive: true, force: true });
}

async function takeAll(list: readonly Picture[], output: string, browser: Browser): Promise<void> {
  const server = await serveBuiltSite(output);
  try {
    for (const picture of list) await take(picture, browser, server.origin);
  } finally {
    await server.close();
  }
}

async function take({ name, address, look }: Picture, browser: Browser, origin: string): Promise<void> {
  const context = await browser.newContext({ ...look, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(origin + address, { waitUntil: "networkidle" });
  await page.screenshot({
    path: join(projectFolder, `docs/pictures/${name}.jpg`),
    quality: 75,
    type: "jpeg",
  });
  await context.close();
}

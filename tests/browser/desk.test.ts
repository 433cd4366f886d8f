import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { transparentPicture } from "../picture-files.ts";
import { filesBelow, run } from "../site-folder.ts";
import { complaintsOf } from "./browser.ts";
import { serveBuiltSite } from "./built-site-server.ts";
import { boxOf, choosePicture, fieldOf, startArticle, type TestDesk, withDesk } from "./desk-page.ts";

const picture = await transparentPicture(20, 10);

const tag = "두루미카나리아";
const canaries = ["canaryhead", tag, "canarytext", "canaryshows", "canarypicture", "canarysentence"];
const file = "articles/2031/05/canaryhead-returns-to-the-harbour.md";
const address = "/2031/05/canaryhead-returns-to-the-harbour/";

/** The date of the form is one of Hong Kong, eight hours ahead of UTC. */
const due = "2031-05-05T23:08:00Z";
const tooEarly = "2031-05-05T23:07:59Z";

describe("the desk", () => {
  let desk: TestDesk;
  let page: Page;
  const box = (name: string) => boxOf(page, name);

  withDesk((ownDesk, ownPage) => {
    [desk, page] = [ownDesk, ownPage];
  });

  test("writes an article with picture, Korean tag and a date to come, which is published when it is due and no word before", async () => {
    const foreign: string[] = [];
    page.on("response", (response) => {
      if (new URL(response.url()).origin !== desk.origin() && response.url().startsWith("http"))
        foreign.push(response.url());
    });
    await startArticle(desk, page, "Canaryhead returns to the harbour");
    await fieldOf(page, "Tags").getByRole("textbox").fill(tag);
    await box("Description").fill("A canarysentence for lists.");
    await page.getByRole("button", { name: "Edit in Markdown" }).click();
    await box("Text").fill("First canarytext words.\n\nA second *paragraph*.");
    await fieldOf(page, "Draft").getByRole("switch").click();
    await fieldOf(page, "Image").getByRole("checkbox").click();
    await page.getByRole("button", { name: "Browse" }).click();
    await choosePicture(page, "canarypicture.png", picture);
    await box("What it shows").fill("A crane that canaryshows");
    await page.getByRole("button", { name: "Save" }).click();

    await expect
      .poll(() => desk.read(file))
      .toBe(
        [
          "---",
          "title: Canaryhead returns to the harbour",
          "date: 2031-05-06 07:08",
          "categories: [Asia]",
          `tags: [${tag}]`,
          "description: A canarysentence for lists.",
          "image:",
          "  src: ../../images/canarypicture.png",
          "  alt: A crane that canaryshows",
          "---",
          "",
          "First canarytext words.",
          "",
          "A second *paragraph*.",
          "",
        ].join("\n"),
      );
    expect(await readFile(join(desk.folder, "articles/images/canarypicture.png"))).toEqual(picture);
    expect(await run("check", "--site", desk.folder)).toMatchObject({ exitCode: 0 });
    expect(foreign).toEqual([]);

    const shown = await page.context().newPage();
    const complaints = complaintsOf(shown, desk.origin());
    await shown.goto(`${desk.origin()}/desk/shown/${file}`);
    await expect.poll(() => shown.locator("h1").innerText()).toBe("Canaryhead returns to the harbour");
    expect(new URL(shown.url()).pathname).toBe(address);
    expect(await shown.locator(".mark").innerText()).toContain("Scheduled");
    expect(
      await shown
        .locator("figure img")
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    ).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await shown.close();

    const before = await built("--now", tooEarly);
    expect(canaries.flatMap((word) => mentions(before, word))).toEqual([]);
    const after = await built("--now", due);
    // Published pictures are named by their content.
    expect(canaries.filter((word) => mentions(after, word).length === 0)).toEqual(["canarypicture"]);
    expect(after.has(`${address.slice(1)}index.html`)).toBe(true);
  });

  test("changes one line of an article that an author wrote by hand, and the preview shows it by itself", async () => {
    const path = "articles/2026/11/ferry-fares-under-review.md";
    const original = await desk.read(path);
    const byHand = original.replace(
      "title: Ferry fares under review",
      'title:   "Ferry fares"  # a working title',
    );
    const shown = await page.context().newPage();
    await shown.goto(`${desk.origin()}/desk/shown/${path}`);
    await desk.write(path, byHand);
    await expect.poll(() => shown.locator("h1").innerText()).toBe("Ferry fares");

    await page.goto(desk.addressOf("/collections/articles/entries/2026/11/ferry-fares-under-review"));
    await box("Headline").fill("Ferry fares: under review");
    await page.getByRole("button", { name: "Save" }).click();
    await expect
      .poll(() => desk.read(path))
      .toBe(byHand.replace('"Ferry fares"', '"Ferry fares: under review"'));
    await expect.poll(() => shown.locator("h1").innerText()).toBe("Ferry fares: under review");
    await shown.close();
  });

  test("says what is wrong with an article, and writes nothing", async () => {
    const before = await filesBelow(desk.folder);
    await startArticle(desk, page, "A story without a place");
    await box("Slug").fill("Not A Slug");
    await page.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => page.locator("body").innerText()).toContain("must be in lower case with hyphens");
    expect(await filesBelow(desk.folder)).toEqual(before);
  });

  test("starts on a published site under the headers of the CDN, asks who one is, and calls nobody before", async () => {
    const site = join(desk.folder, "published");
    await cp(join(desk.folder, "articles"), join(site, "articles"), { recursive: true });
    const settings = await desk.read("site.yaml");
    await writeFile(join(site, "site.yaml"), `${settings}\ndesk: {backend: github, repo: house/paper}\n`);
    const { exitCode } = await run("build", "--site", site, "--no-search", "--now", tooEarly);
    expect(exitCode).toBe(0);
    const server = await serveBuiltSite(join(site, "_site"));
    const answered: string[] = [];
    page.on("response", (response) => {
      if (!/^(?:blob|data):/.test(response.url())) answered.push(new URL(response.url()).origin);
    });
    await page.goto(`${server.origin}/desk/`);
    await expect.poll(() => page.locator("body").innerText()).toContain("GitHub");
    expect(new Set(answered)).toEqual(new Set([server.origin]));
    await page.close();
    await server.close();
  });

  /** Builds the site, search index included, and gives its files unpacked. */
  async function built(...flags: string[]): Promise<Map<string, string>> {
    const { exitCode, stderr } = await run("build", "--site", desk.folder, ...flags);
    if (exitCode !== 0) throw new Error(stderr);
    const files = await filesBelow(join(desk.folder, "_site"));
    return new Map([...files].map(([path, bytes]) => [path, unpacked(bytes)]));
  }
});

/** The files whose name or content holds a word, in any letter case, plain or percent-encoded. */
function mentions(files: ReadonlyMap<string, string>, word: string): string[] {
  const forms = [word, encodeURIComponent(word)].map((form) =>
    Buffer.from(form.toLowerCase()).toString("latin1"),
  );
  return [...files]
    .filter(([path, bytes]) => {
      const all = `${Buffer.from(path).toString("latin1")}\n${bytes}`.toLowerCase();
      return forms.some((form) => all.includes(form.toLowerCase()));
    })
    .map(([path]) => `${path} holds ${word}`);
}

/** Pagefind packs its files with gzip, whatever their names. */
function unpacked(bytes: string): string {
  const isPacked = bytes.startsWith("\x1f\x8b");
  return isPacked ? gunzipSync(Buffer.from(bytes, "latin1")).toString("latin1") : bytes;
}

import { readFile, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readArticles } from "../../../../src/content/files/articles-folder.ts";
import type { Pictures } from "../../../../src/content/values/picture.ts";
import {
  ArticleMemory,
  type ReadingOrders,
} from "../../../../src/publish/loading/articles/article-memory.ts";
import { Crew, type CrewOrders } from "../../../../src/publish/threads/crew.ts";
import { contentRules, type Site } from "../../../../src/site/settings/site.ts";
import { articleText, siteFolder } from "../../../site-folder.ts";
import { renditionAt, siteOf } from "../../../site-values.ts";

const file = "articles/a.md";
const ferry = articleText(
  "Ferry",
  "2026-11-20 08:30",
  [
    "tags: [night ferry]",
    "authors: [Mei Tan]",
    "source: {name: Harbour News, url: 'https://harbour.example/'}",
    "dateline: Busan",
    "updated: 2026-11-21",
    "image: {src: ferry.jpg, alt: a ferry, credit: Mei Tan}",
    "corrections: [{date: 2026-11-22, text: It was a ferry.}]",
    "aliases: [/old/ferry/]",
    "expires: 2026-12-31",
  ],
  "The ferry is [back](/ferries/).\n\nIt is late.",
);

const pictures: Pictures = new Map([["articles/ferry.jpg", renditionAt("/media/aa/1.jpg")]]);

type Reader = Partial<ReadingOrders> & { readonly site?: Site };

/** A crew that has no workers and notes how many articles are to be read. */
class NotingCrew extends Crew {
  unread = -1;

  override async start(_: CrewOrders, articleCount: number): Promise<void> {
    this.unread = articleCount;
  }
}

/** What a memory says of the article, and whether it knew it without reading it. */
async function ask(memory: ArticleMemory, { site, ...orders }: Reader = {}) {
  const crew = new NotingCrew();
  const [reading] = await memory.read([file], { pictures, withFindings: false, ...orders }, crew);
  return { reading, isKnown: crew.unread === 0 };
}

function memoryOf(folder: string, { site = siteOf() }: Reader = {}, cache = true): Promise<ArticleMemory> {
  const { timezone, language, url, terms } = site;
  return ArticleMemory.open(folder, { timezone, language, url, terms }, cache);
}

/** What a new process knows of the article. */
async function askAnew(folder: string, reader?: Reader, cache?: boolean) {
  return ask(await memoryOf(folder, reader, cache), reader);
}

/** A site folder whose one article has been read by a process that is gone. */
async function readBefore(text = ferry, reader?: Reader): Promise<string> {
  const folder = await siteFolder({ [file]: text });
  const memory = await memoryOf(folder, reader);
  expect((await ask(memory, reader)).isKnown).toBe(false);
  await memory.keep();
  return folder;
}

/** What makes a reading untrue, and the reader who asks then. */
const changes: [string, (folder: string) => Promise<Reader | undefined>][] = [
  ["its file was saved", async (folder) => void (await writeFile(join(folder, file), `${ferry}More.`))],
  ["its file is gone", async (folder) => void (await rm(join(folder, file)))],
  ["its picture was saved", async () => ({ pictures: new Map([["articles/ferry.jpg", renditionAt("/2")]]) })],
  ["its picture is gone", async () => ({ pictures: new Map() })],
  [
    "there is a new picture that it may mean",
    async () => ({ pictures: new Map([...pictures, ["articles/%66erry.jpg", renditionAt("/3")]]) }),
  ],
  ["the house style was not looked for", async () => ({ withFindings: true })],
];

describe("an article that an earlier process has read", () => {
  test("is what reading it again would give, to the order of its values, body and findings included", async () => {
    const folder = await readBefore(ferry, { withFindings: true });
    const { reading: known, isKnown } = await askAnew(folder, { withFindings: true });
    const [again] = readArticles(folder, [file], contentRules(siteOf(), pictures), true);
    expect(isKnown).toBe(true);
    expect(again?.article?.title).toBe("Ferry");
    expect(known?.findings).toEqual(again?.findings);
    const values = Object.keys(again?.article ?? {}).filter((key) => key !== "bodyHtml");
    expect(values.length).toBeGreaterThan(20);
    for (const key of values) {
      const [shown, expected] = [known, again].map((one) => Reflect.get(one?.article ?? {}, key));
      expect(JSON.stringify(shown), key).toBe(JSON.stringify(expected));
    }
    // Whoever has it from others leaves it as it was.
    const cache = join(folder, ".cache/articles");
    const kept = await readFile(cache, "utf8");
    await (await memoryOf(folder)).keepIn(cache, () => true);
    expect(await readFile(cache, "utf8")).toBe(kept);
    expect(known?.article?.bodyHtml.digest).toBe(again?.article?.bodyHtml.digest);
    expect(String(known?.article?.bodyHtml)).toBe(
      '<p><span class="dateline">BUSAN</span> — The ferry is <a href="/ferries/">back</a>.</p>\n<p>It is late.</p>\n',
    );
  });

  test("is still known where its file has another time, and the same content", async () => {
    const folder = await readBefore();
    await utimes(join(folder, file), 1, 1);
    const { reading, isKnown } = await askAnew(folder);
    expect(isKnown).toBe(true);
    expect(reading?.article?.title).toBe("Ferry");
  });

  test.each<[string, (folder: string) => Promise<Reader | undefined>]>([
    ...changes,
    ["the cache is gone", async (folder) => void (await rm(join(folder, ".cache"), { recursive: true }))],
    ["the cache is damaged", async (folder) => void (await writeFile(join(folder, ".cache/articles"), "x"))],
    ["the site has another zone", async () => ({ site: siteOf("timezone: Asia/Seoul") })],
    [
      "the site lists its sources",
      async () => ({ site: siteOf("sources: [{name: Harbour News, slug: hn}]") }),
    ],
  ])("is not known where %s", async (_, change) => {
    const folder = await readBefore();
    const reader = await change(folder);
    expect((await askAnew(folder, reader)).isKnown).toBe(false);
  });

  test("is not known to one who wants all anew", async () => {
    const folder = await readBefore();
    expect((await askAnew(folder, {}, false)).isKnown).toBe(false);
  });

  test("is not known where it had a fault, so that the fault is told again", async () => {
    const folder = await readBefore(articleText("Ferry", "2026-11-20", ["date: tomorrow"]));
    expect((await askAnew(folder)).isKnown).toBe(false);
  });

  test("does not become another under way", async () => {
    const folder = await readBefore();
    const { reading } = await askAnew(folder);
    await writeFile(join(folder, file), articleText("Ferry", "2026-11-20", [], "Other words."));
    expect(() => String(reading?.article?.bodyHtml)).toThrow("articles/a.md was saved while it was read");
  });
});

describe("an article that this process has read", () => {
  test("is known, and its fault too, as long as nothing changes", async () => {
    for (const text of [ferry, articleText("Ferry", "tomorrow")]) {
      const memory = await memoryOf(await siteFolder({ [file]: text }), {}, false);
      const { reading } = await ask(memory);
      expect(await ask(memory)).toEqual({ reading, isKnown: true });
    }
  });

  test.each(changes)("is not known where %s", async (_, change) => {
    const folder = await siteFolder({ [file]: ferry });
    const memory = await memoryOf(folder, {}, false);
    await ask(memory);
    const reader = await change(folder);
    expect((await ask(memory, reader)).isKnown).toBe(false);
  });

  test("is not known where it had a fault and another picture has come", async () => {
    const folder = await siteFolder({
      [file]: articleText("Ferry", "2026-11-20", [], "![a quay](quay.jpg)"),
    });
    const memory = await memoryOf(folder, {}, false);
    expect((await ask(memory)).reading?.diagnostics).toMatchObject([{ code: "missing-image" }]);
    const more = new Map([...pictures, ["articles/quay.jpg", renditionAt("/media/bb/2.jpg")]]);
    expect((await ask(memory, { pictures: more })).reading?.diagnostics).toEqual([]);
  });

  test("is looked at only where a watcher tells that its file was written to, and then to its words", async () => {
    const folder = await siteFolder({ [file]: ferry });
    const memory = await memoryOf(folder, {}, false);
    await ask(memory);
    await writeFile(join(folder, file), ferry.replace("late", "slow"));
    expect((await ask(memory, { changed: new Set() })).isKnown).toBe(true);
    const { reading, isKnown } = await ask(memory, { changed: new Set([file]) });
    expect(isKnown).toBe(false);
    expect(String(reading?.article?.bodyHtml)).toContain("It is slow.");
    expect((await ask(memory, { changed: new Set([file]) })).isKnown).toBe(true);
  });

  test("is forgotten where it is not asked for, as one that was removed", async () => {
    const memory = await memoryOf(await siteFolder({ [file]: ferry }), {}, false);
    await ask(memory);
    await memory.read([], { pictures, withFindings: false }, new NotingCrew());
    expect((await ask(memory)).isKnown).toBe(false);
  });
});

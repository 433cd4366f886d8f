import { rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FileReading, readArticles } from "../../../src/content/files/articles-folder.ts";
import type { Pictures } from "../../../src/content/values/picture.ts";
import { ArticleCache } from "../../../src/publish/loading/article-cache.ts";
import { contentRules, type Site } from "../../../src/site/settings/site.ts";
import { articleText, siteFolder } from "../../site-folder.ts";
import { renditionAt, siteOf } from "../../site-values.ts";

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

type Reader = { readonly site?: Site; readonly pictures?: Pictures; readonly withFindings?: boolean };

const pictures: Pictures = new Map([["articles/ferry.jpg", renditionAt("/media/aa/1.jpg")]]);

/** A new process that opens the cache of a site folder. */
async function opened(
  folder: string,
  { site = siteOf(), pictures: published = pictures, withFindings = false }: Reader = {},
  isFresh = false,
) {
  const rules = contentRules(site, published);
  const { timezone, language, url, terms } = site;
  const options = { siteFolder: folder, site: { timezone, language, url, terms }, rules, withFindings };
  const cache = await ArticleCache.open({ ...options, isFresh });
  const read = (): FileReading[] => readArticles(folder, [file], rules, withFindings);
  return { cache, read };
}

/** A site folder whose one article has been read by a process that is gone. */
async function readBefore(text = ferry, reader?: Reader): Promise<string> {
  const folder = await siteFolder({ [file]: text });
  const { cache, read } = await opened(folder, reader);
  cache.find(file);
  await cache.keep(read());
  return folder;
}

describe("an article that an earlier process has read", () => {
  test("is what reading it again would give, to the order of its values, body and findings included", async () => {
    const folder = await readBefore(ferry, { withFindings: true });
    const { cache, read } = await opened(folder, { withFindings: true });
    const known = cache.find(file);
    const [again] = read();
    expect(again?.article?.title).toBe("Ferry");
    expect(known?.findings).toEqual(again?.findings);
    expect(JSON.stringify({ ...known?.article, bodyHtml: "" })).toBe(
      JSON.stringify({ ...again?.article, bodyHtml: "" }),
    );
    expect(known?.article?.bodyHtml.digest).toBe(again?.article?.bodyHtml.digest);
    expect(String(known?.article?.bodyHtml)).toBe(
      '<p><span class="dateline">BUSAN</span> — The ferry is <a href="/ferries/">back</a>.</p>\n<p>It is late.</p>\n',
    );
  });

  test("is still known where its file has another time, and the same content", async () => {
    const folder = await readBefore();
    await utimes(join(folder, file), 1, 1);
    expect((await opened(folder)).cache.find(file)?.article?.title).toBe("Ferry");
  });

  test.each<[string, (folder: string) => Promise<Reader | undefined>]>([
    ["its file was saved", async (folder) => void (await writeFile(join(folder, file), `${ferry}More.`))],
    ["its file is gone", async (folder) => void (await rm(join(folder, file)))],
    ["the cache is gone", async (folder) => void (await rm(join(folder, ".cache"), { recursive: true }))],
    ["the cache is damaged", async (folder) => void (await writeFile(join(folder, ".cache/articles"), "x"))],
    ["the site has another zone", async () => ({ site: siteOf("timezone: Asia/Seoul") })],
    [
      "the site lists its sources",
      async () => ({ site: siteOf("sources: [{name: Harbour News, slug: hn}]") }),
    ],
    [
      "its picture was saved",
      async () => ({ pictures: new Map([["articles/ferry.jpg", renditionAt("/2")]]) }),
    ],
    ["its picture is gone", async () => ({ pictures: new Map() })],
    [
      "there is a new picture that it may mean",
      async () => ({ pictures: new Map([...pictures, ["articles/%66erry.jpg", renditionAt("/3")]]) }),
    ],
    ["the house style was not looked for", async () => ({ withFindings: true })],
  ])("is not known where %s", async (_, change) => {
    const folder = await readBefore();
    const reader = await change(folder);
    expect((await opened(folder, reader)).cache.find(file)).toBeUndefined();
  });

  test("is not known to one who wants all anew", async () => {
    const folder = await readBefore();
    expect((await opened(folder, {}, true)).cache.find(file)).toBeUndefined();
  });

  test("is not known where it had a fault, so that the fault is told again", async () => {
    const folder = await readBefore(articleText("Ferry", "2026-11-20", ["date: tomorrow"]));
    expect((await opened(folder)).cache.find(file)).toBeUndefined();
  });

  test("does not become another under way", async () => {
    const folder = await readBefore();
    const known = (await opened(folder)).cache.find(file);
    await writeFile(join(folder, file), articleText("Ferry", "2026-11-20", [], "Other words."));
    expect(() => String(known?.article?.bodyHtml)).toThrow("articles/a.md was saved while it was read");
  });
});

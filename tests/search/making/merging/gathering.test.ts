import type { HTMLFile } from "pagefind";
import { describe, expect, test } from "vitest";
import { Gathering } from "../../../../src/search/making/merging/gathering.ts";
import type { IndexedArticles } from "../../../../src/search/making/merging/indexed-articles.ts";
import type { KnownArticles, KnownPart } from "../../../../src/search/making/merging/known-articles.ts";
import type { IndexBatch } from "../../../../src/search/making/merging/pagefind-batch.ts";

const code = { path: "code.new.pagefind", content: Uint8Array.of(1) };

function indexed(version: string): IndexedArticles {
  return { version, metas: [], articles: [], words: () => [] };
}

/** Takes batches as Pagefind would. */
function recordedBatches() {
  const batches: (readonly HTMLFile[])[] = [];
  const indexBatch: IndexBatch = async (records) => {
    batches.push(records);
    const made = { ...indexed(`batch ${batches.length}`), code };
    return async () => made;
  };
  return { batches, indexBatch };
}

const recordOf = (number: number): HTMLFile => ({ url: `/${number}/`, content: `Story ${number}` });

const nothingKnown: KnownArticles = {
  find: () => undefined,
  read: async () => indexed("none"),
};

const standing: KnownPart = {
  folder: "2019-01/",
  paths: [],
  base: "",
  keys: "",
  code: "code.old.pagefind",
  common: [],
  entry: { articles: 1, list: "list.json", facets: "", places: "", words: "" },
};

describe("the articles of a part", () => {
  test("are given to Pagefind some hundred at a time, and keep their order", async () => {
    const { batches, indexBatch } = recordedBatches();
    const gathering = new Gathering(indexBatch, nothingKnown);
    for (let number = 0; number < 1000; number += 1) await gathering.add(recordOf(number), number);
    const { articles, code: given } = await (await gathering.end())();
    expect(batches.map((batch) => batch.length)).toEqual([400, 400, 200]);
    expect(articles.map(({ day }) => day)).toEqual(Array.from({ length: 1000 }, (_, day) => day));
    const [first, last] = [articles[0], articles.at(-1)];
    expect([first?.from.version, first?.at, last?.from.version, last?.at]).toEqual([
      "batch 1",
      0,
      "batch 3",
      199,
    ]);
    expect(given).toBe(code);
  });

  test("stay where they are indexed already, and Pagefind is given the others alone", async () => {
    const { batches, indexBatch } = recordedBatches();
    const keys: string[] = [];
    const firstTime = new Gathering(indexBatch, nothingKnown);
    for (const number of [1, 2]) await firstTime.add(recordOf(number), 9);
    keys.push(...(await (await firstTime.end())()).articles.map(({ key }) => key));
    const gathering = new Gathering(indexBatch, {
      find: (key) => (key === keys[1] ? { part: standing, at: 7 } : undefined),
      read: async (part) => indexed(part.folder),
    });
    for (const number of [1, 2]) await gathering.add(recordOf(number), 9);
    const { articles } = await (await gathering.end())();
    expect(batches.map((batch) => batch.map(({ url }) => url))).toEqual([["/1/", "/2/"], ["/1/"]]);
    expect(articles.map(({ from, at }) => [from.version, at])).toEqual([
      ["batch 2", 0],
      ["2019-01/", 7],
    ]);
  });

  test("need nothing of Pagefind where all are known, and its code alone where there are none", async () => {
    const { batches, indexBatch } = recordedBatches();
    const gathering = new Gathering(indexBatch, {
      find: () => ({ part: standing, at: 0 }),
      read: async () => indexed("1.6.0"),
    });
    await gathering.add(recordOf(1), 9);
    const { version, code: left } = await (await gathering.end())();
    expect([batches.length, version, left]).toEqual([
      0,
      "1.6.0",
      { path: "code.old.pagefind", content: { standsAt: "code.old.pagefind" } },
    ]);
    const empty = await (await new Gathering(indexBatch, nothingKnown).end())();
    expect([batches, empty.articles, empty.code]).toEqual([[[]], [], code]);
  });
});

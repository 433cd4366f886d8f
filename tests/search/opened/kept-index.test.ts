import { describe, expect, test } from "vitest";
import { findAll } from "../../../src/search/answering/finding.ts";
import { KeptIndex } from "../../../src/search/opened/kept-index.ts";
import { openIndex, type SearchIndex } from "../../../src/search/opened/opened-index.ts";
import { LostFile } from "../../../src/search/opened/pagefind/lost-file.ts";
import { type CorpusArticle, planOf } from "../corpus.ts";
import { indexFilesOf, memorySource } from "../index-in-memory.ts";

const story: CorpusArticle = {
  id: "ferry",
  date: "2026-11-23",
  place: "ASHPORT",
  category: "Transport",
  tags: ["ferries"],
  language: "en",
  title: "Ferry returns",
  body: "The ferry crosses the strait again.",
};

const before = await indexFilesOf(planOf([story]));
const after = await indexFilesOf(planOf([{ ...story, body: "The ferry crosses the sound again." }]));

const titlesOf = (query: string) => async (index: SearchIndex) => {
  const { places, pageAt } = await findAll(index, query);
  return Promise.all(places.map(async (place) => (await pageAt(place)).meta["title"]));
};

/** What is published may become something else while it is searched. */
function published(files: ReadonlyMap<string, Uint8Array>) {
  const now = new Map(files);
  const becomes = (next: ReadonlyMap<string, Uint8Array>) => {
    now.clear();
    for (const [path, content] of next) now.set(path, content);
  };
  return { now, becomes, index: new KeptIndex(() => openIndex(memorySource(now))) };
}

describe("an index that is kept open", () => {
  test("answers from the one that is published now when its own files are gone", async () => {
    const { becomes, index } = published(before);
    expect(await index.use(titlesOf("ferry"))).toEqual(["Ferry returns"]);
    becomes(after);
    // The pieces that hold "ferry" are there; what it was asked for and has not yet is gone.
    expect(await index.use(titlesOf("sound"))).toEqual(["Ferry returns"]);
    expect(await index.use(titlesOf("strait"))).toEqual([]);
  });

  test("goes on with the new one where a search is under way when another sees that the old one is gone", async () => {
    const { becomes, index } = published(before);
    let see = () => {};
    const isSeen = new Promise<void>((resolve) => {
      see = resolve;
    });
    const underWay = index.use(async (opened) => {
      await isSeen;
      return titlesOf("")(opened);
    });
    await index.use(titlesOf("ferry"));
    becomes(after);
    await index.use(titlesOf("sound"));
    see();
    expect(await underWay).toEqual(["Ferry returns"]);
  });

  test("opens the new one when it was published between the file that names all others and those", async () => {
    const { now, becomes } = published(before);
    const source = memorySource(now);
    const fetchJson = async (path: string) => {
      const file = await source.fetchJson(path);
      becomes(after);
      return file;
    };
    const index = new KeptIndex(() => openIndex({ ...source, fetchJson }));
    expect(await index.use(titlesOf("sound"))).toEqual(["Ferry returns"]);
  });

  test("takes a piece that is lost for no answer, and finds it when it is there again", async () => {
    const { now, becomes, index } = published(before);
    for (const path of now.keys()) if (path.endsWith(".piece")) now.delete(path);
    const failure = await index.use(titlesOf("ferry")).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LostFile);
    expect(failure).toMatchObject({ isGone: false });
    becomes(before);
    expect(await index.use(titlesOf("ferry"))).toEqual(["Ferry returns"]);
  });
});

import { describe, expect, test } from "vitest";
import { templatesFolder } from "../../../src/publish/disk/project.js";
import { readTemplates } from "../../../src/publish/rendering/templates/template-files.ts";
import { newTemplates } from "../../../src/publish/rendering/templates/templates.ts";
import type { SearchParts } from "../../../src/search/making/merging/made-parts.ts";
import { indexArticles } from "../../../src/search/making/search-index.ts";
import { type CorpusArticle, corpusArticles, planOf } from "../corpus.ts";
import { indexInMemory } from "../index-in-memory.ts";

const templates = newTemplates(readTemplates([templatesFolder]));

type Index = { readonly files: Map<string, string>; readonly left: string[]; readonly parts: SearchParts };

/** @param standing the files of the parts that are known */
async function indexOf(
  articles: readonly CorpusArticle[],
  known: SearchParts = {},
  standing?: ReadonlyMap<string, string>,
  basis?: string,
): Promise<Index> {
  const files = new Map<string, string>();
  const left: string[] = [];
  const write = (path: string, content: Uint8Array) =>
    void files.set(path, Buffer.from(content).toString("latin1"));
  const read = async (path: string) => Buffer.from(standing?.get(path) ?? "", "latin1");
  const target = {
    write,
    leave: (path: string) => void left.push(path),
    standing: standing && { parts: known, read },
  };
  const parts = await indexArticles(planOf(articles), templates.render, target, known, basis);
  return { files, left, parts };
}

const articleOfThisYear: CorpusArticle = {
  id: "new-story",
  date: "2026-11-23",
  place: "ASHPORT",
  category: "Transport",
  tags: ["ferries"],
  language: "en",
  title: "A new story of this year",
  body: "It has the word winnowing.",
};

describe("the search index", () => {
  test("of a site without articles is opened as any other, and finds nothing", async () => {
    const index = await indexInMemory(planOf([]));
    expect(await index.lookUp("ferry")).toEqual([]);
    expect(await index.lookUp(null)).toEqual([]);
    index.close();
  });

  test("of the same articles is the same files, byte for byte, in whatever order they are read", async () => {
    const articles = await corpusArticles();
    const [one, two] = [await indexOf(articles), await indexOf(articles.toReversed())];
    expect([...two.files.keys()].toSorted()).toEqual([...one.files.keys()].toSorted());
    expect([...two.files].filter(([path, content]) => one.files.get(path) !== content)).toEqual([]);
  });

  test("keeps every file of past years when an article of this year is added", async () => {
    const articles = await corpusArticles();
    const { files: before } = await indexOf(articles);
    const { files: after } = await indexOf([...articles, articleOfThisYear]);
    const pastOf = (files: typeof before) => [...files.keys()].filter((path) => path.startsWith("2022-"));
    const past = pastOf(before);
    expect(past.length).toBeGreaterThan(100);
    expect(pastOf(after).toSorted()).toEqual(past.toSorted());
    expect(past.filter((path) => after.get(path) !== before.get(path))).toEqual([]);
    expect(after.get("parts.json")).not.toBe(before.get("parts.json"));
  });

  test("leaves the files of parts known from before where their articles are the same", async () => {
    const articles = await corpusArticles();
    const fresh = await indexOf(articles);
    const again = await indexOf(articles, fresh.parts);
    expect([...again.left, ...again.files.keys()].toSorted()).toEqual([...fresh.files.keys()].toSorted());
    expect([...again.files]).toEqual([["parts.json", fresh.files.get("parts.json")]]);
    expect(again.parts).toEqual(fresh.parts);
    const next = await indexOf([...articles, articleOfThisYear], fresh.parts);
    // Pagefind's code is the same for all parts.
    const kept = [...fresh.files.keys()].filter((path) => /^(?:2022-|code\.)/.test(path));
    expect(next.left.toSorted()).toEqual(kept.toSorted());
    expect([...next.files.keys()].filter((path) => path.startsWith("code."))).toEqual([]);
  });

  test("takes articles that were indexed before from the files of then, and is what it would be from nothing", async () => {
    const articles = await corpusArticles();
    const before = await indexOf(articles);
    const [oldest] = articles.toSorted((a, b) => (a.date < b.date ? -1 : 1));
    const others = articles.filter(({ id }) => id !== oldest?.id);
    const histories: readonly (readonly CorpusArticle[])[] = [
      // One comes, one goes, one says something else, one takes another day, and all lie in other parts.
      [...articles, articleOfThisYear],
      others,
      [...others, { ...articleOfThisYear, ...oldest, body: "It has the word winnowing." }],
      [...others, { ...articleOfThisYear, ...oldest, date: "2026-11-22" }],
      articles.map((article) => ({ ...article, date: article.date.replace(/^\d+/, "2026") })),
    ];
    for (const history of histories) {
      const after = await indexOf(history, before.parts, before.files);
      const fresh = await indexOf(history);
      const standing = after.left.map((path) => [path, before.files.get(path)] as const);
      expect(new Map([...standing, ...after.files])).toEqual(fresh.files);
      expect(after.parts).toEqual(fresh.parts);
    }
  });

  test("is made anew where what all records rest on is another", async () => {
    const articles = await corpusArticles();
    const before = await indexOf(articles);
    const unread = new Map<string, string>();
    const after = await indexOf(articles, before.parts, unread, "another template");
    expect(after.files).toEqual(before.files);
  });

  test("has pieces of a size that suits its parts", async () => {
    const articles = await corpusArticles();
    const { files } = await indexOf(articles);
    const pieces = [...files].filter(([path]) => path.startsWith("2022-") && path.endsWith(".piece"));
    // Of Pagefind's own size, some 180 short articles are one piece: they have some 10,000 places of words.
    expect(pieces.length).toBe(8);
  });
});

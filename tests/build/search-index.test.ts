import { describe, expect, test } from "vitest";
import { templatesFolder } from "../../src/build/project.ts";
import { indexArticles, type KnownParts } from "../../src/build/search-index.ts";
import { newTemplates } from "../../src/build/templates.ts";
import { type CorpusArticle, corpusArticles, planOf } from "../search/corpus.ts";

const templates = newTemplates(templatesFolder);

async function filesFor(
  articles: readonly CorpusArticle[],
  known?: KnownParts,
): Promise<Map<string, string>> {
  const files = await indexArticles(planOf(articles), templates, known);
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString("latin1")]));
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
  test("of the same articles is the same files, byte for byte, in whatever order they are read", async () => {
    const articles = await corpusArticles();
    const [one, two] = [await filesFor(articles), await filesFor(articles.toReversed())];
    expect([...two.keys()].toSorted()).toEqual([...one.keys()].toSorted());
    expect([...two].filter(([path, content]) => one.get(path) !== content)).toEqual([]);
  });

  test("keeps every file of past years when an article of this year is added", async () => {
    const articles = await corpusArticles();
    const before = await filesFor(articles);
    const after = await filesFor([...articles, articleOfThisYear]);
    const past = [...before.keys()].filter((path) => path.startsWith("2022-2025/"));
    expect(past.length).toBeGreaterThan(100);
    expect([...after.keys()].filter((path) => path.startsWith("2022-2025/"))).toEqual(past);
    expect(past.filter((path) => after.get(path) !== before.get(path))).toEqual([]);
    expect(after.get("parts.json")).not.toBe(before.get("parts.json"));
  });

  test("is made of parts known from before where their articles are the same", async () => {
    const articles = await corpusArticles();
    const known: KnownParts = new Map();
    const fresh = await filesFor(articles, known);
    const [newest, past] = known.values();
    expect(await filesFor(articles, known)).toEqual(fresh);
    await filesFor([...articles, articleOfThisYear], known);
    const after = [...known.values()];
    expect(after[0]).not.toBe(newest);
    expect(after[1]).toBe(past);
  });
});

import { beforeAll, describe, expect, test } from "vitest";
import type { SearchIndex } from "../../src/search/opened/opened-index.ts";
import { planOf } from "./corpus.ts";
import { indexInMemory } from "./index-in-memory.ts";
import { ownSearch } from "./own-search.ts";
import { wordArticleDate, wordArticles, wordCases } from "./word-cases.ts";

const corpusArticle = { date: wordArticleDate, place: "ASHPORT", category: "News", tags: [] };

describe("the search knows a word again", () => {
  let index: SearchIndex;

  beforeAll(async () => {
    index = await indexInMemory(planOf(wordArticles.map((article) => ({ ...corpusArticle, ...article }))));
  });

  test.for(Object.entries(wordCases).flatMap(([kind, cases]) => cases.map((one) => [kind, ...one] as const)))(
    "by %s: %s",
    async ([, query, ids]) => {
      expect((await ownSearch(index)(query)).toSorted()).toEqual(ids.toSorted());
    },
  );

  test("in forty cases and more, of eleven languages and more, three at least of each kind", () => {
    const cases = Object.values(wordCases);
    expect(cases.flat().length).toBeGreaterThanOrEqual(40);
    expect(Math.min(...cases.map((list) => list.length))).toBeGreaterThanOrEqual(3);
    expect(new Set(wordArticles.map(({ language }) => language)).size).toBeGreaterThanOrEqual(11);
  });

  test.for([
    ["de", "Die Häuser brennen", "häusern"],
    ["fr", "Les élections nationales", "élection"],
    ["es", "Ciudades abiertas", "ciudad"],
    ["ru", "Новые выборы", "выборов"],
    ["ru", "Новый порт", "нового"],
    ["ru", "Открыта новая школа", "новой"],
    ["ru", "Мост за рекой", "река"],
    ["ru", "Пустили трамвай", "трамвая"],
  ] as const)(
    "by its inflections where the publication's language is %s: %s",
    async ([language, title, query]) => {
      const article = { ...corpusArticle, id: "one", language, title, body: "—" };
      const search = ownSearch(await indexInMemory(planOf([article], language)));
      expect(await search(query)).toEqual(["one"]);
    },
  );
});

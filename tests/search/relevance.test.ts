import { beforeAll, describe, expect, test } from "vitest";
import { extractOf } from "../../src/search/answering/extract.ts";
import { findAll } from "../../src/search/answering/finding.ts";
import { dayNumber } from "../../src/search/index-format.ts";
import type { SearchIndex } from "../../src/search/opened/opened-index.ts";
import {
  type CorpusArticle,
  corpusArticles,
  judgedQueries,
  longArticles,
  longQueries,
  planOf,
} from "./corpus.ts";
import { indexInMemory } from "./index-in-memory.ts";
import { ownSearch } from "./own-search.ts";
import { plainBm25, plainPagefind } from "./peers.ts";
import { averagePrecision, normalizedGain, relevanceOf } from "./relevance.ts";

test("long queries among three hundred long articles are answered no worse than by Pagefind as it comes, and by a plain BM25", async () => {
  const articles = await longArticles();
  const queries = await longQueries("open");
  const own = await relevanceOf(ownSearch(await indexInMemory(planOf(articles))), queries);
  for (const peer of [plainBm25(articles), await plainPagefind(articles)]) {
    const theirs = await relevanceOf(peer, queries);
    expect(own.meanAveragePrecision).toBeGreaterThanOrEqual(theirs.meanAveragePrecision);
    expect(own.successAt5).toBeGreaterThanOrEqual(theirs.successAt5);
  }
});

describe("the search among two hundred articles", () => {
  let articles: CorpusArticle[];
  let index: SearchIndex;

  beforeAll(async () => {
    articles = await corpusArticles();
    index = await indexInMemory(planOf(articles));
  });

  test("answers judged queries no worse than Pagefind as it comes, and than a plain BM25", async () => {
    const queries = await judgedQueries();
    const known = new Set(articles.map(({ id }) => id));
    expect(articles.length).toBeGreaterThanOrEqual(200);
    expect(queries.length).toBeGreaterThanOrEqual(30);
    expect(queries.flatMap(({ ids }) => ids.filter((id) => !known.has(id)))).toEqual([]);
    const own = await relevanceOf(ownSearch(index), queries);
    for (const peer of [plainBm25(articles), await plainPagefind(articles)]) {
      const theirs = await relevanceOf(peer, queries);
      expect(own.meanAveragePrecision).toBeGreaterThanOrEqual(theirs.meanAveragePrecision);
      expect(own.successAt5).toBeGreaterThanOrEqual(theirs.successAt5);
    }
  });

  test("knows the day of each article: Pagefind keeps the order in which they were indexed", async () => {
    const { places, pageAt } = await findAll(index, "");
    expect(places).toHaveLength(articles.length);
    for (const place of places) {
      const { meta } = await pageAt(place);
      expect(index.articles.days[place], meta["title"]).toBe(dayNumber((meta["date"] ?? "").slice(0, 10)));
    }
  });

  test("puts the newer of two articles first where they answer alike", async () => {
    const story = (id: string, date: string): CorpusArticle => ({
      id,
      date,
      place: "ASHPORT",
      category: "Business",
      tags: ["markets"],
      language: "en",
      title: "Quay prices",
      body: "The winnowing of the market.",
    });
    const search = ownSearch(
      await indexInMemory(planOf([story("old", "2019-05-01"), story("new", "2026-05-01"), ...articles])),
    );
    expect((await search("winnowing")).slice(0, 2)).toEqual(["new", "old"]);
  });

  test.for([
    ["ja", "渋滞", "渋滞", "tokyo-harbour"],
    ["zh", "蓝天", "蓝天", "beijing-air"],
    ["ko", "컨테이너", "컨테이너", "busan-port"],
    ["ar", "كتاب", "كتاب", "cairo-library"],
    ["de", "kuhlhauser", "Kühlhäuser", "hafen-oesterby"],
  ])(
    "finds and marks words in a publication whose own language is %s",
    async ([language, query = "", word, id]) => {
      const found = await findAll(await indexInMemory(planOf(articles, language)), query);
      const [place = -1] = found.places;
      const page = await found.pageAt(place);
      expect(page.url).toBe(`/${id}/`);
      const extract = extractOf(page.content, found.answers.get(place)?.words ?? []);
      expect(extract?.filter((part) => part.isMatch)).toEqual([{ text: word, isMatch: true }]);
    },
  );

  test("finds nothing for a phrase that stands nowhere, though its words do", async () => {
    expect(await ownSearch(index)('"tunnel harbour opens"')).toEqual([]);
  });
});

describe("a search is measured", () => {
  test("by the average precision of its first ten results", () => {
    // Found first and third of two: (1/1 + 2/3) / 2.
    expect(averagePrecision(["a", "x", "b"], ["a", "b"])).toBeCloseTo(5 / 6);
    // One of two not found: (1/2) / 2.
    expect(averagePrecision(["x", "a"], ["a", "b"])).toBeCloseTo(1 / 4);
    // Found tenth, and eleventh, which is too late: (1/10) / 2.
    expect(averagePrecision([..."123456789ab"], ["a", "b"])).toBeCloseTo(1 / 20);
    // Ten of twelve are as many as ten places can hold.
    expect(averagePrecision([..."abcdefghij"], [..."abcdefghijkl"])).toBe(1);
  });

  test("by its gain: an answer is worth two, what is related one, and both less the lower they stand", () => {
    // Found related, answer: 1 / log2(2) + 2 / log2(3) = 2.2619; the best is 2 / log2(2) + 1 / log2(3) = 2.6309.
    expect(normalizedGain(["r", "a"], ["a"], ["r"])).toBeCloseTo(0.8597, 4);
    expect(normalizedGain(["a", "r", "x"], ["a"], ["r"])).toBe(1);
    // The only answer is found third: (2 / log2(4)) / 2.
    expect(normalizedGain(["x", "y", "a"], ["a"], [])).toBeCloseTo(1 / 2);
    // Eleventh is too late.
    expect(normalizedGain([..."1234567890a"], ["a"], [])).toBe(0);
  });

  test("by the mean over all queries that have an answer", async () => {
    const query = (text: string, ids: readonly string[], related: readonly string[] = []) => ({
      query: text,
      group: "",
      ids,
      related,
    });
    const found = new Map([
      ["one", ["a", "b"]],
      ["two", ["1", "2", "3", "r", "a"]],
      ["three", ["1", "2", "3", "4", "5", "a"]],
      ["none", ["a"]],
    ]);
    const queries = [
      query("one", ["a", "b"]),
      query("two", ["a"], ["r"]),
      query("three", ["a"]),
      query("none", []),
    ];
    const { meanAveragePrecision, successAt5, gain } = await relevanceOf(
      async (text) => found.get(text) ?? [],
      queries,
    );
    // (1 + (1/4 + 2/5) / 2 + 1/6) / 3, two of three, and
    // (1 + (1 / log2(5) + 2 / log2(6)) / (2 + 1 / log2(3)) + 1 / log2(7)) / 3.
    expect(meanAveragePrecision).toBeCloseTo(0.4972, 4);
    expect(successAt5).toBeCloseTo(2 / 3);
    expect(gain).toBeCloseTo(0.6047, 4);
  });
});

import { describe, expect, test } from "vitest";
import { scoredWord } from "../../../src/search/answering/word-scores.ts";
import { ArticleList } from "../../../src/search/opened/article-list.ts";
import type { FoundResult } from "../../../src/search/opened/opened-index.ts";

function articlesOf(...parts: readonly (readonly string[])[]): ArticleList {
  const articles = new ArticleList();
  for (const names of parts)
    articles.addPart(
      names.map(() => 0),
      names,
    );
  return articles;
}

function result(id: string, score: number, words = [0]): FoundResult {
  return { id, score, words, data: () => Promise.reject(new Error("not needed")) };
}

/** ln(1 + (N − n + ½) ÷ (n + ½)) */
const rarity = (articles: number, found: number) => Math.log(1 + (articles - found + 0.5) / (found + 0.5));

const scoresOf = ({ results }: { readonly results: readonly FoundResult[] }) =>
  Object.fromEntries(results.map(({ id, score }) => [id, Number(score.toFixed(6))]));

describe("the scores of a word", () => {
  test("compare over parts in which it is of different rarity", () => {
    const articles = articlesOf(["a", "b", "c", "d"], ["e", "f", "g", "h"]);
    // Pagefind scores by the rarity in each part: here 1 of 4 and 3 of 4.
    const all = [
      result("a", rarity(4, 1)),
      result("e", rarity(4, 3) * 2),
      result("f", rarity(4, 3) * 0.9),
      result("g", rarity(4, 3) * 1.1),
    ];
    const { found: finding } = scoredWord([{ all, exact: all }], articles);
    const weight = rarity(8, 4);
    expect(finding.weight).toBeCloseTo(weight);
    expect(scoresOf(finding)).toEqual(
      Object.fromEntries(
        Object.entries({ a: 1, e: 2, f: 0.9, g: 1.1 }).map(([id, times]) => [
          id,
          Number((weight * times).toFixed(6)),
        ]),
      ),
    );
  });

  test("weigh by those that have it, and not by those that have a word which begins with it", () => {
    const articles = articlesOf(["a", "b", "c", "d"]);
    const all = [result("a", rarity(4, 3)), result("b", rarity(4, 3) * 0.1), result("c", rarity(4, 3) * 0.1)];
    const { found, begun } = scoredWord([{ all, exact: [result("a", 1)] }], articles);
    expect(found.weight).toBeCloseTo(rarity(4, 1));
    expect(scoresOf(found)).toEqual({ a: Number(rarity(4, 1).toFixed(6)) });
    const lessened = Number((rarity(4, 3) * 0.1).toFixed(6));
    expect(scoresOf(begun)).toEqual({ b: lessened, c: lessened });
  });

  test("of a word that is only begun are those of what it begins, the best as if it stood there once", () => {
    const articles = articlesOf(["a", "b", "c", "d"]);
    const all = [result("a", rarity(4, 2) * 0.02), result("b", rarity(4, 2) * 0.01)];
    const { found, begun } = scoredWord([{ all, exact: [] }], articles);
    expect(found.results).toEqual([]);
    expect(scoresOf(begun)["a"]).toBeCloseTo(rarity(4, 2));
    expect(scoresOf(begun)["b"]).toBeCloseTo(rarity(4, 2) / 2);
  });

  test("are none where an article has only what the word begins with", () => {
    const articles = articlesOf(["a", "b", "c", "d"]);
    const all = [result("a", 1), result("b", 1)];
    const { begun } = scoredWord([{ all, exact: [], beginnings: new Set(["b"]) }], articles);
    expect(begun.results.map(({ id }) => id)).toEqual(["a"]);
  });

  test("of several spellings are the best of each article, and an article has the word once", () => {
    const articles = articlesOf(["a", "b", "c", "d"]);
    const one = [result("a", rarity(4, 1))];
    const other = [result("a", rarity(4, 2) * 2), result("b", rarity(4, 2))];
    const { found: finding } = scoredWord(
      [
        { all: one, exact: one },
        { all: other, exact: other },
      ],
      articles,
    );
    expect(finding.weight).toBeCloseTo(rarity(4, 2));
    expect(scoresOf(finding)["a"]).toBeCloseTo(rarity(4, 2) * 2);
  });

  test("leave out articles that have it beside their text alone", () => {
    const articles = articlesOf(["a", "b", "c", "d"]);
    const all = [result("a", rarity(4, 2)), result("b", 0, [])];
    expect(scoresOf(scoredWord([{ all, exact: all }], articles).found)).toEqual({
      a: Number(rarity(4, 1).toFixed(6)),
    });
  });
});

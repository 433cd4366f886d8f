import { describe, expect, test } from "vitest";
import { type RankingOptions, rankedAnswers } from "../../../src/search/answering/ranking.ts";
import type { WordFinding } from "../../../src/search/answering/word-scores.ts";
import { ArticleList } from "../../../src/search/opened/article-list.ts";
import type { FoundResult } from "../../../src/search/opened/opened-index.ts";

/** Articles of the names given, newest first: so many days apart. */
function articlesOf(names: readonly string[], daysApart = 0): ArticleList {
  const articles = new ArticleList();
  articles.addPart(
    names.map((_, index) => 20_000 - index * daysApart),
    names,
  );
  return articles;
}

function result(id: string, score = 1): FoundResult {
  return { id, score, words: [0], data: () => Promise.reject(new Error("not needed")) };
}

function word(weight: number, ...results: FoundResult[]): WordFinding {
  return { weight, results };
}

function namesOf(
  articles: ArticleList,
  words: readonly WordFinding[],
  more: Partial<RankingOptions> = {},
): string[] {
  const names = [...articles.places.keys()];
  const options = { articles, recencyDays: 365, phrases: [], asPhrase: [], ...more };
  return rankedAnswers(words, options).map(({ place }) => names[place] ?? "");
}

const six = ["a", "b", "c", "d", "e", "f"];

describe("the ranking", () => {
  test("of few words puts those with all first, then those with the one that weighs most", () => {
    const common = word(0.4, ...["a", "b", "c", "d"].map((id) => result(id, 0.4)));
    const rare = word(1, result("d"), result("e"));
    // The rare word is 1 of 1.4, the common one 0.4: less than 0.6 of what the best article has.
    expect(namesOf(articlesOf(six), [common, rare])).toEqual(["d", "e"]);
  });

  test("of few words leaves out those that lack one where enough have all", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => result(id));
    expect(namesOf(articlesOf(six), [word(1, ...five, result("f", 9)), word(1, ...five)])).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
    ]);
  });

  test("of a sentence goes by the sum of the scores, and keeps articles that lack most of it", () => {
    const words = [
      word(1, result("a", 1), result("b", 4), result("c", 3)),
      word(1, result("a", 1), result("b", 4)),
      word(1, result("a", 1), result("b", 4)),
      word(1, result("a", 1)),
    ];
    // "a" has all words, and scores 4. "b" has three of four: 12 × √(3/4) = 10.4. "c" has one: 3 × √(1/4) = 1.5.
    expect(namesOf(articlesOf(six), words)).toEqual(["b", "a", "c"]);
  });

  test("of a sentence drops what has of it a word by accident", () => {
    const words = [1, 2, 3, 4].map(() => word(1, result("a", 4)));
    // With 2 ÷ 5 for the power, "a" has 16 × (4/5)^0.4 = 14.6, "b" 3 × (1/5)^0.4 = 1.6 and "c" 2 × (1/5)^0.4 = 1.1.
    expect(namesOf(articlesOf(six), [...words, word(1, result("b", 3), result("c", 2))])).toEqual(["a", "b"]);
  });

  test("takes only articles that have every quoted phrase", () => {
    const words = [word(1, result("a", 9), result("b", 1))];
    expect(namesOf(articlesOf(six), words, { phrases: [[result("b")]] })).toEqual(["b"]);
  });

  test("puts those first that have the query as a phrase", () => {
    const words = [word(1, result("a", 1.4), result("b", 1))];
    expect(namesOf(articlesOf(six), words, { asPhrase: [result("b")] })).toEqual(["b", "a"]);
  });

  test("puts the newer first where relevance is alike, and the more relevant first where it is not", () => {
    const articles = articlesOf(["new", "old"], 365);
    const of = (score: number) => word(1, result("old", score), result("new", 1));
    expect(namesOf(articles, [of(1)])).toEqual(["new", "old"]);
    // The newer gets 1.25 times its score, one that is a year older 1.125 times.
    expect(namesOf(articles, [of(1.12)])).toEqual(["old", "new"]);
    expect(namesOf(articles, [of(1.1)])).toEqual(["new", "old"]);
    // Of five words, 1.05 and 1.025 times.
    expect(namesOf(articles, [of(1.03), of(1.03), of(1.03), of(1.03), of(1.03)])).toEqual(["old", "new"]);
  });
});

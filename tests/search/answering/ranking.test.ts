import { describe, expect, test } from "vitest";
import type { FoundResult } from "/pagefind/pagefind.js";
import { type Finding, rankedAnswers } from "../../../src/search/answering/ranking.ts";
import { ArticleList } from "../../../src/search/opened/article-list.ts";

/** Articles of the names given, newest first: so many days apart, in parts. */
function articlesOf(parts: readonly (readonly string[])[], daysApart = 0): ArticleList {
  const articles = new ArticleList();
  let day = 20_000;
  for (const names of parts) {
    const days = names.map((_, index) => (index === 0 ? day : daysApart));
    articles.addPart({ days }, names);
    day -= names.length * daysApart;
  }
  return articles;
}

function result(id: string, score = 1): FoundResult {
  return { id, score, words: [], data: () => Promise.reject(new Error("not needed")) };
}

function word(...results: FoundResult[]): Finding {
  return { results, isPhrase: false };
}

function namesOf(articles: ArticleList, findings: readonly Finding[], recencyDays = 365): string[] {
  const names = [...articles.places.keys()];
  return rankedAnswers(findings, { articles, recencyDays, asPhrase: [] }).map(
    ({ place }) => names[place] ?? "",
  );
}

describe("the ranking", () => {
  test("puts those with all words first, then those with the rarer one", () => {
    const articles = articlesOf([["a", "b", "c", "d", "e", "f"]]);
    const common = word(result("a"), result("b"), result("c"), result("d"));
    const rare = word(result("d"), result("e"));
    // In six articles, a word of two weighs 1.03, one of four 0.44: alone, the second is too little.
    expect(namesOf(articles, [common, rare])).toEqual(["d", "e"]);
  });

  test("leaves out those that lack a word where enough have all", () => {
    const articles = articlesOf([["a", "b", "c", "d", "e", "f"]]);
    const five = ["a", "b", "c", "d", "e"].map((id) => result(id));
    expect(namesOf(articles, [word(...five, result("f")), word(...five)])).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("takes only articles that have every quoted phrase", () => {
    const articles = articlesOf([["a", "b"]]);
    const phrase: Finding = { results: [result("b")], isPhrase: true };
    expect(namesOf(articles, [phrase, word(result("a", 9), result("b", 1))])).toEqual(["b"]);
  });

  test("puts the newer first where relevance is alike, and the more relevant first where it is not", () => {
    const articles = articlesOf([["new", "old"]], 365);
    expect(namesOf(articles, [word(result("old", 1), result("new", 1))])).toEqual(["new", "old"]);
    // The newer gets 1.25 times its score, one that is a year older 1.125 times.
    expect(namesOf(articles, [word(result("old", 1.12), result("new", 1))])).toEqual(["old", "new"]);
    expect(namesOf(articles, [word(result("old", 1.1), result("new", 1))])).toEqual(["new", "old"]);
  });

  test("compares the scores of parts in which a word is of different rarity", () => {
    const articles = articlesOf([
      ["a", "b", "c", "d"],
      ["e", "f", "g", "h"],
    ]);
    // Pagefind scores by the rarity in each part: here 1 of 4 and 3 of 4, with N = 4 in ln(1 + (N − n + ½) ÷ (n + ½)).
    const oneOfFour = Math.log(1 + 3.5 / 1.5);
    const threeOfFour = Math.log(1 + 1.5 / 3.5);
    const found = word(
      result("a", oneOfFour),
      result("e", threeOfFour * 2),
      result("f", threeOfFour * 0.9),
      result("g", threeOfFour * 1.1),
    );
    expect(namesOf(articles, [found])).toEqual(["e", "g", "a", "f"]);
  });
});

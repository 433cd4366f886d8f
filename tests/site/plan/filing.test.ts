import { describe, expect, test } from "vitest";
import { articlesByMonth, articlesByTerm, countsOf } from "../../../src/site/plan/filing.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const site = siteOf("timezone: Asia/Seoul", "categories: [{name: News}, {name: Sport}]");
const articles = articlesOf(site, [
  ["ferry", "2026-10-31 23:00Z", "categories: [News]", "tags: [harbour]", "source: Agency"],
  ["tunnel", "2026-10-01", "categories: [News]", "tags: [harbour]", "authors: [Mei Tan]"],
  ["ice", "2025-10-01", "categories: [News]"],
]);

describe("articles are filed", () => {
  test("under each of their terms, a listed category even where it has none", () => {
    const filed = [...articlesByTerm(articles, site)].map(([term, inIt]) => [
      `${term.kind} ${term.name}`,
      inIt.map(({ title }) => title),
    ]);
    expect(filed).toEqual([
      ["category News", ["ferry", "tunnel", "ice"]],
      ["category Sport", []],
      ["tag harbour", ["ferry", "tunnel"]],
      ["source Agency", ["ferry"]],
      ["author Mei Tan", ["tunnel"]],
    ]);
  });

  test("under the months of the site's own zone", () => {
    expect(
      articlesByMonth(articles).map(({ year, month, articles: inIt }) => [year, month, inIt.length]),
    ).toEqual([
      ["2026", "11", 1],
      ["2026", "10", 1],
      ["2025", "10", 1],
    ]);
  });

  test("and counted by kind of term", () => {
    const counts = countsOf("category", articlesByTerm(articles, site));
    expect([...counts].map(([{ name }, count]) => [name, count])).toEqual([
      ["News", 3],
      ["Sport", 0],
    ]);
  });
});

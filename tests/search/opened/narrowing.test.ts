import { describe, expect, test } from "vitest";
import { ArticleList } from "../../../src/search/opened/article-list.ts";
import { allPlaces, inOrder, narrowed } from "../../../src/search/opened/narrowing.ts";
import { stateOfAddress } from "../../../src/search/opened/search-state.ts";

const nothing = { values: [], articles: "!  " };

/** Two parts of two articles each, newest first: days 20000, 19990, 19900, 19800. */
function fourArticles(): ArticleList {
  const articles = new ArticleList();
  articles.addPart([20_000, 19_990], ["en_a", "en_b"]);
  articles.addPart([19_900, 19_800], ["en_c", "en_d"]);
  const others = { tag: nothing, author: nothing, place: nothing, language: nothing, year: nothing };
  articles.addFacets({
    ...others,
    category: { values: ["Asia", "Sport"], articles: "# ## " },
    source: { values: [" wire The Wire"], articles: "!# " },
  });
  articles.addFacets({
    ...others,
    category: { values: ["Sport", "Asia"], articles: "!#$" },
    source: { values: [" wire The Wire"], articles: "!##" },
  });
  return articles;
}

function narrow(address: string) {
  const articles = fourArticles();
  const { places, counts } = narrowed(allPlaces(articles), stateOfAddress(address), articles);
  const counted = (facet: "category" | "source") =>
    Object.fromEntries([...counts[facet]].map(([{ name }, count]) => [name, count]));
  return { places, categories: counted("category"), sources: counted("source") };
}

describe("narrowing down", () => {
  test("counts the values of all parts together", () => {
    expect(narrow("")).toEqual({
      places: [0, 1, 2, 3],
      categories: { Asia: 3, Sport: 2 },
      sources: { "The Wire": 3 },
    });
  });

  test("means or within a facet and and between facets, and counts what each choice would leave", () => {
    expect(narrow("?category=asia&category=sport").places).toEqual([0, 1, 2, 3]);
    expect(narrow("?category=sport&source=wire")).toEqual({
      places: [2],
      // With The Wire chosen: articles 0 and 3 would come with Asia, 2 with Sport.
      categories: { Asia: 2, Sport: 1 },
      sources: { "The Wire": 1 },
    });
  });

  test("finds nothing for a value that no article has", () => {
    expect(narrow("?category=nowhere").places).toEqual([]);
  });

  test("keeps the days of a range, both ends among them", () => {
    // Day 19900 is 2024-06-26, day 19990 is 2024-09-24.
    expect(narrow("?from=2024-06-26&to=2024-09-24").places).toEqual([1, 2]);
  });

  test("keeps pages that are no articles, which have no day, out of every range", () => {
    const articles = new ArticleList();
    articles.addPart([20_000, 0], ["en_a", "en_about"]);
    const kept = (address: string) => narrowed(allPlaces(articles), stateOfAddress(address), articles).places;
    expect(kept("")).toEqual([0, 1]);
    expect(kept("?from=2015-01-01")).toEqual([0]);
    expect(kept("?to=2030-01-01")).toEqual([0]);
  });

  test("orders the results of all parts by their dates, those without a date last", () => {
    const ordered = (order: "newest" | "oldest" | "relevance") =>
      inOrder([2, 0, 3, 4], order, { days: [20_000, 19_990, 19_900, 19_800, 0] });
    expect(ordered("newest")).toEqual([0, 2, 3, 4]);
    expect(ordered("oldest")).toEqual([3, 2, 0, 4]);
    expect(ordered("relevance")).toEqual([2, 0, 3, 4]);
  });
});

import { expect, test } from "vitest";
import { termPlaces } from "../../../src/content/article/term-places.ts";
import { articleOf, siteOf } from "../../site-values.ts";

test("a term stands where its name is written first, whatever stands twice before it", () => {
  const lines = ["tags: [ferry, ferry, GO!]", "source: {name: Agency}", "authors:", "  - Mei  Tan"];
  const article = articleOf("A", "2026-11-20", lines);
  const placeOf = termPlaces(article);
  const { tags, authors, source } = article;
  const places = [...tags, ...authors, ...(source ? [source.term] : [])].map(placeOf);
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(["5:8", "5:22", "8:5", "6:9"]);
});

test("a term that goes by another name stands where the list of its kind begins", () => {
  const site = siteOf("categories: [{name: Business, aliases: [Economy]}]");
  const article = articleOf("A", "2026-11-20", ["categories: [Economy]"], site);
  expect(article.categories.map(termPlaces(article))).toMatchObject([{ line: 4, column: 13 }]);
});

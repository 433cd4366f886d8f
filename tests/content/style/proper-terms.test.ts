import { expect, test } from "vitest";
import { properTerms } from "../../../src/content/style/proper-terms.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

test("in a list, the only name that is near is meant; where two are, none", () => {
  const site = siteOf("categories: [{name: Business, aliases: [Economy]}, {name: Ports}, {name: Posts}]");
  const proper = properTerms(site.terms, []);
  expect(proper("category", "Buisness")).toBe("Business");
  expect(proper("category", "business")).toBe("Business");
  expect(proper("category", "ECONOMY")).toBe("Economy");
  expect(proper("category", "Business")).toBeUndefined();
  expect(proper("category", "Pots")).toBeUndefined();
  expect(proper("category", "Weather")).toBeUndefined();
});

test("without a list, the spelling of most articles is meant by those with its address, and nothing else is touched", () => {
  const articles = articlesOf(siteOf(), [
    ["A", "2026-11-20", "tags: [ferry, Harbour Tunnel]"],
    ["B", "2026-11-21", "tags: [ferry]"],
    ["C", "2026-11-22", "tags: [Ferry, ferries]"],
  ]);
  const proper = properTerms({}, articles);
  expect(proper("tag", "Ferry")).toBe("ferry");
  expect(proper("tag", "FERRY")).toBe("ferry");
  expect(proper("tag", "ferry")).toBeUndefined();
  expect(proper("tag", "ferries")).toBeUndefined();
  expect(proper("tag", "harbour-tunnel")).toBe("Harbour Tunnel");
  expect(proper("author", "Ferry")).toBeUndefined();
});

test("a word that is no slip for the commonest with its address stays: other signs, or both in one story", () => {
  const articles = articlesOf(siteOf(), [
    ["A", "2026-11-20", 'tags: [C, Go, "1.5", R B]', "authors: [Mei Tan]"],
    ["B", "2026-11-21", 'tags: [C, Go, "1.5", R B]', "authors: [Mei Tan]"],
    ["C", "2026-11-22", 'tags: [C++, "C#", GO!, "1-5", R&B, .C]'],
    ["D", "2026-11-22", "tags: [go]", 'authors: ["Tan, Mei", Mei Tan, Mei Tan., "Mei, Tan"]'],
  ]);
  const proper = properTerms({}, articles);
  expect(["C++", "C#", ".C", "1-5", "R&B"].map((name) => proper("tag", name))).toEqual(
    Array(5).fill(undefined),
  );
  expect(["GO!", "go", "“Go”", "Go…"].map((name) => proper("tag", name))).toEqual(Array(4).fill("Go"));
  // One byline has both, so that they may be two people.
  expect(proper("author", "Mei, Tan")).toBeUndefined();
  expect(proper("author", "Mei tan")).toBe("Mei Tan");
});

test("a tag that site.yaml lists is meant, however seldom it is used", () => {
  const site = siteOf("tags: [{name: Go, aliases: [Golang]}]");
  const articles = articlesOf(site, [
    ["A", "2026-11-20", "tags: [GO!]"],
    ["B", "2026-11-21", "tags: [GO!]"],
  ]);
  const proper = properTerms(site.terms, articles);
  expect(proper("tag", "GO!")).toBe("Go");
  expect(proper("tag", "Golang")).toBeUndefined();
  expect(proper("tag", "Goo")).toBeUndefined();
});

test("letter case is that of the site's language", () => {
  const articles = articlesOf(siteOf("language: tr"), [
    ["A", "2026-11-20", "tags: [ısparta]"],
    ["B", "2026-11-20", "tags: [ISPARTA]"],
    ["C", "2026-11-20", "tags: [ısparta]"],
  ]);
  expect(properTerms({}, articles, "tr")("tag", "ISPARTA")).toBe("ısparta");
});

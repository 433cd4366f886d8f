import { expect, test } from "vitest";
import { properTerms } from "../../src/content/proper-terms.ts";
import { articlesOf, siteOf } from "../site-values.ts";

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

test("without a list, the letter case of most articles is meant, and nothing else is touched", () => {
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
  expect(proper("tag", "harbour-tunnel")).toBeUndefined();
  expect(proper("author", "Ferry")).toBeUndefined();
});

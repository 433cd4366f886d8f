import { describe, expect, test } from "vitest";
import { pageKeys } from "../../../src/publish/changes/page-key.ts";
import { articleOf } from "../../site-values.ts";

const keyOf = pageKeys((kind) => `basis of ${kind}`);

describe("the key of a page", () => {
  const article = articleOf("A", "2026-11-20");
  const sources = { article, number: 1, others: [article], words: { latest: "x".repeat(200) } };

  test("is the same for the same sources", () => {
    expect(keyOf("article", { ...sources })).toBe(keyOf("article", sources));
    expect(keyOf("article", { ...sources, words: { ...sources.words } })).toBe(keyOf("article", sources));
    expect(keyOf("article", { ...sources, article: articleOf("A", "2026-11-20") })).toBe(
      keyOf("article", sources),
    );
  });

  test.for([
    ["another kind of page", "listing", {}],
    ["another article", "article", { article: articleOf("B", "2026-11-20") }],
    ["one article fewer", "article", { others: [] }],
    ["another number", "article", { number: 2 }],
    ["another word in a long value", "article", { words: { latest: `${"x".repeat(199)}y` } }],
    ["a value that is gone", "article", { number: undefined }],
  ] as const)("is another for %s", ([, kind, changed]) => {
    expect(keyOf(kind, { ...sources, ...changed })).not.toBe(keyOf("article", sources));
  });

  test("is another where what all pages of a kind rest on is another", () => {
    expect(pageKeys(() => "other")("article", sources)).not.toBe(keyOf("article", sources));
  });
});

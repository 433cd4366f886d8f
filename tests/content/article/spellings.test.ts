import { describe, expect, test } from "vitest";
import { contestedAddresses, isSlip, spellingsIn } from "../../../src/content/article/spellings.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

describe("spellings with one address", () => {
  const articles = articlesOf(siteOf(), [
    ["b", "2026-11-20", "tags: [Go, C]"],
    ["a", "2026-11-21", "tags: [GO!]", "authors: [Go]"],
    ["a-10", "2026-11-21", 'tags: [GO!, C, C++, "C#"]'],
    ["a-9", "2026-11-21", "tags: [go, C++]"],
  ]);

  test("are found by kind and slug", () => {
    expect(contestedAddresses(articles, {})).toEqual(new Set(["tag/go", "tag/c"]));
    expect(contestedAddresses(articles.slice(0, 1), {})).toEqual(new Set());
  });

  test("are counted by article, and the commonest is meant; of two as common that of the first file", () => {
    const { meant: go } = spellingsIn(articles, {}).get("tag/go") ?? {};
    expect(go).toMatchObject({ term: { name: "GO!" }, count: 2, file: "articles/a.md" });
    const { meant: c, besideMeant } = spellingsIn(articles, {}).get("tag/c") ?? {};
    expect(c).toMatchObject({ term: { name: "C++" }, count: 2, file: "articles/a-9.md" });
    expect(besideMeant).toEqual(new Set(["C", "C#"]));
    expect(spellingsIn(articles.toReversed(), {}).get("tag/c")?.meant).toEqual(c);
  });

  test("are no slips where both stand in one article, or their signs differ", () => {
    const spellings = spellingsIn(articles, {});
    const [go, c] = [spellings.get("tag/go"), spellings.get("tag/c")];
    expect(go && ["Go", "go", "Go?", "-go-", "G.O"].map((name) => isSlip(name, go))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(go && ["Go+", "#go", ".go", "@go"].map((name) => isSlip(name, go))).toEqual(Array(4).fill(false));
    expect(c && ["C", "C#", "c++"].map((name) => isSlip(name, c))).toEqual([false, false, true]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Term, TermList } from "../../../../../src/content/names/terms.ts";
import {
  cutCategoryLine,
  guessedCategories,
  isCategoryLine,
} from "../../../../../src/newsroom/import/formats/pasted/category-line.ts";

const list = listOf(["Asia", "Science and Health", "Science", "Health", "Women's Rights", "R & D"]);

describe("a line of categories", () => {
  test.for([
    ["Asia Science and Health Science", ["Asia", "Science and Health", "Science"]],
    ["Science Health", ["Science", "Health"]],
    ["asia, SCIENCE; Health | Asia", ["Asia", "Science", "Health"]],
    ["Women’s  Rights · R & D", ["Women's Rights", "R & D"]],
    ["", []],
  ] as const)("%j holds %j", ([line, names]) => {
    expect(cutCategoryLine(line, list)).toEqual({ names, unknown: [] });
  });

  test("tells what fits no category, and where it stands", () => {
    expect(cutCategoryLine("Asia Women's Rigths Gardening", list)).toEqual({
      names: ["Asia"],
      unknown: [
        { text: "Women's Rigths", offset: 5 },
        { text: "Gardening", offset: 20 },
      ],
    });
  });

  test("of any categories in any order gives them back", () => {
    const names = fc.uniqueArray(fc.constantFrom("Asia", "Business", "Night Life", "Tea"));
    const disjoint = listOf(["Asia", "Business", "Night Life", "Tea"]);
    fc.assert(
      fc.property(names, (some) => {
        expect(cutCategoryLine(some.join(" "), disjoint)).toEqual({ names: some, unknown: [] });
      }),
    );
  });

  test("is told from a headline: every word fits, or, where typing mistakes are allowed, is near", () => {
    expect(isCategoryLine("Asia Health", list)).toBe(true);
    expect(isCategoryLine("Asia Helth", list)).toBe(false);
    expect(isCategoryLine("Asia Helth", list, true)).toBe(true);
    expect(isCategoryLine("Ferry returns to Asia", list, true)).toBe(false);
    expect(isCategoryLine("", list)).toBe(false);
  });
});

describe("a line of categories on a site without a list", () => {
  test.for([
    ["Asia, Science and Health, Asia", ["Asia", "Science and Health"]],
    ["Asia  Science and Health", ["Asia", "Science and Health"]],
    ["Asia | R & D", ["Asia", "R & D"]],
    ["Asia R & D Health", ["Asia", "R & D", "Health"]],
    ["  ", []],
  ] as const)("%j is taken for %j", ([line, names]) => {
    expect(guessedCategories(line)).toEqual(names);
  });
});

function listOf(names: readonly string[]): TermList {
  const terms = names.map((name): Term => ({ kind: "category", name, slug: name }));
  return { terms, byName: new Map(terms.map((term) => [term.name, term])) };
}

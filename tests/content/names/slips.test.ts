import fc from "fast-check";
import { expect, test } from "vitest";
import { slipsBetween } from "../../../src/content/names/slips.ts";

test.for([
  ["title", "title", 0],
  ["tilte", "title", 1],
  ["Asai", "Asia", 1],
  ["catgeoires", "categories", 2],
  ["ab", "ba", 1],
  ["abc", "ca", 3],
  ["kitten", "sitting", 3],
  ["", "abc", 3],
] as const)("from %s to %s it is %i", ([word, other, slips]) => {
  expect(slipsBetween(word, other, 5)).toBe(slips);
});

test("more than the limit are said to be more", () => {
  expect(slipsBetween("sport", "weather", 1)).toBeGreaterThan(1);
  expect(slipsBetween("tilte", "tides", 1)).toBeGreaterThan(1);
});

/** The definition, word for word: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance */
function defined(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const isSwap = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    defined(restA, b) + 1,
    defined(a, restB) + 1,
    defined(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    ...(isSwap ? [defined(a.slice(0, -2), b.slice(0, -2)) + 1] : []),
  );
}

test("their number is the one of the definition, as far as it matters", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.nat(5), (a, b, limit) => {
      const slips = defined(a, b);
      const found = slipsBetween(a, b, limit);
      if (slips <= limit) expect(found).toBe(slips);
      else expect(found).toBeGreaterThan(limit);
    }),
  );
});

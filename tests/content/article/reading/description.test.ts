import fc from "fast-check";
import { expect, test } from "vitest";
import {
  descriptionLimitCharacters,
  standInFor,
} from "../../../../src/content/article/reading/description.ts";

test("a first paragraph of 200 characters stands in for a description whole", () => {
  const text = `${"word ".repeat(39)}words`;
  expect([...text]).toHaveLength(200);
  expect(standInFor(text)).toBe(text);
  expect(standInFor("🚢".repeat(200))).toBe("🚢".repeat(200));
});

test("a longer one is cut after a word, with an ellipsis for the rest", () => {
  expect(standInFor(`${"word ".repeat(39)}words.`)).toBe(`${"word ".repeat(38)}word…`);
  expect(standInFor(`${"a".repeat(150)}, “${"b".repeat(90)}”`)).toBe(`${"a".repeat(150)}…`);
  expect(standInFor(`${"a".repeat(150)}. ${"b".repeat(90)}`)).toBe(`${"a".repeat(150)}.`);
});

test("one without spaces is cut between letters, however many characters a letter has", () => {
  expect(standInFor("経".repeat(2000))).toBe(`${"経".repeat(199)}…`);
  const family = "👨‍👩‍👧‍👦"; // seven characters
  expect(standInFor(family.repeat(100))).toBe(`${family.repeat(28)}…`);
});

test("what stands in is the beginning of the text and has at most 200 characters", () => {
  const long = fc.array(fc.string({ unit: "grapheme" }), { minLength: 30 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(long, (text) => {
      const standIn = standInFor(text);
      expect([...standIn].length).toBeLessThanOrEqual(descriptionLimitCharacters);
      expect(text.startsWith(standIn) || text.startsWith(standIn.slice(0, -1))).toBe(true);
      expect(standIn).not.toMatch(/\p{Cs}/u);
    }),
  );
});

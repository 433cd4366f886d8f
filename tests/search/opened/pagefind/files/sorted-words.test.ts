import { expect, test } from "vitest";
import { sortedText, sortedWords } from "../../../../../src/search/opened/pagefind/files/sorted-words.ts";

test("words in their order are written without what they share with the one before", () => {
  // "anchored" has the six letters of "anchor", and "ankle" two: G and C.
  const words = ["anchor", "anchored", "ankle", "été", "日本", "quay"];
  expect(sortedText(words)).toBe("AanchorGedCkleAétéA日本Aquay");
  expect(sortedWords("AanchorGedCkleAétéA日本Aquay")).toEqual(words);
});

test("words share at most as many letters as there are letters to count them", () => {
  const words = ["a".repeat(30), "a".repeat(31)];
  expect(sortedWords(sortedText(words))).toEqual(words);
  expect(sortedText(words).at(-7)).toBe("Z");
});

test("words share no half of a letter that is two halves in memory", () => {
  // Tangut stands for vowel signs: their second halves alone differ.
  const words = ["द\u{1703c}", "द\u{1703d}"];
  expect(sortedText(words)).toBe("Aद\u{1703c}B\u{1703d}");
  expect(sortedWords(sortedText(words))).toEqual(words);
});

test("a word of letters that count is refused", () => {
  expect(() => sortedText(["anchor", "Quay"])).toThrow('"Quay"');
});

test("an empty word and no words are written, too", () => {
  expect(sortedWords(sortedText(["", "a", "a"]))).toEqual(["", "a", "a"]);
  expect(sortedWords(sortedText([]))).toEqual([]);
});

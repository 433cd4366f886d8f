import { expect, test } from "vitest";
import { CompoundWords } from "../../../../src/search/making/words/compound-words.ts";
import { WordNumbers } from "../../../../src/search/making/words/word-numbers.ts";

/** How the words of texts are written in others. */
function waysOf(...texts: readonly string[]): string[][] {
  const numbers = new WordNumbers();
  const compounds = new CompoundWords(numbers);
  for (const text of texts) {
    compounds.add(Uint32Array.from(text.split(" "), (word) => numbers.numberOf(word)));
  }
  return texts.map((_, place) => [...compounds.otherWays(place)]);
}

test("a word that stands as one here and as two there is found either way", () => {
  expect(waysOf("the ceasefire holds", "they cease fire now", "no fire")).toEqual([
    ["cease", "fire"],
    ["ceasefire"],
    [],
  ]);
});

test("a word that always stands as one, or always as two, is written no other way", () => {
  expect(waysOf("the ceasefire", "cease the fire")).toEqual([[], []]);
  expect(waysOf("cease fire", "the fire")).toEqual([[], []]);
});

test("two short words are not put together", () => {
  expect(waysOf("go into town", "come in to town")).toEqual([[], []]);
});

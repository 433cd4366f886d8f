import { expect, test } from "vitest";
import { CompoundWords } from "../../../../src/search/making/words/compound-words.ts";

/** How the words of texts are written in others. */
function waysOf(...texts: readonly string[]): string[][] {
  const compounds = new CompoundWords();
  const known = new Map<string, number>();
  for (const text of texts) {
    const words = text.split(" ");
    compounds.add(words);
    for (const word of words) known.set(word, (known.get(word) ?? 0) + 1);
  }
  return texts.map((_, place) => [...compounds.otherWays(place, known)]);
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

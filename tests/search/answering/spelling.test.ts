import { describe, expect, test } from "vitest";
import { nearestWord } from "../../../src/search/answering/spelling.ts";
import { knownWords } from "../../../src/search/opened/known-words.ts";

const known = knownWords([
  {
    caisson: 1,
    season: 40,
    harbour: 90,
    "govern/ment": 60,
    govern: 10,
    hafenbehörde: 2,
    항만공사: 3,
    cod: 9,
    "land/ing": 5,
    "rid/ing": 5,
    "train/ing": 8,
    oyster: 2,
    police: 20,
    horse: 7,
    ferry: 30,
    rank: 4,
  },
]);

describe("a word that stands nowhere", () => {
  test.for([
    ["caison", "caisson"],
    ["harbuor", "harbour"],
    ["goverment", "government"],
    ["oister", "oyster"],
    ["polce", "police"],
    ["fery", "ferry"],
    ["behörde", "hafenbehörde"],
    ["공사", "항만공사"],
  ])("such as %s was meant to be %s", ([word = "", meant]) => {
    expect(nearestWord(word, known)).toBe(meant);
  });

  test.for(["zzzzzz", "cot", "planning", "rising", "rain", "house", "bank"])(
    "such as %s is no other",
    (word) => {
      expect(nearestWord(word, known)).toBeUndefined();
    },
  );
});

import { describe, expect, test } from "vitest";
import { isSameWord, nearestWord } from "../../../src/search/answering/spelling.ts";

const known = new Map([
  ["caisson", 1],
  ["season", 40],
  ["harbour", 90],
  ["government", 60],
  ["governor", 10],
  ["hafenbehörde", 2],
  ["항만공사", 3],
  ["cod", 9],
]);

describe("a word that stands nowhere", () => {
  test.for([
    ["caison", "caisson"],
    ["harbuor", "harbour"],
    ["goverment", "government"],
    ["behörde", "hafenbehörde"],
    ["공사", "항만공사"],
    ["zzzzzz", undefined],
    ["cot", undefined],
  ])("such as %s was meant to be %s", ([word = "", meant]) => {
    expect(nearestWord(word, known)).toBe(meant);
  });

  test.for([
    ["evacuated", "evacuate", true],
    ["tun", "tunnel", true],
    ["muller", "müllers", true],
    ["earthqake", "earth", false],
    ["electric", "elect", false],
  ] as const)("is told from those that are found: %s and %s, %s", ([word, found, isSame]) => {
    expect(isSameWord(word, found)).toBe(isSame);
  });
});

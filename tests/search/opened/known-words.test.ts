import { expect, test } from "vitest";
import { knownWords } from "../../../src/search/opened/known-words.ts";

test("the vocabulary of all parts tells in how many articles a word stands, and how long its ending is", () => {
  expect([...knownWords([{ "rid/ing": 2, ferry: 1 }, { "rid/ing": 3 }])]).toEqual([
    ["riding", { count: 5, ending: 3 }],
    ["ferry", { count: 1, ending: 0 }],
  ]);
});

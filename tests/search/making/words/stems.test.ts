import { expect, test } from "vitest";
import { endingsIn } from "../../../../src/search/making/words/stems.ts";

test.for([
  ["en", "riding", 3],
  ["en", "policies", 2],
  ["en", "oyster", 0],
  ["fr", "élections", 4],
  ["de", "häusern", 3],
  ["ko", "항만이", 0],
] as const)("in %s, the ending of %s has %d letters", async ([language, word, length]) => {
  expect((await endingsIn(language))(word)).toBe(length);
});

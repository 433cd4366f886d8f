import { diffArrays } from "diff";
import { expect, test } from "vitest";
import { stretchesOf } from "../../../src/content/writing/stretches.ts";

test("two lists are cut where they agree and where they do not, with what stands in the place of what", () => {
  const before = ["a", "b", "c", "d"];
  const after = ["x", "a", "y", "z", "d"];
  expect(stretchesOf(diffArrays(before, after))).toEqual([
    { isSame: false, before: [], after: ["x"] },
    { isSame: true, before: ["a"], after: ["a"] },
    { isSame: false, before: ["b", "c"], after: ["y", "z"] },
    { isSame: true, before: ["d"], after: ["d"] },
  ]);
  expect(stretchesOf(diffArrays(before, []))).toEqual([{ isSame: false, before, after: [] }]);
});

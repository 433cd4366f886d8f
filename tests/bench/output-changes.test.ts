import { expect, test } from "vitest";
import { changeCounts, changedPaths } from "./output-changes.ts";

const before = new Map([
  ["index.html", "old"],
  ["about/index.html", "same"],
  ["gone/index.html", "gone"],
  ["pagefind/part/a.pf_index", "old"],
]);
const after = new Map([
  ["index.html", "newer"],
  ["about/index.html", "same"],
  ["2026/11/story/index.html", "story"],
  ["pagefind/part/a.pf_index", "1234567"],
]);

test("files that are new, different or gone count as changed by a push, those of the search by themselves", () => {
  expect(changedPaths(before, after)).toEqual([
    "2026/11/story/index.html",
    "gone/index.html",
    "index.html",
    "pagefind/part/a.pf_index",
  ]);
  // "newer", "story" and "1234567": a file that is gone has no bytes to carry.
  expect(changeCounts(before, after)).toEqual({
    "files changed outside /pagefind/": 3,
    "files changed in /pagefind/": 1,
    "bytes changed": 5 + 5 + 7,
  });
});

test("a push that changes nothing counts nothing", () => {
  expect(changeCounts(before, before)).toEqual({
    "files changed outside /pagefind/": 0,
    "files changed in /pagefind/": 0,
    "bytes changed": 0,
  });
});

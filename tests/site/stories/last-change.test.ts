import { expect, test } from "vitest";
import { lastChangeOf } from "../../../src/site/stories/last-change.ts";
import { articleOf } from "../../site-values.ts";

test.for([
  ["its date where nothing changed it since", [], "2026-11-20T08:30:00Z"],
  ["its update", ["updated: 2026-11-21"], "2026-11-21T00:00:00Z"],
  [
    "a correction after the update",
    ["updated: 2026-11-21", "corrections: [{date: 2026-11-22, text: A}]"],
    "2026-11-22T00:00:00Z",
  ],
  [
    "never before its date",
    ["updated: 2026-11-20", "corrections: [{date: 2026-11-20, text: A}]"],
    "2026-11-20T08:30:00Z",
  ],
] as const)("the last change of an article is %s", ([, lines, change]) => {
  expect(lastChangeOf(articleOf("A", "2026-11-20 08:30", lines)).iso).toBe(change);
});

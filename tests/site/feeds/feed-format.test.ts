import { expect, test } from "vitest";
import { framed } from "../../../src/site/feeds/feed-format.ts";

test.for([
  ["no entry", [], "«»"],
  ["one entry", ["항구"], "«항구»"],
  ["several entries", ["항구", "🚢", "c"], "«항구·🚢·c»"],
] as const)("a feed of %s is its frame and they", ([, entries, text]) => {
  const bytes = framed(
    { start: "«", between: "·", end: "»" },
    entries.map((entry) => Buffer.from(entry)),
  );
  expect(Buffer.from(bytes).toString()).toBe(text);
});

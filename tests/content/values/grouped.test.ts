import { expect, test } from "vitest";
import { grouped } from "../../../src/content/values/grouped.ts";

test("values are grouped by name, in the order in which they come", () => {
  const groups = grouped(["2026-03-02", "2025-12-31", "2026-01-01"], (day) => day.slice(0, 4));
  expect([...groups]).toEqual([
    ["2026", ["2026-03-02", "2026-01-01"]],
    ["2025", ["2025-12-31"]],
  ]);
});

test("no values are no groups", () => {
  expect([...grouped([], String)]).toEqual([]);
});

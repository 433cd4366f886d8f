import { expect, test } from "vitest";
import { dayNumber, splitFacetValue } from "../../src/search/index-format.ts";

test.for([
  ["1970-01-01", 0],
  ["1970-02-01", 31],
  // 56 years of 365 days, 14 leap days, and 304 days of 2026 before November.
  ["2026-11-01", 20_758],
  ["2026-13-01", Number.NaN],
  ["2026-11", Number.NaN],
  ["", Number.NaN],
] as const)("the day %j has the number %d", ([day, number]) => {
  expect(dayNumber(day)).toBe(number);
});

test("the value of a facet is a slug and a name, which may hold spaces", () => {
  expect(splitFacetValue("night-ferry Night Ferry")).toEqual({ slug: "night-ferry", name: "Night Ferry" });
  expect(splitFacetValue("2026")).toEqual({ slug: "2026", name: "2026" });
});

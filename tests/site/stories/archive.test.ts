import { expect, test } from "vitest";
import { monthAddress, yearAddress } from "../../../src/site/stories/archive.ts";

test("the archive has an address for each year, and below it for each month", () => {
  expect(yearAddress("2026")).toBe("/archive/2026/");
  expect(monthAddress("2026", "03")).toBe("/archive/2026/03/");
});

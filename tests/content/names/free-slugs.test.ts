import { expect, test } from "vitest";
import { freeSlugs } from "../../../src/content/names/free-slugs.ts";

test("the second of one slug gets a number, and no slug is given twice", () => {
  const free = freeSlugs(["ferry", "harbour-2"]);
  const slugs = ["ferry", "ferry", "harbour", "harbour", "ferry-2", "ferry"];
  expect(slugs.map(free)).toEqual(["ferry-2", "ferry-3", "harbour", "harbour-3", "ferry-2-2", "ferry-4"]);
});

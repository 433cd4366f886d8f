import { expect, test } from "vitest";
import {
  addressWithMetas,
  dayNumber,
  facetValueText,
  letterPlace,
  placeLetter,
  placesIn,
  placesText,
  splitAddress,
  splitFacetValue,
} from "../../src/search/index-format.ts";

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

test("an address is kept apart from what a result shows, one with spaces, too", () => {
  const meta = { title: "Press kit" };
  expect(splitAddress(addressWithMetas("/Press Kit/", meta))).toEqual({ url: "/Press%20Kit/", meta });
});

test("the value of a facet is a slug and a name, which may hold spaces", () => {
  // Where the slug follows from the name, it is not written down.
  expect(facetValueText("night-ferry Night Ferry")).toBe("Night Ferry");
  expect(splitFacetValue("Night Ferry")).toEqual({ slug: "night-ferry", name: "Night Ferry" });
  expect(facetValueText("cpp C++ today")).toBe(" cpp C++ today");
  expect(splitFacetValue(" cpp C++ today")).toEqual({ slug: "cpp", name: "C++ today" });
  expect(splitFacetValue(facetValueText("2026 2026"))).toEqual({ slug: "2026", name: "2026" });
});

test("every place in a list has a letter of its own, which is neither a space nor half of one", () => {
  expect(placeLetter(0)).toBe("#");
  const places = [0, 1, 57, 91, 92, 55_260, 55_261, 70_000];
  const letters = places.map(placeLetter);
  expect(letters.map(letterPlace)).toEqual(places);
  expect(letters.filter((letter) => letter.trim() === "" || /\p{Surrogate}/u.test(letter))).toEqual([]);
});

test("the places of articles in a list are written by how far each is from the one before", () => {
  const several = [[0, 1, 4], [], [2]];
  // Letters begin with "#": the fourth place is two further than the one after the first two.
  expect(placesText(several)).toBe("##%  % ");
  expect(placesIn("##%  % ")).toEqual(several);
  // In their order, however an article names them.
  expect(placesText([[4, 0, 1], [], [2]])).toBe("##%  % ");
});

test("where no article has several, each has a letter alone", () => {
  const single = [[0], [], [3]];
  expect(placesText(single)).toBe("!# &");
  expect(placesIn("!# &")).toEqual(single);
  expect(placesIn(placesText([]))).toEqual([]);
});

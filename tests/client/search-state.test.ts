import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressOfState,
  isEmptyState,
  splitFilterValue,
  stateOfAddress,
} from "../../src/client/search-state.ts";
import { slugOf } from "../../src/content/slug.ts";

const nothingChosen = { category: [], tag: [], source: [], year: [] };

describe("the address of a search", () => {
  test("holds what was typed and chosen", () => {
    const state = {
      query: "night ferry & 항구",
      chosen: { ...nothingChosen, category: ["asia", "경제"], year: ["2026"] },
    };
    const address =
      "/search/?q=night+ferry+%26+%ED%95%AD%EA%B5%AC&category=asia&category=%EA%B2%BD%EC%A0%9C&year=2026";
    expect(addressOfState(state)).toBe(address);
    expect(stateOfAddress(new URL(address, "https://small.example").search)).toEqual(state);
  });

  test("may be written by hand, with names for slugs, twice, and with words it does not know", () => {
    expect(
      stateOfAddress("?category=Science and Health&category=science-and-health&tag=?!&colour=red"),
    ).toEqual({
      query: "",
      chosen: { ...nothingChosen, category: ["science-and-health"] },
    });
  });

  test("without anything is that of the search page", () => {
    expect(addressOfState({ query: "", chosen: nothingChosen })).toBe("/search/");
    expect(stateOfAddress("")).toEqual({ query: "", chosen: nothingChosen });
  });

  test("leads back to the search it was made of", () => {
    const slugs = fc.uniqueArray(
      fc
        .string({ unit: "grapheme" })
        .map(slugOf)
        .filter((slug) => slug !== ""),
    );
    const states = fc.record({
      query: fc.string({ unit: "grapheme", maxLength: 100 }),
      chosen: fc.record({ category: slugs, tag: slugs, source: slugs, year: slugs }),
    });
    fc.assert(
      fc.property(states, (state) => {
        const { search } = new URL(addressOfState(state), "https://small.example");
        expect(stateOfAddress(search)).toEqual(state);
      }),
    );
  });

  test("holds no more of a text than a search can take", () => {
    expect(stateOfAddress(`?q=${"a".repeat(10_000)}`).query).toBe("a".repeat(300));
  });
});

test("there is nothing to search for until something is typed or chosen", () => {
  expect(isEmptyState({ query: "  ", chosen: nothingChosen })).toBe(true);
  expect(isEmptyState({ query: "a", chosen: nothingChosen })).toBe(false);
  expect(isEmptyState({ query: "", chosen: { ...nothingChosen, tag: ["ferry"] } })).toBe(false);
});

test("a choice is shown by its name and known by its slug", () => {
  expect(splitFilterValue("science-and-health Science and Health")).toEqual({
    slug: "science-and-health",
    name: "Science and Health",
  });
  expect(splitFilterValue("2026")).toEqual({ slug: "2026", name: "2026" });
});

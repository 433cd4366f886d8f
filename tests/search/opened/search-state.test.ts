import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressOfState,
  orders,
  stateOfAddress,
  withChoice,
} from "../../../src/search/opened/search-state.ts";

describe("the state of a search", () => {
  test("stands in the address", () => {
    const address =
      "/search/?q=night+ferry&category=asia&category=business&place=hong-kong&from=2026-01-01&to=2026-11-20&order=newest&show=30";
    const state = stateOfAddress(address.slice(address.indexOf("?")));
    expect(state).toEqual({
      query: "night ferry",
      chosen: {
        category: ["asia", "business"],
        tag: [],
        source: [],
        author: [],
        place: ["hong-kong"],
        year: [],
        language: [],
      },
      from: "2026-01-01",
      to: "2026-11-20",
      order: "newest",
      shown: 30,
    });
    expect(addressOfState(state)).toBe(address);
  });

  test("takes names for slugs, and leaves out what makes no sense", () => {
    const state = stateOfAddress("?category=Asia&tag=&from=2026-13-45&to=yesterday&order=up&show=x");
    expect(addressOfState(state)).toBe("/search/?category=asia");
  });

  test("reads the ends of lines in a shared address as spaces, as the words were pasted", () => {
    expect(stateOfAddress("?q=night%0D%0Aferry%0Areturns").query).toBe("night ferry returns");
  });

  test("takes a choice in and out, and leaves all others as they are", () => {
    const state = stateOfAddress("?q=ferry&category=asia&year=2026");
    const more = withChoice(state, "category", "business", true);
    expect(addressOfState(more)).toBe("/search/?q=ferry&category=asia&category=business&year=2026");
    expect(addressOfState(withChoice(more, "category", "asia", false))).toBe(
      "/search/?q=ferry&category=business&year=2026",
    );
    expect(withChoice(state, "category", "asia", true)).toEqual(state);
    expect(withChoice(state, "year", "2025", false)).toEqual(state);
  });

  test("comes back whole from its address, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 100 }),
        fc.constantFrom(...orders),
        (query, order) => {
          const state = { ...stateOfAddress(""), query, order };
          const address = addressOfState(state);
          expect(stateOfAddress(address.slice("/search/".length))).toEqual(state);
        },
      ),
    );
  });
});

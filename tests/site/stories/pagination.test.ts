import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stablePages } from "../../../src/site/stories/pagination.ts";

/** 5 is the newest of five. */
const numbers = (count: number) => Array.from({ length: count }, (_, index) => count - index);

const counts = fc.nat({ max: 500 });
const pageSizes = fc.integer({ min: 1, max: 40 });

describe("the pages of a listing", () => {
  test("are the newest end and full pages, counted from the oldest", () => {
    expect(stablePages(numbers(8), 3)).toEqual([
      { number: undefined, items: [8, 7, 6, 5, 4], older: 1 },
      { number: 1, items: [3, 2, 1], older: undefined },
    ]);
    expect(stablePages(numbers(9), 3)).toEqual([
      { number: undefined, items: [9, 8, 7], older: 2 },
      { number: 2, items: [6, 5, 4], older: 1 },
      { number: 1, items: [3, 2, 1], older: undefined },
    ]);
  });

  test("are one, and be it empty, until two are full", () => {
    expect(stablePages([], 3)).toEqual([{ number: undefined, items: [], older: undefined }]);
    expect(stablePages(numbers(5), 3)).toEqual([
      { number: undefined, items: [5, 4, 3, 2, 1], older: undefined },
    ]);
  });

  test("show every article once, from the newest to the oldest", () => {
    fc.assert(
      fc.property(counts, pageSizes, (count, pageSize) => {
        expect(stablePages(numbers(count), pageSize).flatMap(({ items }) => items)).toEqual(numbers(count));
      }),
    );
  });

  test("have the page size, and the newest end less than twice that", () => {
    fc.assert(
      fc.property(counts, pageSizes, (count, pageSize) => {
        const [newestEnd, ...closed] = stablePages(numbers(count), pageSize).map(({ items }) => items.length);
        expect(closed.filter((size) => size !== pageSize)).toEqual([]);
        expect(newestEnd).toBeGreaterThanOrEqual(Math.min(count, pageSize));
        expect(newestEnd).toBeLessThan(2 * pageSize);
      }),
    );
  });

  test("lead from each to the next older one", () => {
    fc.assert(
      fc.property(counts, pageSizes, (count, pageSize) => {
        const pages = stablePages(numbers(count), pageSize);
        expect(pages.map(({ older }) => older)).toEqual([
          ...pages.slice(1).map(({ number }) => number),
          undefined,
        ]);
        expect(pages.slice(1).map(({ number }) => number)).toEqual(numbers(pages.length - 1));
      }),
    );
  });

  test("stay as they are, all but the newest end, when newer articles come", () => {
    fc.assert(
      fc.property(counts, fc.nat({ max: 50 }), pageSizes, (count, newer, pageSize) => {
        const closed = stablePages(numbers(count), pageSize).slice(1);
        const after = stablePages(numbers(count + newer), pageSize).slice(1);
        expect(after.slice(after.length - closed.length)).toEqual(closed);
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import {
  type Diagnostic,
  errorAt,
  hasErrors,
  inReadingOrder,
  placesIn,
} from "../../../src/content/diagnostics/diagnostic.ts";

describe("a place in a file", () => {
  const text = "one\ntwo 🚢 x\n";

  test.for([
    [0, 3, 1, "one"],
    [3, 3, 4, "one"],
    [4, 4, 1, "two 🚢 x"],
    // The ship is two UTF-16 units, as editors count.
    [11, 4, 8, "two 🚢 x"],
    [13, 5, 1, ""],
    [-5, 3, 1, "one"],
    [99, 5, 1, ""],
  ] as const)("at offset %i is line %i, column %i", ([offset, line, column, sourceLine]) => {
    expect(placesIn("a.md", text, 2)(offset)).toEqual({ file: "a.md", line, column, sourceLine });
  });
});

describe("diagnostics", () => {
  const at = (file: string, line: number, column: number, message = "m") =>
    errorAt({ file, line, column }, "bad-date", message);

  test("are told in the order of reading: file, line, column, and then by what they say", () => {
    const sorted = [at("a", 2, 9), at("a", 10, 1), at("a", 10, 3, "b"), at("a", 10, 3, "c"), at("b", 1, 1)];
    expect(inReadingOrder([4, 3, 0, 2, 1].flatMap((index) => sorted[index] ?? []))).toEqual(sorted);
  });

  test("keep a site from being published where one is an error", () => {
    const warning: Diagnostic = { ...at("a", 1, 1), severity: "warning" };
    expect(hasErrors([])).toBe(false);
    expect(hasErrors([warning])).toBe(false);
    expect(hasErrors([warning, at("a", 1, 1)])).toBe(true);
  });
});

import { describe, expect, test } from "vitest";
import { newSeries, seriesAddress } from "../../../src/content/names/series.ts";

describe("a series", () => {
  test("has an address of its name, in any script", () => {
    expect(newSeries("Port of Tomorrow")).toEqual({ name: "Port of Tomorrow", slug: "port-of-tomorrow" });
    expect(newSeries("항구의 밤")).toEqual({ name: "항구의 밤", slug: "항구의-밤" });
    expect(newSeries("IŞIK", "tr")).toEqual({ name: "IŞIK", slug: "ışık" });
    expect(seriesAddress({ name: "항구의 밤", slug: "항구의-밤" })).toBe("/series/항구의-밤/");
  });

  test("needs a letter or a digit, and may not be longer than a folder's name can be", () => {
    expect(newSeries("?!")).toEqual({
      code: "empty-slug",
      message: 'the series "?!" has no letter or digit to make an address from; use a word',
    });
    expect(newSeries("a".repeat(241))).toMatchObject({ code: "slug-too-long" });
  });
});

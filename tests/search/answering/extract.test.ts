import { describe, expect, test } from "vitest";
import { extractOf } from "../../../src/search/answering/extract.ts";

describe("the extract of a story", () => {
  test("marks the words that were found", () => {
    expect(extractOf("The first cars went down. \u2063Tunnel opens.", [1, 4])).toEqual([
      { text: "The ", isMatch: false },
      { text: "first", isMatch: true },
      { text: " cars went ", isMatch: false },
      { text: "down.", isMatch: true },
    ]);
  });

  test("is cut around the place where most words were found", () => {
    const words = Array.from({ length: 100 }, (_, place) => `w${place}`);
    const text =
      extractOf(words.join(" "), [3, 60, 62, 63])
        ?.map((part) => part.text)
        .join("") ?? "";
    // 6 words before the first of the three, 32 in all.
    expect(text.startsWith("… w54 w55")).toBe(true);
    expect(text.endsWith("w84 w85 …")).toBe(true);
  });

  test("is none where the words stand in the headline alone", () => {
    expect(extractOf("The first cars. \u2063Tunnel opens.", [3])).toBeUndefined();
  });

  test("shows Japanese without the spaces it was indexed with", () => {
    expect(extractOf("東京\u2060 の\u2060 港", [2])).toEqual([
      { text: "東京の", isMatch: false },
      { text: "港", isMatch: true },
    ]);
  });

  test("begins with no dash, and has no marks of footnotes", () => {
    expect(extractOf("— The cars[1] went down.[2] A note ↩︎ ends", [1, 2])).toEqual([
      { text: "The", isMatch: true },
      { text: " ", isMatch: false },
      { text: "cars", isMatch: true },
      { text: " went down. A note ends", isMatch: false },
    ]);
  });

  test("keeps markup as text", () => {
    expect(extractOf("a <b>bold</b> word", [1])).toEqual([
      { text: "a ", isMatch: false },
      { text: "<b>bold</b>", isMatch: true },
      { text: " word", isMatch: false },
    ]);
  });
});

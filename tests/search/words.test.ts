import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalText, otherSpelling, spacedText, wordsOf } from "../../src/search/words.ts";

describe("words of the search", () => {
  test.for([
    ["The U.S. and the G7", ["the", "us", "and", "the", "g7"]],
    ["the women’s league", ["the", "womens", "league"]],
    ["the women's league", ["the", "womens", "league"]],
    ["O’Brien, 75th—and last", ["obrien", "75th", "and", "last"]],
    ["Ｇ７ at ５０", ["g7", "at", "50"]],
    ["?! … —", []],
  ] satisfies [string, string[]][])("of %j are %j", ([text, words]) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("of Japanese are cut apart, and come back together without a trace", () => {
    const spaced = spacedText("東京の港");
    expect(spaced.split("\u2060 ")).toEqual(["東京", "の", "港"]);
    expect(spaced.replaceAll("\u2060 ", "")).toBe("東京の港");
  });

  test("of Japanese are cut from punctuation, digits and Latin letters beside them", () => {
    expect(spacedText("G7サミット、閉幕").split("\u2060 ")).toEqual(["G7", "サミット、", "閉幕"]);
    expect(wordsOf("G7サミット、閉幕。")).toEqual(["g7", "サミット", "閉幕"]);
  });

  test("of Korean stay as they are written", () => {
    expect(spacedText("항만 당국은 밝혔다")).toBe("항만 당국은 밝혔다");
  });

  test.for([
    ["müller", "mueller"],
    ["straßenbahn", "strassenbahn"],
    ["đà", "da"],
    ["smørrebrød", "smorrebrod"],
    ["القاهرة", "قاهرة"],
    ["والقاهرة", "قاهرة"],
    ["harbour", undefined],
    ["café", undefined],
  ])("%s is also written %s", ([word = "", other]) => {
    expect(otherSpelling(word)).toBe(other);
  });

  test("are the same of any text, composed or decomposed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(wordsOf(text.normalize("NFD"))).toEqual(wordsOf(text.normalize("NFC")));
      }),
    );
  });

  test("never hold half of a surrogate pair", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.integer({ min: 0xd7f0, max: 0xe010 }).map((code) => String.fromCharCode(code)),
        }),
        (text) => {
          expect(normalText(text)).not.toMatch(/\p{Surrogate}/u);
        },
      ),
    );
  });
});

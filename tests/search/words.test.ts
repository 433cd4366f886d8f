import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { normalText, readWords, spacedText, wordsOf } from "../../src/search/words.ts";

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

  test("of Japanese are letters in a browser that cannot cut them, where the search goes on all the same", async () => {
    vi.stubGlobal("Intl", {});
    vi.resetModules();
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    const words = await import("../../src/search/words.ts");
    expect(words.spacedText("港 x").split("\u2060 ")).toEqual(["港 x"]);
    expect(words.spacedText("東京").split("\u2060 ")).toEqual(["東", "京"]);
    expect(words.wordsOf("the port")).toEqual(["the", "port"]);
  });

  test("of Korean stay as they are written", () => {
    expect(spacedText("항만 당국은 밝혔다")).toBe("항만 당국은 밝혔다");
  });

  test.for([
    ["l’inflation de l'État", ["l", "inflation", "de", "l", "état"]],
    ["dell'Unione, qu’il", ["dell", "unione", "qu", "il"]],
    ["aujourd’hui, don’t, O’Brien", ["aujourdhui", "dont", "obrien"]],
    ["Anglo–American dawn—and", ["anglo", "american", "dawn", "and"]],
    ["1,500 and 1.500.000", ["1500", "and", "1500000"]],
    ["3.5, 3,5 and 0.500.", ["3.5", "3.5", "and", "0.500"]],
  ] satisfies [string, string[]][])("of %j, joined by signs, are %j", ([text, words]) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test.for([
    ["Cease-fire", "ceasefire", ["cease", "fire"]],
    ["Anglo‑American", "angloamerican", ["anglo", "american"]],
    ["کتاب‌های", "کتابهای", ["کتاب", "های"]],
    ["col·lecció", "collecció", ["col", "lecció"]],
    ["-5", "5", []],
  ] satisfies [string, string, string[]][])("with hyphens have pieces: %s", ([text, word, pieces]) => {
    expect(readWords(text)).toEqual([{ word, pieces, isElided: false }]);
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

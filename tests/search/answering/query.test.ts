import { describe, expect, test } from "vitest";
import { readQuery } from "../../../src/search/answering/query.ts";

describe("a query", () => {
  test("of words is looked up word by word, and as a phrase", () => {
    expect(readQuery("Harbour  Tunnel")).toEqual({
      words: ["harbour", "tunnel"],
      phrases: [],
      asPhrase: '"Harbour Tunnel"',
    });
  });

  test.for(['"opens at dawn" tunnel', "“opens at dawn” tunnel", "«opens at dawn» tunnel"])(
    "asks for a phrase by quotation marks: %s",
    (text) => {
      expect(readQuery(text)).toEqual({
        words: ["opens", "at", "dawn", "tunnel"],
        phrases: ['"opens at dawn"'],
        asPhrase: undefined,
      });
    },
  );

  test("with an unclosed quotation mark is taken for words", () => {
    expect(readQuery('"harbour tunnel').phrases).toEqual([]);
    expect(readQuery('"harbour tunnel').words).toEqual(["harbour", "tunnel"]);
  });

  test("of punctuation alone asks for nothing", () => {
    expect(readQuery('"?!" … ""')).toEqual({ words: [], phrases: [], asPhrase: undefined });
  });

  test("of a thousand words asks for forty", () => {
    const words = Array.from({ length: 1000 }, (_, index) => `word${index}`);
    expect(readQuery(words.join(" ")).words).toEqual(words.slice(0, 40));
  });
});

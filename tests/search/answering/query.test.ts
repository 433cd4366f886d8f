import { describe, expect, test } from "vitest";
import { readQuery } from "../../../src/search/answering/query.ts";

describe("a query", () => {
  test("of words is looked up word by word, and as a phrase", () => {
    expect(readQuery("Harbour  Tunnel")).toEqual({
      words: new Map([
        ["harbour", 1],
        ["tunnel", 1],
      ]),
      pieces: new Map(),
      phrases: [],
      asPhrase: '"Harbour Tunnel"',
    });
  });

  test.for(['"opens at dawn" tunnel', "“opens at dawn” tunnel", "«opens at dawn» tunnel"])(
    "asks for a phrase by quotation marks: %s",
    (text) => {
      expect(readQuery(text)).toMatchObject({
        words: new Map(["opens", "at", "dawn", "tunnel"].map((word) => [word, 1])),
        phrases: ['"opens at dawn"'],
        asPhrase: undefined,
      });
    },
  );

  test("with an unclosed quotation mark is taken for words", () => {
    expect(readQuery('"harbour tunnel').phrases).toEqual([]);
    expect([...readQuery('"harbour tunnel').words.keys()]).toEqual(["harbour", "tunnel"]);
  });

  test("of punctuation alone asks for nothing", () => {
    expect(readQuery('"?!" … ""')).toEqual({
      words: new Map(),
      pieces: new Map(),
      phrases: [],
      asPhrase: undefined,
    });
  });

  test("of a thousand words asks for forty", () => {
    const words = Array.from({ length: 1000 }, (_, index) => `word${index}`);
    expect([...readQuery(words.join(" ")).words.keys()]).toEqual(words.slice(0, 40));
  });

  test("tells how many times a word is said", () => {
    expect(readQuery("The port, the new port and THE old").words.get("the")).toBe(3);
  });

  test("of a word with a hyphen asks for its pieces, too", () => {
    expect(readQuery("Cease-fire talks").pieces).toEqual(new Map([["ceasefire", '"cease fire"']]));
    expect([...readQuery("Cease-fire talks").words.keys()]).toEqual(["ceasefire", "talks"]);
  });

  test("asks for no article that has lost its vowel", () => {
    expect([...readQuery("l’inflation dell'Italia").words.keys()]).toEqual(["inflation", "italia"]);
    expect([...readQuery("l’inflation".slice(0, 2)).words.keys()]).toEqual(["l"]);
  });
});

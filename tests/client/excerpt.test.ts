import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptParts } from "../../src/client/excerpt.ts";

describe("the excerpt of a search result", () => {
  test("is text with the words that were searched for marked", () => {
    expect(excerptParts("The <mark>night</mark> ferry is <mark>back</mark>")).toEqual([
      { text: "The ", isMatch: false },
      { text: "night", isMatch: true },
      { text: " ferry is ", isMatch: false },
      { text: "back", isMatch: true },
    ]);
    expect(excerptParts("")).toEqual([]);
  });

  test("shows markup of an article's text as the article shows it", () => {
    expect(excerptParts("&lt;mark&gt; &amp;lt; <img src=x onerror=y> &#39;&quot;")).toEqual([
      { text: "<mark> &lt; <img src=x onerror=y> '\"", isMatch: false },
    ]);
  });

  test("gives back any text that was escaped", () => {
    const escaped = (text: string) =>
      text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'&<>;#"lgtamp39 ') }));
    fc.assert(
      fc.property(texts, texts, (before, match) => {
        const parts = excerptParts(`${escaped(before)}<mark>${escaped(match)}</mark>`);
        expect(parts.map(({ text }) => text).join("")).toBe(before + match);
        expect(parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(
          match === "" ? [] : [match],
        );
      }),
    );
  });
});

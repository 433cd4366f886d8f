import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../../src/content/markup/markdown/markdown.ts";
import { escapedParagraph } from "../../../src/content/markup/markdown-escape.ts";

describe("plain text as Markdown", () => {
  test("is left as it is where nothing in it could be markup", () => {
    const text = "It’s 9 pm - AT&T, snake_case, ~5%, a + b; see (x) at https://a.example/?a=1&b=2!";
    expect(escapedParagraph(text)).toBe(text);
  });

  test.for([
    ["1. Not a list", "1\\. Not a list"],
    ["2026) Not a list", "2026\\) Not a list"],
    ["# Not a heading", "\\# Not a heading"],
    ["- Not a list", "\\- Not a list"],
    ["> Not a quotation", "\\> Not a quotation"],
    ["*not emphasis*", "\\*not emphasis\\*"],
    ["_not emphasis_", "\\_not emphasis\\_"],
    ["~~not struck~~", "\\~\\~not struck\\~\\~"],
    ["[not](a link)", "\\[not](a link)"],
    ["&amp; stays", "\\&amp; stays"],
    ["#1 in Asia", "#1 in Asia"],
    ["1.5 metres", "1.5 metres"],
  ])("%j is written %j", ([text = "", markdown]) => {
    expect(escapedParagraph(text)).toBe(markdown);
  });

  test("is shown to the letter, whatever it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."#*_-+`~[]()<>!&|\\:.=^$ 19a", "&#35;", "&lt;", "[^1]", "[^1]: ", "---", "```"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    );
    const line = fc
      .array(piece, { minLength: 1, maxLength: 15 })
      .map((pieces) =>
        pieces
          .join("")
          .replace(/[\n\r\0]/g, " ")
          .trim(),
      )
      .filter((text) => text !== "");
    fc.assert(
      fc.property(line, (text) => {
        const { html } = renderBody(escapedParagraph(text), {
          host: "small.example",
          pictureOf: () => undefined,
          followsPicture: false,
        });
        expect(html).toBe(`<p>${escapedHtml(text)}</p>\n`);
      }),
      { numRuns: 1000 },
    );
  });
});

function escapedHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

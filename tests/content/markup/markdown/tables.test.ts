import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/content/markup/markdown/markdown.ts";

/** The box and the table of some lines of Markdown. */
function tagsOf(...lines: string[]) {
  const { html } = renderBody(lines.join("\n"), {
    host: "small.example",
    pictureOf: () => undefined,
    followsPicture: false,
  });
  return html.match(/<(?:div|table)\b[^>]*>/g);
}

describe("a table", () => {
  test("is named by the heads of its columns, and no stop of the keyboard where it fits a phone", () => {
    expect(tagsOf("| Vehicle | Toll *by day* |", "|---|---|", "| Motorcycle | $4 |")).toEqual([
      '<div class="table">',
      '<table aria-label="Vehicle, Toll by day">',
    ]);
  });

  test("that is wider can be scrolled by the keyboard, and says what it is", () => {
    // Three words of 13 letters: 3 × (13 × 8.5 + 16) = 379.5, and a phone has 288.
    expect(tagsOf("| Metallurgists | Metallurgists | Metallurgists |", "|---|---|---|")).toEqual([
      '<div class="table" tabindex="0" role="region" aria-label="Metallurgists, Metallurgists, Metallurgists">',
      '<table aria-label="Metallurgists, Metallurgists, Metallurgists">',
    ]);
    // The longest word of any row counts: 30 × 8.5 + 16 + 16 + 8.5 = 295.5.
    expect(tagsOf("| A | B |", "|---|---|", `| ${"a".repeat(30)} | b |`)?.[0]).toContain("tabindex");
    expect(tagsOf("| A | B |", "|---|---|", `| ${"a".repeat(29)} | b |`)?.[0]).not.toContain("tabindex");
  });

  test("of Chinese or Japanese breaks its lines anywhere, and one of Korean between words", () => {
    expect(tagsOf("| 港 | 橋 |", "|---|---|", `| ${"港".repeat(40)} | 橋 |`)?.[0]).not.toContain("tabindex");
    // 20 × 14.5 = 290.
    expect(tagsOf("| 항구 |", "|---|", `| ${"항".repeat(20)} |`)?.[0]).toContain("tabindex");
  });

  test("without heads has no name, and hostile ones are a text", () => {
    expect(tagsOf("| | |", "|---|---|", "| a | b |")).toEqual(['<div class="table">', "<table>"]);
    expect(tagsOf('| "><b> |', "|---|", "| a |")?.[1]).toBe('<table aria-label="&quot;&gt;&lt;b&gt;">');
  });
});

import { describe, expect, test } from "vitest";
import { pastedCells, pastedParagraphs } from "../../../../src/desk/client/pasting/pasted-text.ts";

describe("plain text that is pasted", () => {
  test("has a paragraph for each line of a word processor", () => {
    expect(pastedParagraphs("One sentence. Another.\r\nA second paragraph.\r\n")).toEqual([
      ["One sentence. Another."],
      ["A second paragraph."],
    ]);
    const sentence = "The harbour office closed the bridge to lorries on Friday at noon.";
    expect(pastedParagraphs(`${sentence}\nNobody was hurt.`)).toEqual([[sentence], ["Nobody was hurt."]]);
    const long = "word ".repeat(60).trim();
    expect(pastedParagraphs(`${long}\n${long}\n\n${long}`)).toEqual([[long], [long], [long]]);
    expect(pastedParagraphs("첫 문단이다.\u2029둘째 문단이다.")).toEqual([
      ["첫 문단이다."],
      ["둘째 문단이다."],
    ]);
  });

  test("has its lines joined where they were wrapped for want of room", () => {
    const mail = [
      "The harbour office said on Friday that the bridge would be closed to",
      "lorries until the ventilation of the tunnel had been tested in full.",
      "",
      "Nobody was hurt.",
    ].join("\n");
    expect(pastedParagraphs(mail)).toEqual([
      [
        "The harbour office said on Friday that the bridge would be closed to lorries until the ventilation of the tunnel had been tested in full.",
      ],
      ["Nobody was hurt."],
    ]);
  });

  test("keeps lines of Markdown together that belong together", () => {
    expect(pastedParagraphs("Ports:\n\n- Amaro\n- Tambura\n\n| a | b |\n|---|---|\n| 1 | 2 |")).toEqual([
      ["Ports:"],
      ["- Amaro", "- Tambura"],
      ["| a | b |", "|---|---|", "| 1 | 2 |"],
    ]);
    expect(pastedParagraphs("```\na\n\nb\n```")).toEqual([["```", "a", "", "b", "```"]]);
  });

  test("is a paragraph where it is one line, and none where it is empty", () => {
    expect(pastedParagraphs("  One line.\n\n")).toEqual([["One line."]]);
    expect(pastedParagraphs(" \n ")).toEqual([[""]]);
  });

  test("is a table where every line has as many cells", () => {
    expect(pastedCells("Port\tTonnes\r\nAmaro\t12\r\n")).toEqual([
      ["Port", "Tonnes"],
      ["Amaro", "12"],
    ]);
    expect(pastedCells("\tThe ferry came.\n\tIt left again.")).toBeUndefined();
    expect(pastedCells("Port\tTonnes")).toBeUndefined();
    expect(pastedCells("Port\tTonnes\nAmaro")).toBeUndefined();
    expect(pastedCells("One.\nTwo.")).toBeUndefined();
  });
});

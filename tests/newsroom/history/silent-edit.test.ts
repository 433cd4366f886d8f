import { describe, expect, test } from "vitest";
import { isTypingMistake, silentlyEditedLines } from "../../../src/newsroom/history/silent-edit.ts";

const before = ["The tunnel is 3.4 kilometres long.", "", "It was built by eleven crews", "in nine years."];

/** The lines told of when the story above becomes another. */
function edited(after: readonly string[]): number[] {
  return silentlyEditedLines([{ text: before.join("\n"), line: 1 }], [{ text: after.join("\n"), line: 1 }]);
}

describe("readers need not be told", () => {
  test.for([
    ["a letter too many", "The tunnnel is 3.4 kilometres long."],
    ["two letters that changed places", "The tunnel is 3.4 kilometers long."],
    ["letter case and other marks", "THE tunnel, is 3.4 “kilometres” long!"],
    ["a hyphen", "The tun-nel is 3.4 kilometres long."],
  ])("of %s", ([, line = ""]) => {
    expect(edited([line, ...before.slice(1)])).toEqual([]);
  });

  test("of lines that are broken elsewhere", () => {
    expect(
      edited(["The tunnel is", "3.4 kilometres long. It was built by", "eleven crews in nine years."]),
    ).toEqual([]);
  });
});

describe("readers are to be told", () => {
  test("of a figure, a word more and a word less, with the lines in the new text", () => {
    expect(edited(["The tunnel is 4.3 kilometres long.", ...before.slice(1)])).toEqual([1]);
    expect(edited([...before.slice(0, 3), "in not even nine years."])).toEqual([4]);
    expect(edited([before[0] ?? "", "", "It was built by crews", "in nine years."])).toEqual([3]);
  });

  test.for([
    ["Japanese", "橋は三月に開いた", "橋は五月に開いた"],
    ["Thai", "สะพานเปิดในเดือนมีนาคม", "สะพานเปิดในเดือนเมษายน"],
    ["Lao", "ຂົວເປີດໃນເດືອນມີນາ", "ຂົວເປີດໃນເດືອນເມສາ"],
    ["Khmer", "ស្ពានបើកនៅខែមីនា", "ស្ពានបើកនៅខែមេសា"],
    ["Burmese", "တံတားမတ်လတွင်ဖွင့်သည်", "တံတားမေလတွင်ဖွင့်သည်"],
  ] as const)("of another month in a text that parts no words by spaces: %s", ([, march, other]) => {
    const lines = (text: string) => [{ text, line: 1 }];
    expect(silentlyEditedLines(lines(march), lines(other))).toEqual([1]);
    expect(silentlyEditedLines(lines(march), lines(march))).toEqual([]);
  });

  test("of a sentence that went at the end: the last line stands for it", () => {
    expect(edited(before.slice(0, 2))).toEqual([1]);
  });

  test("of a new paragraph, line by line", () => {
    expect(edited([...before, "", "Two crews are owed", "their wages."])).toEqual([6, 7]);
  });

  test("of a text that is new throughout", () => {
    const words = (name: string) => Array.from({ length: 3000 }, (_, index) => `${name}${index}`).join(" ");
    expect(silentlyEditedLines([{ text: words("a"), line: 9 }], [{ text: words("b"), line: 9 }])).toEqual([
      9,
    ]);
  });
});

test.for([
  ["recieve", "receive", true],
  ["teh", "the", true],
  ["harbor", "harbour", true],
  ["goverment", "government", true],
  ["now", "not", false],
  ["legal", "illegal", false],
  ["possible", "impossible", false],
  ["3.4", "4.3", false],
  ["did", "didnt", false],
  ["million", "billion", false],
  ["세", "네", false],
] as const)('"%s" for "%s" is a typing mistake: %s', ([from, to, isMistake]) => {
  expect(isTypingMistake(from, to)).toBe(isMistake);
});

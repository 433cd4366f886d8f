import { describe, expect, test } from "vitest";
import { readYaml } from "../../../src/content/yaml/yaml-source.ts";

describe("the values of a YAML text", () => {
  test("are text where YAML 1.2 has text: dates, yes and no", () => {
    expect(readYaml("a.md", "date: 2026-11-20\ndraft: yes\ncount: 3\nshown: true").value).toEqual({
      date: "2026-11-20",
      draft: "yes",
      count: 3,
      shown: true,
    });
  });

  test("stay their own under a key that JavaScript has another use for", () => {
    const { value } = readYaml("a.md", "__proto__: {title: Forged}\nconstructor: x");
    expect(Object.keys(value ?? {})).toEqual(["__proto__", "constructor"]);
    expect(value).not.toHaveProperty("title");
  });

  test("are not unfolded from a few lines into millions of values", () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const inner = level === 0 ? "x" : `*l${level - 1}`;
      return `l${level}: &l${level} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
    });
    const { value, diagnostics } = readYaml("a.md", levels.join("\n"));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: "yaml-alias", line: 1 }]);
  });
});

test("notes, and number signs that are part of a text, are not taken for lost words", () => {
  const text = [
    "# A note",
    "title: 'Ferry #2' #a note",
    "place: Pier#9 # a note",
    "draft: true #a note",
    "#another",
    "tags: [a, b] #a note",
    "text: |",
    "  #1 * 2",
    "same: &same x",
    "again: *same",
  ];
  const { value, diagnostics } = readYaml("a.md", text.join("\n"));
  expect(diagnostics).toEqual([]);
  expect(value).toEqual({
    title: "Ferry #2",
    place: "Pier#9",
    draft: true,
    tags: ["a", "b"],
    text: "#1 * 2\n",
    same: "x",
    again: "x",
  });
});

describe("the place of a value", () => {
  // Line 1 of the file is the fence.
  const source = readYaml("a.md", "title: A\nimage:\n  src: a.png\ntags: [x, '여 y']", 1);

  test("is its line and column in the file", () => {
    expect(source.placeOf(["image", "src"])).toEqual({
      file: "a.md",
      line: 4,
      column: 8,
      sourceLine: "  src: a.png",
    });
    expect(source.placeOf(["tags", 1])).toMatchObject({ line: 5, column: 11 });
  });

  test("that is missing is that of the nearest value around it, or the start", () => {
    expect(source.placeOf(["image", "alt"])).toMatchObject({ line: 4, column: 3 });
    expect(source.placeOf(["date"])).toMatchObject({ line: 2, column: 1 });
  });

  test("is told from that of its key", () => {
    expect(source.placeOfKey(["image"], "src")).toMatchObject({ line: 4, column: 3 });
    expect(source.placeOfKey([], "image")).toMatchObject({ line: 3, column: 1 });
    expect(source.placeOfKey([], "missing")).toMatchObject({ line: 2, column: 1 });
  });
});

test("an emoji may be written as the two halves that some programs make of it", () => {
  expect(readYaml("a.md", 'title: "\\uD83D\\uDEA2 sails"')).toMatchObject({
    value: { title: "🚢 sails" },
    diagnostics: [],
  });
});

describe("a YAML text with a mistake", () => {
  test.for([
    ["a: b\na: c", "2:1 duplicate-key"],
    ["a:\n\tb: c", "2:1 tab-in-yaml"],
    ["a: b\nc: 'd\ne: f", "2:4 unclosed-quote"],
    ['a: "b\nc: d', "1:4 unclosed-quote"],
    ["title: Ferry: the sequel", "1:8 yaml-syntax"],
    ["a: [b", "1:4 yaml-syntax"],
    ["a: !unknown b", "1:4 yaml-syntax"],
    ["a: b\n--- \nc: d", "2:1 yaml-syntax"],
    ["a: b\nc: *Breaking*", "2:4 yaml-alias"],
    ["a: *Breaking* news", "1:4 yaml-alias"],
    ["title: Ferry #2 is late", "1:14 lost-words"],
    ["tags:\n  - pier #9\n  - b", "2:10 lost-words"],
    ['title: "Ferry \\uD83D"', "1:15 cut-character"],
    ['a: b\ntags: [b, "\\uD83D\\uDEA2 \\uDEA2"]', "2:25 cut-character"],
    ['image:\n  alt: "\\uD83DX"', "2:9 cut-character"],
    ['title: "\\U0000D83D"', "1:8 cut-character"],
    ['"\\udea2": a', "1:2 cut-character"],
  ])("%j is told by the place to look at", ([text = "", expected]) => {
    const { value, diagnostics } = readYaml("a.md", text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toContain(expected);
  });
});

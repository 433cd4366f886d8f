import { describe, expect, test } from "vitest";
import { yamlDocument } from "../../../src/content/yaml/yaml-document.ts";
import { readYaml } from "../../../src/content/yaml/yaml-source.ts";

const errorsOf = (text: string) => yamlDocument(text).errors.map(({ code, pos }) => `${code} ${pos[0]}`);

describe("a key that a mapping has already", () => {
  test.for([
    ["a: 1\nb: 2\na: 3\na: 4", ["DUPLICATE_KEY 10", "DUPLICATE_KEY 15"]],
    ["a: {b: 1, b: 2}", ["DUPLICATE_KEY 10"]],
    ["a:\n  - b: 1\n    b: 2", ["DUPLICATE_KEY 16"]],
    ["1: a\n1: b", ["DUPLICATE_KEY 5"]],
    ["1: a\n'1': b", []],
    ["a: {b: 1}\nc: {b: 1}", []],
    ["a: 1\na: 2\nc: @d", ["DUPLICATE_KEY 5", "BAD_SCALAR_START 13"]],
  ] as const)("is an error where it stands again: %j", ([text, errors]) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  test("is found among thirty thousand", () => {
    const keys = Array.from({ length: 30_000 }, (_, index) => `k${index}: ''\n`).join("");
    expect(errorsOf(`${keys}k7: ''`)).toEqual([`DUPLICATE_KEY ${keys.length}`]);
  });
});

describe("a text that goes deeper than can be read is told of at its place", () => {
  const nested = (open: string, depth: number) => `a: ${open.repeat(depth)}`;
  const indented = (depth: number) =>
    Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}a:\n`).join("");

  test.for([
    ["brackets", nested("[", 100_000), "1:203"],
    ["braces", nested("{a: ", 100_000), "1:800"],
    ["dashes", "- ".repeat(100_000), "1:401"],
    ["question marks", "a: b\n".concat("? ".repeat(100_000)), "2:401"],
    ["indented keys", indented(300), "202:1"],
  ] as const)("%s", ([, text, place]) => {
    const { value, diagnostics } = readYaml("a.md", text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      `${place} yaml-syntax`,
    ]);
    expect(diagnostics[0]?.message).toBe(
      "YAML cannot read this; take out brackets and dashes: there are more than 200 levels inside each other",
    );
  });

  test("which none is whose brackets are closed, or whose lines are many", () => {
    expect(errorsOf("- [a, {b: c}]\n".repeat(1000))).toEqual([]);
    expect(errorsOf(`a: ${"[".repeat(150)}${"]".repeat(150)}`)).toEqual([]);
  });
});

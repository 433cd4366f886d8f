import { describe, expect, test } from "vitest";
import { readYaml } from "../../../src/content/yaml/yaml-source.ts";

describe("an author is told what to do about a line that YAML cannot read", () => {
  test.for([
    [
      "a colon in a headline",
      "title: Ferry: the sequel",
      '1:8 YAML cannot read this; put quotation marks around a text that holds ": "',
    ],
    [
      "a headline that begins with quoted words",
      'title: "Ours," says village',
      "1:16 YAML cannot read this; the text goes on after its closing quotation mark; put ' before and after the whole text",
    ],
    [
      "a headline that begins with words in single quotation marks",
      "title: 'Ours', says village",
      '1:14 YAML cannot read this; the text goes on after its closing quotation mark; put " before and after the whole text',
    ],
    [
      "a headline that begins with a sign that YAML keeps for itself",
      "title: @harbour opens",
      '1:8 YAML cannot read this; put quotation marks around a text that starts with "@"',
    ],
    [
      "a list without its closing bracket",
      "title: A\ntags: [ferry, harbour\ndraft: true",
      '2:7 what opens here with "[" is not closed on its lines; add "]" after its last word',
    ],
    [
      "an object without its closing brace",
      "source: {name: A\ndraft: true",
      '1:9 what opens here with "{" is not closed on its lines; add "}" after its last word',
    ],
    [
      "a key with no space after its colon",
      "title: A\ntags:[ferry]\ndraft: true",
      '2:1 YAML cannot read this; put a space after "tags:"',
    ],
    [
      "the same as the last line",
      "title: A\ndate:2026",
      '2:1 YAML cannot read this; put a space after "date:"',
    ],
    [
      "a line without a key",
      "title: A\nFerry opens\ndraft: true",
      '2:1 YAML cannot read this; every line needs a key and ": " before its value; a text of several lines must be indented',
    ],
    ["what has no likely cause", "title: !x y", "1:8 this is not valid YAML: Unresolved tag: !x"],
  ])("%s", ([, text = "", told]) => {
    const { value, diagnostics } = readYaml("a.md", text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([told]);
  });
});

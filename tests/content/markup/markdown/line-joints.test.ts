import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/content/markup/markdown/markdown.ts";

const bodyOf = (text: string, language?: string) =>
  renderBody(text, { host: "small.example", language, pictureOf: () => undefined, followsPicture: false });
const textOf = (text: string, language?: string) =>
  bodyOf(text, language)
    .html.replace(/<[^>]*>/g, "")
    .trim();

describe("a line's end inside a paragraph", () => {
  test.for([
    ["今天\n天气很好。\n明天", "今天天气很好。明天"],
    ["港の\nトンネル\nが「開通」\n（写真）", "港のトンネルが「開通」（写真）"],
    ["**約束**\n*は*\n[重い](/x/)", "約束は重い"],
    ["𠮷野\n家ㄅ\nㄆ", "𠮷野家ㄅㄆ"],
  ] as const)("between Chinese or Japanese letters is nothing: %s", ([text, shown]) => {
    expect(textOf(text)).toBe(shown);
    expect(bodyOf(text).firstParagraph).toBe(shown);
  });

  test.for([
    "부산\n서울",
    "서울\n中国",
    "中国\n서울",
    "中国\nPeking",
    "2026\n年",
    "中国\n![図](a.jpg)",
    "中国  \n日本",
    "😀\n中国",
  ])("stays beside any other: %s", (text) => {
    expect(bodyOf(text).html.slice(0, -1)).toContain("\n");
  });

  test("stays between Chinese letters of a Korean text, whose words are parted by spaces", () => {
    expect(textOf("大韓民國\n政府", "ko")).toBe("大韓民國\n政府");
    expect(textOf("大韓民國\n政府", "ko-KR")).toBe("大韓民國\n政府");
    expect(textOf("大韓民國\n政府", "kok")).toBe("大韓民國政府");
  });

  test("is told from a note's number, which parts nothing", () => {
    expect(textOf("港の[^1]\n橋\n\n[^1]: 注")).toMatch(/^港の\[1\]橋/);
  });
});

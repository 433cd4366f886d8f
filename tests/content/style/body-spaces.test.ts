import { describe, expect, test } from "vitest";
import { blanksAtEnd, trailingSpaces } from "../../../src/content/style/body-spaces.ts";

/** A text without the white space that means nothing. */
function tidied(body: string): string {
  return trailingSpaces(body).reduceRight(
    (text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end),
    body,
  );
}

describe("white space at the end of a line", () => {
  test.for([
    ["goes after words", "One \ntwo\t\n", "One\ntwo\n"],
    ["goes from lines without words", "  \nOne\n \t \n", "\nOne\n\n"],
    ["goes before both kinds of line end", "One \r\ntwo \n", "One\r\ntwo\n"],
    ["stays where it breaks the line", "One  \ntwo\t  \n", "One  \ntwo\t  \n"],
    ["stays after a backslash, which would break the line", "One\\ \ntwo", "One\\ \ntwo"],
    ["stays in fenced code, and goes after it", "```\na \n```\nb \n", "```\na \n```\nb\n"],
    ["stays until the fence ends that began it", "~~~~\na \n~~~\nb \n~~~~\nc ", "~~~~\na \n~~~\nb \n~~~~\nc"],
    ["stays in code of a list", "- ```\n  a \n  ```\nb ", "- ```\n  a \n  ```\nb"],
  ] as const)("%s", ([, body, expected]) => {
    expect(tidied(body)).toBe(expected);
  });

  test.for([
    ["one", 0],
    ["one \t", 2],
    ["  ", 2],
    ["", 0],
    ["one\u00a0", 0],
  ] as const)("is counted: %j ends with %i", ([text, count]) => {
    expect(blanksAtEnd(text)).toBe(count);
  });
});

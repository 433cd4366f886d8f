import { describe, expect, test } from "vitest";
import { decodeText } from "../../../src/content/article/article-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the text of a file", () => {
  test("has line ends of one kind, and no byte-order mark", () => {
    expect(decodeText("a.md", bytes("\uFEFFone\r\ntwo\rthree\n"))).toBe("one\ntwo\nthree\n");
  });

  test("in UTF-16, as some editors save it, is told apart from a picture", () => {
    const utf16 = Buffer.from("\uFEFFtitle", "utf16le");
    expect(decodeText("a.md", utf16)).toMatchObject({
      code: "invalid-utf8",
      message: expect.stringContaining("UTF-16"),
    });
    expect(decodeText("a.md", Buffer.from(utf16).swap16())).toMatchObject({ code: "invalid-utf8" });
  });

  test("with a byte that is not UTF-8 names its line and column", () => {
    const latin1 = Buffer.concat([bytes("\uFEFFone\r\n두 "), Buffer.of(0xe9), bytes("t\r\n")]);
    expect(decodeText("a.md", latin1)).toMatchObject({ line: 2, column: 3, sourceLine: "두 \uFFFDt" });
  });
});

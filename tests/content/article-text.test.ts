import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText, splitArticle } from "../../src/content/article-text.ts";

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

describe("an article file", () => {
  test("is cut into front matter and body, each with the lines before it", () => {
    expect(splitArticle("a.md", "---\ntitle: A\n\ndate: x\n---\n\nText.\n")).toEqual({
      frontMatter: "title: A\n\ndate: x\n",
      frontMatterLine: 1,
      body: "\nText.\n",
      bodyLine: 5,
    });
  });

  test("may have rules of three dashes in its body, and dashes inside its front matter", () => {
    const text = "---\ntitle: a --- b\nnote: ----\n---\nOne.\n\n---\n\nTwo.\n";
    expect(splitArticle("a.md", text)).toMatchObject({ body: "One.\n\n---\n\nTwo.\n" });
  });

  test("may have white space after the dashes, and nothing between them", () => {
    expect(splitArticle("a.md", "--- \t\n---  ")).toMatchObject({ frontMatter: "", body: "", bodyLine: 2 });
  });

  test("gives back its front matter and body, whatever they hold", () => {
    const line = fc.string().map((text) => `x${text.replace(/[\r\n]/g, "")}\n`);
    const lines = fc.array(line).map((parts) => parts.join(""));
    fc.assert(
      fc.property(lines, lines, (frontMatter, body) => {
        const parts = splitArticle("a.md", `---\n${frontMatter}---\n${body}`);
        expect(parts).toMatchObject({ frontMatter, body });
      }),
    );
  });
});

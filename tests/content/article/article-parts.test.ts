import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitArticle } from "../../../src/content/article/article-parts.ts";

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

import { describe, expect, test } from "vitest";
import type { LostPart } from "../../../../../../src/newsroom/import/foreign/import-notes.ts";
import { isLexical, lexicalHtml } from "../../../../../../src/newsroom/import/formats/ghost/body/lexical.ts";

function htmlOf(...children: readonly object[]) {
  const lost: LostPart[] = [];
  const html = lexicalHtml({ root: { type: "root", children } }, (part) => void lost.push(part));
  return { html, lost };
}

const text = (words: string, format = 0) => ({ type: "extended-text", text: words, format });
const paragraph = (...children: readonly object[]) => ({ type: "paragraph", children });

describe("a text that Ghost keeps as Lexical", () => {
  test("keeps emphasis by its bits, alone and together", () => {
    const { html } = htmlOf(
      paragraph(
        text("plain "),
        text("bold", 1),
        text("both", 3),
        text("gone", 4),
        text("2", 32),
        text("x<y", 16),
      ),
    );
    expect(html).toBe(
      "<p>plain <strong>bold</strong><em><strong>both</strong></em><s>gone</s><sub>2</sub><code>x&lt;y</code></p>",
    );
  });

  test("keeps headings, quotations, lists in lists, links and line ends", () => {
    const inner = {
      type: "list",
      listType: "bullet",
      children: [{ type: "listitem", children: [text("b")] }],
    };
    const { html, lost } = htmlOf(
      { type: "extended-heading", tag: "h3", children: [text("Sub")] },
      { type: "extended-quote", children: [text("Said")] },
      { type: "aside", children: [text("Aside")] },
      { type: "list", listType: "number", children: [{ type: "listitem", children: [text("a"), inner] }] },
      paragraph(
        { type: "link", url: "https://a.example/?x=1&y=2", children: [text("a")] },
        { type: "linebreak" },
      ),
      { type: "heading", tag: "script", children: [text("no tag of its own")] },
    );
    expect(html).toBe(
      "<h3>Sub</h3><blockquote><p>Said</p></blockquote><blockquote><p>Aside</p></blockquote>" +
        "<ol><li>a<ul><li>b</li></ul></li></ol>" +
        '<p><a href="https://a.example/?x=1&amp;y=2">a</a><br/></p><h2>no tag of its own</h2>',
    );
    expect(lost).toEqual([]);
  });

  test("names its cards as Mobiledoc does, but for a few", () => {
    const { html } = htmlOf({ type: "codeblock", code: "a < b", language: "js" }, { type: "horizontalrule" });
    expect(html).toBe('<pre><code class="language-js">a &lt; b</code></pre><hr/>');
  });

  test("lists cards it does not know", () => {
    const { html, lost } = htmlOf({ type: "hologram", src: "x" }, paragraph(text("after")));
    expect(html).toBe("<p>after</p>");
    expect(lost).toEqual([
      { code: "unknown-code", message: 'a card of the kind "hologram" is not known and left out' },
    ]);
  });

  test("nested without end does no harm, and is told", () => {
    let node: object = text("deep");
    for (let depth = 0; depth < 2000; depth += 1) node = { type: "listitem", children: [node] };
    const { html, lost } = htmlOf(node);
    expect(html).not.toContain("deep");
    expect(lost).toMatchObject([{ code: "dropped-markup" }]);
  });

  test("is told from other JSON", () => {
    expect(isLexical({ root: { children: [] } })).toBe(true);
    expect(isLexical({ sections: [] })).toBe(false);
    expect(isLexical(null)).toBe(false);
  });
});

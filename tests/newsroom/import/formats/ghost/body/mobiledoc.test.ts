import { describe, expect, test } from "vitest";
import type { LostPart } from "../../../../../../src/newsroom/import/foreign/import-notes.ts";
import {
  isMobiledoc,
  mobiledocHtml,
} from "../../../../../../src/newsroom/import/formats/ghost/body/mobiledoc.ts";

function htmlOf(document: object) {
  const lost: LostPart[] = [];
  return { html: mobiledocHtml(document, (part) => void lost.push(part)), lost };
}

describe("a text that Ghost keeps as Mobiledoc", () => {
  test("0.3 opens and closes its markups by number, over several markers", () => {
    const { html } = htmlOf({
      version: "0.3.1",
      markups: [["strong"], ["a", ["href", "https://a.example/?x=1&y=2"]], ["em"]],
      atoms: [["soft-return", "", {}]],
      cards: [],
      sections: [
        [1, "h2", [[0, [], 0, "A & B"]]],
        [
          1,
          "p",
          [
            [0, [0], 0, "bold "],
            [0, [2], 2, "both"],
            [0, [1], 1, "link"],
            [1, [], 0, 0],
            [0, [], 0, "<end>"],
          ],
        ],
        [3, "ol", [[[0, [], 0, "one"]], [[0, [0], 1, "two"]]]],
        [1, "blockquote", [[0, [0], 0, "never closed"]]],
      ],
    });
    expect(html).toBe(
      "<h2>A &amp; B</h2>" +
        '<p><strong>bold <em>both</em></strong><a href="https://a.example/?x=1&amp;y=2">link</a><br/>&lt;end&gt;</p>' +
        "<ol><li>one</li><li><strong>two</strong></li></ol>" +
        "<blockquote><p><strong>never closed</strong></p></blockquote>",
    );
  });

  test("0.2 has its markups beside its sections, and cards within them", () => {
    const { html } = htmlOf({
      version: "0.2.0",
      sections: [
        [["b"]],
        [
          [
            1,
            "p",
            [
              [[0], 1, "bold"],
              [[], 0, " plain"],
            ],
          ],
          [2, "/content/images/a.png"],
          [10, "html", { html: "<b>raw</b>" }],
        ],
      ],
    });
    expect(html).toBe(
      '<p><b>bold</b> plain</p><figure><img src="/content/images/a.png" alt=""/></figure><b>raw</b>',
    );
  });

  test("finds its cards by number, and lists those it does not know", () => {
    const { html, lost } = htmlOf({
      version: "0.3.1",
      markups: [],
      atoms: [],
      cards: [
        ["card-markdown", { markdown: "**경제**는\n\n- a" }],
        ["hologram", {}],
      ],
      sections: [
        [10, 0],
        [10, 1],
        [10, 7],
        [99, "p", []],
      ],
    });
    expect(html).toBe("<p><strong>경제</strong>는</p>\n<ul>\n<li>a</li>\n</ul>\n");
    expect(lost.map(({ code }) => code)).toEqual(["unknown-code", "unknown-code", "unknown-code"]);
  });

  test("takes no tag or attribute that is none of its own", () => {
    const { html } = htmlOf({
      version: "0.3.1",
      markups: [["script"], ["a", ["onclick", "x()", "href", "/a"]]],
      sections: [
        [
          1,
          "iframe",
          [
            [0, [0], 1, "x"],
            [0, [1], 1, "y"],
          ],
        ],
      ],
    });
    expect(html).toBe('<p><span>x</span><a href="/a">y</a></p>');
  });

  test("is told from other JSON", () => {
    expect(isMobiledoc({ sections: [] })).toBe(true);
    expect(isMobiledoc({ root: {} })).toBe(false);
  });
});

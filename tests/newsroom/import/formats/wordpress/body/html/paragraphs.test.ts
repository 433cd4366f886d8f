import { describe, expect, test } from "vitest";
import { htmlPieces } from "../../../../../../../src/newsroom/import/formats/wordpress/body/html/html-pieces.ts";
import { paragraphs } from "../../../../../../../src/newsroom/import/formats/wordpress/body/html/paragraphs.ts";

/** As the classic editor's texts are shown; addresses in lines of their own stand between brackets. */
function shown(text: string): string {
  const flow = htmlPieces(text).map(({ kind, name, start, end }) => ({
    kind,
    name,
    html: text.slice(start, end),
  }));
  return paragraphs(flow, (address) => `[${address}]`);
}

describe("a text of the classic editor", () => {
  test("has a paragraph where it has an empty line, and a break where a line ends", () => {
    expect(shown("One.\n\nTwo,\nand more.\r\n\r\n\r\nThree.\n")).toBe(
      "<p>One.</p>\n<p>Two,<br>\nand more.</p>\n<p>Three.</p>",
    );
    expect(shown("One. \n \t\nTwo.")).toBe("<p>One.</p>\n<p>Two.</p>");
    expect(shown(" \n\n ")).toBe("");
  });

  test("has one break where a line ends in one already, and a paragraph where there are two", () => {
    expect(shown("One,<br />\ntwo,<br>three.<br /><br />Four.")).toBe(
      "<p>One,<br>\ntwo,<br>\nthree.</p>\n<p>Four.</p>",
    );
  });

  test("keeps headings, lists and tables out of paragraphs, and their lines together", () => {
    expect(
      shown("Before\n<h2>A\nheading</h2>\nAfter\n<ul>\n<li>one</li>\n<li>two\nlines</li>\n</ul>\nEnd"),
    ).toBe(
      "<p>Before</p>\n<h2>\nA<br>\nheading\n</h2>\n<p>After</p>\n<ul>\n<li>\none\n</li>\n<li>\ntwo<br>\nlines\n</li>\n</ul>\n<p>End</p>",
    );
    expect(shown("<table>\n<tr>\n<td>1</td>\n<td>a\n\nb</td>\n</tr>\n</table>")).toBe(
      "<table>\n<tr>\n<td>\n1\n</td>\n<td>\n<p>a</p>\n<p>b</p>\n</td>\n</tr>\n</table>",
    );
  });

  test("makes paragraphs in quotations always, and in a box where it has several", () => {
    expect(shown("<blockquote>One.\n\nTwo.</blockquote>")).toBe(
      "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>",
    );
    expect(shown("<blockquote>One.</blockquote>")).toBe("<blockquote>\n<p>One.</p>\n</blockquote>");
    expect(shown("<div>One.</div>\n<div>One.\n\nTwo.</div>")).toBe(
      "<div>\nOne.\n</div>\n<div>\n<p>One.</p>\n<p>Two.</p>\n</div>",
    );
  });

  test("parts a paragraph that was written as one where it has an empty line", () => {
    expect(shown('<p class="lead">One.\n\nTwo.</p>\n\nThree.')).toBe(
      '<p class="lead">\nOne.</p>\n<p>Two.\n</p>\n<p>Three.</p>',
    );
  });

  test("leaves alone what is shown as it is written", () => {
    expect(shown("See\n<pre>a\n\n  b</pre>\nand\n<script>\n\nx()\n</script>")).toBe(
      "<p>See</p>\n<pre>a\n\n  b</pre>\n<p>and<br>\n<script>\n\nx()\n</script></p>",
    );
    expect(shown('<video controls>\n<source src="a.mp4">\n</video>')).toBe(
      '<p><video controls>\n<source src="a.mp4">\n</video></p>',
    );
  });

  test("goes on in paragraphs after an element that nothing ends", () => {
    expect(shown("<select>One.\n\nTwo.</b></div>")).toBe("<p><select>One.</p>\n<p>Two.</b></p>");
  });

  test("keeps the mark of its beginning, and shows its pages as one", () => {
    expect(shown("One.\n<!--more Read on-->\nTwo.\n\n<!--nextpage-->\n\nThree.<!-- for editors -->")).toBe(
      "<p>One.</p>\n<!--more-->\n<p>Two.</p>\n<p>Three.</p>",
    );
  });

  test("may have a line of very many tags below an address", () => {
    const line = "a<b>".repeat(200_000);
    expect(shown(`https://video.example/1\n${line}`) === `[https://video.example/1]\n<p>${line}</p>`).toBe(
      true,
    );
  });

  test("shows what an address leads to that stands in a line of its own, and in no other place", () => {
    expect(
      shown("Watch:\nhttps://video.example/1\n\nhttps://video.example/2 \n\nSee https://video.example/3"),
    ).toBe(
      "<p>Watch:</p>\n[https://video.example/1]\n[https://video.example/2]\n<p>See https://video.example/3</p>",
    );
    expect(shown('<a href="/x">\nhttps://video.example/4\n</a>')).toBe(
      '<p><a href="/x"><br>\nhttps://video.example/4<br>\n</a></p>',
    );
  });

  test("of ten thousand tags and more that fit nothing is read in one go", () => {
    const text = "</div><p><div>\n\n".repeat(6_000);
    expect(shown(text).match(/<div>/g)).toHaveLength(6_000);
  });
});

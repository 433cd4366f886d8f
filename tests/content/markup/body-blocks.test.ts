import { describe, expect, test } from "vitest";
import {
  allWords,
  blockTexts,
  firstBlockText,
  lastParagraphText,
  linesOfParagraphs,
  openingText,
} from "../../../src/content/markup/body-blocks.ts";

describe("the words of a rendered body", () => {
  test("are parted where tags are", () => {
    expect(allWords("<p>One <em>two</em>&amp;<br>three</p>")).toBe(" One  two & three ");
  });

  test("are parted where blocks are, and tell characters from markup", () => {
    expect(openingText("<p>One &lt;b&gt; &amp;amp;</p><p>two</p>", 100)).toBe(" One <b> &amp;  two ");
    expect(openingText("<p>One two</p>", 6)).toBe(" One");
  });

  test("leave out code, numbers of notes and the dateline, and keep descriptions of pictures", () => {
    expect(
      blockTexts(
        '<p><span class="dateline">Sejong</span> — One<sup class="footnote-ref"><a>1</a></sup></p>\n' +
          '<pre><code>x = 1</code></pre>\n<ul>\n<li><img src="/a.jpg" alt="a ferry"></li>\n</ul>',
      ).map((text) => text.trim()),
    ).toEqual(["— One", "a ferry"]);
  });
});

describe("the first words", () => {
  test.for([
    ["of a paragraph", "<p>One <em>two</em>.</p><p>three</p>", "One two."],
    ["after the dateline", '<p><span class="dateline">Sejong</span> — One.</p>', "One."],
    ["after a paragraph without words", '<p><img src="/a.jpg" alt="b"></p>\n<h2>Two</h2>', "Two"],
    ["are none where a list comes first", "<ul><li>One</li></ul><p>two</p>", ""],
  ] as const)("%s", ([, html, text]) => {
    expect(firstBlockText(html)).toBe(text);
  });
});

describe("the last words", () => {
  test.for([
    [
      "are those of the paragraph that ends the text",
      "<p>One.</p>\n<p>Two &amp; three.</p>\n",
      "Two & three.",
    ],
    ["are none where something else ends it", "<p>One.</p>\n<ul>\n<li>Two</li>\n</ul>\n", ""],
    ["are none of an empty body", "", ""],
  ] as const)("%s", ([, html, text]) => {
    expect(lastParagraphText(html)).toBe(text);
  });
});

test("the lines of a paragraph are those it was written in, where there are several", () => {
  expect(linesOfParagraphs("<p>one\ntwo <em>three</em></p>\n<p>four</p>\n<p>five<br>\nsix</p>")).toEqual([
    ["one", "two three"],
  ]);
});

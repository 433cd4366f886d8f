import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../../src/content/markup/markdown/markdown.ts";

const htmlOf = (text: string) =>
  renderBody(text, { host: "small.example", pictureOf: () => undefined, followsPicture: false }).html;

describe("a line that Markdown takes for the address of a link", () => {
  test("is text where nothing uses it", () => {
    expect(htmlOf("[Photo]: AFP\n\n[속보]: 서울")).toBe("<p>[Photo]: AFP</p>\n<p>[속보]: 서울</p>\n");
    expect(htmlOf('[Correction]: Wednesday "not *Tuesday*"')).toBe(
      "<p>[Correction]: Wednesday &quot;not <em>Tuesday</em>&quot;</p>\n",
    );
    expect(htmlOf("[Photo]: https://a.example/x\nWords.")).toBe(
      "<p>[Photo]: https://a.example/x</p>\n<p>Words.</p>\n",
    );
  });

  test("is text where it names no address, even if its words stand elsewhere too", () => {
    expect(htmlOf("[Photo]: AFP\n\nA [Photo] more.\n\n[Photo]: EPA.")).toBe(
      "<p>[Photo]: AFP</p>\n<p>A [Photo] more.</p>\n<p>[Photo]: EPA.</p>\n",
    );
  });

  test("is text where another has its label already", () => {
    expect(htmlOf("[a]: /x/\n[a]: /y/\n\n[a]")).toBe('<p>[a]: /y/</p>\n<p><a href="/x/">a</a></p>\n');
  });

  test("is text inside of quotations and lists, without their marks", () => {
    expect(htmlOf("> [Photo]:\n> AFP")).toBe("<blockquote>\n<p>[Photo]:\nAFP</p>\n</blockquote>\n");
    expect(htmlOf("- [Photo]: AFP")).toBe("<ul>\n<li>\n<p>[Photo]: AFP</p>\n</li>\n</ul>\n");
  });

  test("is not shown where a link or a picture of the text uses it", () => {
    const definitions = '[a]: /x/ "T"\n[b]: mailto:desk@a.example\n[c]: other.md';
    expect(htmlOf(`[a] [one][b] [C][]\n\n${definitions}`)).toBe(
      '<p><a href="/x/" title="T">a</a> <a href="mailto:desk@a.example">one</a> <a href="other.md">C</a></p>\n',
    );
    expect(htmlOf("One.^[See [a].]\n\n[a]: /x/")).not.toContain("[a]");
  });

  test("is a note to oneself in the one form that means it", () => {
    expect(htmlOf("[//]: # (ask Mei)\n[comment]: <> (ask Mei)\n[//]: # (again)\n\nWords.")).toBe(
      "<p>Words.</p>\n",
    );
  });
});

describe("a footnote", () => {
  test("is text where nothing refers to it", () => {
    expect(htmlOf("Words.\n\n[^1]: A *note*.\n\n    And more.")).toBe(
      "<p>Words.</p>\n<p>[^1]: A <em>note</em>.</p>\n<p>And more.</p>\n",
    );
    expect(htmlOf("[^1]: - item")).toBe("<p>[^1]: </p>\n<ul>\n<li>item</li>\n</ul>\n");
  });

  test("is text where an earlier one has its label", () => {
    const html = htmlOf("Words.[^1]\n\n[^1]: First.\n\n[^1]: Second.");
    expect(html).toContain("<p>[^1]: Second.</p>");
    expect(html).toContain('<li id="fn1" class="footnote-item"><p>First. <a');
  });

  test("inside of another is shown as one of its own", () => {
    const html = htmlOf("A.[^a] B.[^b]\n\n[^a]: One.\n\n    [^b]: Two.\n\n    Three.");
    expect(html).toContain('<li id="fn1" class="footnote-item"><p>One.</p>\n<p>Three. <a');
    expect(html).toContain('<li id="fn2" class="footnote-item"><p>Two. <a');
  });

  test("in the text may hold another", () => {
    const html = htmlOf("A.^[One ^[two] three[^b].]\n\n[^b]: Four.");
    const notes = [...html.matchAll(/<li id="(fn\d)" class="footnote-item"><p>([^<]*)/g)];
    expect(notes.map(([, id, text]) => [id, text])).toEqual([
      ["fn1", "One "],
      ["fn2", "two "],
      ["fn3", "Four. "],
    ]);
  });
});

test("footnotes link back from inside their last paragraph to each place that refers to them, and are named by it", () => {
  const html = htmlOf("A.[^1] B.[^1] C.[^2]\n\n[^1]: One.\n\n    Two.\n\n[^2]: - item");
  const back = (reference: string) =>
    `<a href="#${reference}" class="footnote-backref" role="doc-backlink" aria-labelledby="${reference}">↩︎</a>`;
  expect(html).toContain(`<p>Two. ${back("fnref1")} ${back("fnref1:1")}</p>\n</li>`);
  expect(html).toContain(`</ul>\n ${back("fnref2")}</li>`);
  expect(html).toContain('<section class="footnotes" role="doc-endnotes">');
});

test("every reference to a footnote shows its number alone", () => {
  const html = htmlOf("A.[^1] B.[^1] C.[^2]\n\n[^1]: One.\n\n[^2]: Two.");
  const references = [
    ...html.matchAll(
      /<sup class="footnote-ref"><a href="#(\w+)" id="([\w:]+)" role="doc-noteref">(.*?)<\/a>/g,
    ),
  ];
  expect(references.map(([, note, id, shown]) => [note, id, shown])).toEqual([
    ["fn1", "fnref1", "[1]"],
    ["fn1", "fnref1:1", "[1]"],
    ["fn2", "fnref2", "[2]"],
  ]);
});

test("the header of a table has its own columns, whatever table stands before it, in a list, too", () => {
  expect(htmlOf("- | a | b |\n  |-|-|\n- | | c |\n  |-|-|").match(/<th>.*?<\/th>/g)).toEqual([
    "<th>a</th>",
    "<th>b</th>",
    "<th></th>",
    "<th>c</th>",
  ]);
});

test("cells beyond a table's header stand in its last column", () => {
  const cells = (text: string) => [...htmlOf(text).matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
  expect(cells("|a|b|\n|-|-|\n|1|2|*3*|4|\n|5|6||\n|7|")).toEqual([
    "1",
    "2 | <em>3</em> | 4",
    "5",
    "6",
    "7",
    "",
  ]);
  expect(cells("> a | b\n> --|--\n> 1 | 2\\|3 | 4\\|5")).toEqual(["1", "2|3 | 4|5"]);
});

test("words behind the marks of fenced code stand before it, but for the name of its language", () => {
  expect(htmlOf("~~~ The story so far ~~~\nWords.")).toBe(
    "<p>The story so far ~~~</p>\n<pre><code>Words.</code></pre>\n",
  );
  expect(htmlOf("```c++\nx\n```")).toBe('<pre><code class="language-c++">x\n</code></pre>\n');
});

test.for(["> ", "- ", "1. "])("words below 200 levels of %j are shown", (mark) => {
  expect(htmlOf(`${mark.repeat(200)}words\nmore`)).toMatch(/words\s+more/);
});

test("every word of a text is in the page, whatever marks stand around it", () => {
  const marks = fc.constantFrom(
    ..."[]()<>*_`~#>|-:!^ \n",
    ...[
      "\n\n",
      "[^",
      "]: ",
      "\n[",
      "[^1]: ",
      "[^1]",
      "\n|-|-|\n",
      "\n    ",
      "\n> ",
      "\n- ",
      "```",
      "~~~ ",
      "^[",
    ],
    ..."/.#",
  );
  const word = fc.nat({ max: 999 }).map((number) => `word${number}x`);
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, word), { maxLength: 40 }), (pieces) => {
      const html = htmlOf(pieces.join(""));
      for (const written of pieces.join("").match(/word\d+x/g) ?? []) expect(html).toContain(written);
    }),
    { numRuns: 2000 },
  );
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BodyOptions, renderBody } from "../../../../src/content/markup/markdown/markdown.ts";
import { renditionAt } from "../../../site-values.ts";

const options: BodyOptions = {
  host: "small.example",
  pictureOf: (src) => (src === "ferry.jpg" ? renditionAt("/media/ferry.jpg") : undefined),
  followsPicture: false,
};

const htmlOf = (text: string) => renderBody(text, options).html;

describe("links in an article", () => {
  test("of a site below a path lead within it without that path, and past it to another site of the host", () => {
    const links = [
      "/tags/",
      "ferry/?a=b#c",
      "https://small.example/news/tags/?a=b#c",
      "https://small.example/news",
      "//small.example/news/",
      "https://small.example/newspaper/",
      "https://small.example/",
    ];
    const text = links.map((link) => `[x](${link})`).join(" ");
    const { internalLinks, html } = renderBody(text, { ...options, basePath: "/news" });
    expect(internalLinks.map(({ href }) => href)).toEqual([
      "/tags/",
      "ferry/?a=b#c",
      "/tags/?a=b#c",
      "/",
      "/",
    ]);
    expect([...html.matchAll(/href="([^"]*)" rel="external/g)].map(([, href]) => href)).toEqual(
      links.slice(-2),
    );
  });

  test("to other sites are marked as external, and links to the site itself are not", () => {
    const mark = ' rel="external nofollow noopener"';
    expect(htmlOf("[a](https://a.example/)")).toBe(`<p><a href="https://a.example/"${mark}>a</a></p>\n`);
    expect(htmlOf("[a](//a.example)")).toBe(`<p><a href="//a.example"${mark}>a</a></p>\n`);
    expect(htmlOf("[a](https://SMALL.example/x/)")).not.toContain("rel=");
    for (const href of ["/x/", "../x/", "#x", "mailto:desk@a.example", "tel:+85212345"]) {
      expect(htmlOf(`[a](${href})`)).toBe(`<p><a href="${href}">a</a></p>\n`);
    }
  });

  test("to other sites say in an article that is paid for that they are", () => {
    const { html } = renderBody("[a](https://a.example/) [b](/b/)", { ...options, isPaidFor: true });
    expect(html).toBe(
      '<p><a href="https://a.example/" rel="external sponsored nofollow noopener">a</a> <a href="/b/">b</a></p>\n',
    );
  });

  test.for(["http://[", "//[", "http://", "https://a.example:99999/", "http:\\\\a.example"])(
    "that no browser can follow stay text: %s",
    (href) => {
      expect(htmlOf(`[a](${href})`)).not.toContain("<a");
      expect(htmlOf(`One.[^1]\n\n[^1]: <${href}>`)).not.toContain(`href="http`);
    },
  );

  test.for([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "file:///etc/passwd",
    "data:text/html,x",
    "data:image/png;base64,x",
    "feed:javascript:alert(1)",
    "ms-msdt:/id",
    "search-ms:query=x",
    "view-source:https://a.example/",
    "intent:#Intent;end",
    "irc://a.example/",
  ])("that could run something stay text: %s", (href) => {
    expect(htmlOf(`[a](${href}) <${href}> [b]\n\n[b]: ${href}`)).not.toContain("<a");
  });
});

describe("emphasis in an article", () => {
  test.for([
    ["**대통령(윤석열)**은", "<strong>대통령(윤석열)</strong>은"],
    ["**「約束」**と言う", "<strong>「約束」</strong>と言う"],
    ["*“你好”*他说", "<em>“你好”</em>他说"],
    ["前~~（旧）~~後", "前<s>（旧）</s>後"],
    ["**100%**의", "<strong>100%</strong>의"],
    ["이것은**'강조'**이다", "이것은<strong>'강조'</strong>이다"],
  ] as const)("needs no spaces beside Chinese, Japanese and Korean letters: %s", ([text, html]) => {
    expect(htmlOf(text)).toBe(`<p>${html}</p>\n`);
  });

  test("is not made inside of words of other scripts", () => {
    expect(htmlOf("snake_case_name and 2 * 3 * 4")).toBe("<p>snake_case_name and 2 * 3 * 4</p>\n");
  });
});

describe("headings in an article", () => {
  const levels = (text: string) => [...htmlOf(text).matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));

  test("stay as they are where they begin with ## and leave out no level", () => {
    expect(levels("## A\n### B\n#### C\n## D")).toEqual([2, 3, 4, 2]);
  });

  test("begin below the headline, whatever level the author begins with", () => {
    expect(levels("# A\n## B\n# C")).toEqual([2, 3, 2]);
    expect(levels("#### A\n#### B")).toEqual([2, 2]);
    expect(levels("### A\n## B\n### C")).toEqual([2, 2, 3]);
  });

  test("go one level deeper at a time, and no deeper than the sixth", () => {
    expect(levels("## A\n##### B\n## C")).toEqual([2, 3, 2]);
    expect(levels("# A\n## B\n### C\n#### D\n##### E\n###### F")).toEqual([2, 3, 4, 5, 6, 6]);
  });
});

describe("the first paragraph of an article, for lists", () => {
  test("is plain text on one line", () => {
    const text = "One *two*\n[three](/x/) `four` &amp; \\*five\\*[^1]\n\nSix.\n\n[^1]: Note.";
    expect(renderBody(text, options).firstParagraph).toBe("One two three four & *five*");
  });

  test("is the first that has words: pictures, headings, quotations and lists are passed over", () => {
    const text = "![A ferry](ferry.jpg)\n\n## Heading\n\n> Quoted.\n\n- Listed.\n\nWords.";
    expect(renderBody(text, options).firstParagraph).toBe("Words.");
  });

  test("is in a list or a quotation where there is no other", () => {
    expect(
      renderBody("## Heading\n\n- ![A ferry](ferry.jpg)\n- Listed.\n- More.", options).firstParagraph,
    ).toBe("Listed.");
    expect(renderBody("> Quoted.\n\n- Listed.", options).firstParagraph).toBe("Quoted.");
  });

  test("is empty where there is none", () => {
    expect(renderBody("## Heading\n\n![A ferry](ferry.jpg)", options).firstParagraph).toBe("");
  });
});

describe("the dateline of an article", () => {
  const dated = (text: string) => renderBody(text, { ...options, dateline: "A & B" }).html;

  test("stands before its first words", () => {
    expect(dated("Text.")).toBe('<p><span class="dateline">A &amp; B</span> — Text.</p>\n');
  });

  test("stands in a paragraph of its own where the article opens with something else", () => {
    expect(dated("- Text.")).toMatch(/^<p><span class="dateline">A &amp; B<\/span> — <\/p>\n<ul>/);
  });

  test("stands before the words of a body that opens with pictures, and after the pictures", () => {
    const mark = '<span class="dateline">A &amp; B</span> — ';
    const picture = /^<p><picture>.*<\/picture>/.exec(htmlOf("![A ferry](ferry.jpg)"))?.[0];
    expect(picture).toContain("<img");
    expect(dated("![A ferry](ferry.jpg)\n\nWords.")).toBe(`${picture}</p>\n<p>${mark}Words.</p>\n`);
    expect(dated("![A ferry](ferry.jpg) Words.")).toBe(`${picture} ${mark}Words.</p>\n`);
    expect(dated("![A ferry](ferry.jpg)\n**Words**.")).toBe(
      `${picture}\n${mark}<strong>Words</strong>.</p>\n`,
    );
    expect(dated("[![A ferry](ferry.jpg)](/a/)\n\n---\n\n[Words](/b/).")).toContain(
      `<hr>\n<p>${mark}<a href="/b/">Words</a>.</p>`,
    );
    expect(dated("![A ferry](ferry.jpg)\n\n> Words.")).toBe(
      `${picture}</p>\n<p>${mark}</p>\n<blockquote>\n<p>Words.</p>\n</blockquote>\n`,
    );
  });

  test("is missing where there are no words", () => {
    for (const text of ["", "\n\n", "![A ferry](ferry.jpg)", "---"]) {
      expect(dated(text)).toBe(htmlOf(text));
    }
  });
});

describe("the body of an article", () => {
  test("shows raw HTML as text, and indented lines as paragraphs", () => {
    expect(htmlOf("<b onclick=x>")).toBe("<p>&lt;b onclick=x&gt;</p>\n");
    expect(htmlOf("    indented")).toBe("<p>indented</p>\n");
  });

  test("aligns columns of a table by classes, since style attributes are forbidden", () => {
    const html = htmlOf("|a|b|c|\n|:-|:-:|-:|\n|1|2|3|");
    expect(html).toContain(
      '<td class="align-left">1</td>\n<td class="align-center">2</td>\n<td class="align-right">3</td>',
    );
    expect(html).not.toContain("style=");
  });

  test("has its footnotes counted from one, whatever other articles have", () => {
    for (const note of ["First.", "Second."]) {
      expect(htmlOf(`Text.[^a]\n\n[^a]: ${note}`)).toContain('<li id="fn1" class="footnote-item">');
    }
  });

  test("is rendered without failing, script or event handler, whatever Markdown it is", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."[]()<>*_`~#>|-\\!^:\n &",
        "[^1]",
        "[^1]: ",
        "![a](ferry.jpg)",
        "](http://",
        "|-|\n",
      ),
      fc.constantFrom("<script>", "<img onerror=x src=y>", "javascript:", '" onclick="x', "\n\n", "\n    "),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    );
    const allowed =
      /^<\/?(?:a|blockquote|br|code|div|em|h[2-6]|hr|img|li|ol|p|picture|pre|s|section|source|strong|sup|table|tbody|td|th|thead|tr|ul)(?: [a-z-]+="[^"<>]*")*>$/;
    const handlers = / (?:on\w+|style)="/;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const [tag] of htmlOf(pieces.join("")).matchAll(/<[^>]*>/g)) {
          expect(tag).toMatch(allowed);
          expect(tag.replace(/="[^"]*"/g, '=""')).not.toMatch(handlers);
        }
      }),
      { numRuns: 500 },
    );
  });
});

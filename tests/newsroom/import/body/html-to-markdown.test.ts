import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody } from "../../../../src/content/markup/markdown/markdown.ts";
import {
  type BodyWriting,
  parsedBody,
  writtenBody,
} from "../../../../src/newsroom/import/body/html-to-markdown.ts";
import { page, pageHtml, pages, seenOf } from "./made-up-pages.ts";

const base = "https://old.example/2020/ferry/";

/** Pictures of the old site can all be had, under the names of their files. */
const writing: BodyWriting = {
  linkTo: (address) => address,
  pictureAt: (address) =>
    address.startsWith("https://old.example/") ? address.slice("https://old.example/".length) : undefined,
  above: "nothing",
};

function imported(html: string, options: Partial<BodyWriting> = {}) {
  return writtenBody(parsedBody({ form: "html", text: html }, base), { ...writing, ...options });
}

const markdownOf = (html: string) => imported(html).markdown;
const toldOf = (html: string) => imported(html).lost.map(({ code, message }) => `${code}: ${message}`);

describe("text", () => {
  test("is in paragraphs, whether these are paragraphs, boxes, or parted by two line breaks", () => {
    const html = "<p>One.</p><div>Two.<br><br>Three.</div>Four.<p>&nbsp;</p><p></p><center>Five.</center>";
    expect(markdownOf(html)).toBe("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.");
  });

  test("has the line breaks that it had", () => {
    expect(markdownOf("<p>Roses are red,<br>violets <i>are<br>blue</i>.<br></p>")).toBe(
      "Roses are red,\\\nviolets *are\\\nblue*.",
    );
  });

  test("that looks like Markdown stays text", () => {
    expect(markdownOf("<p>1. May</p><p># 4</p><p>*a* _b_ [c](d) `e` ~~f~~ snake_case 5 * 3 [sic]</p>")).toBe(
      "1\\. May\n\n\\# 4\n\n\\*a\\* \\_b\\_ [c\\](d) \\`e\\` \\~~f\\~~ snake_case 5 * 3 [sic]",
    );
  });

  test("that looks like HTML stays text", () => {
    expect(markdownOf("<p>Use &lt;b&gt; or &amp;amp; for 3 &lt; 5 &amp; more.</p>")).toBe(
      "Use \\<b> or \\&amp; for 3 < 5 & more.",
    );
  });
});

describe("emphasis", () => {
  test("begins and ends beside its words", () => {
    expect(markdownOf("<p>So <b> the ferry </b>sails, <i>not</i><em> the tram</em>.</p>")).toBe(
      "So **the ferry** sails, *not the tram*.",
    );
  });

  test("is that of names and of styles", () => {
    const html =
      '<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span> <span style="font-style:italic">c</span> <s>d</s></p></b>';
    expect(markdownOf(html)).toBe("a **b** *c* ~~d~~");
  });

  test("around paragraphs is in each of them", () => {
    expect(markdownOf("<b><p>One.</p><p>Two.</p></b>")).toBe("**One.**\n\n**Two.**");
  });
});

describe("emphasis of Korean, Japanese and Chinese texts", () => {
  const shown = (html: string) =>
    renderBody(markdownOf(html), {
      host: "site.example",
      pictureOf: () => undefined,
      followsPicture: false,
    }).html.trim();

  test("shows beside quotation marks and brackets, without spaces around it", () => {
    const texts = [
      "<p>그는 <strong>“강조”</strong>라고 <strong>연합(聯合)</strong>은 말했다.</p>",
      "<p>これは<strong>「重要」</strong>です。<em>強調（きょう）</em>だ。</p>",
      "<p>他说<strong>“很好。”</strong>然后<strong>《人民》</strong>报道。</p>",
    ];
    expect(texts.map(shown)).toEqual(texts);
  });

  test("in other scripts leaves outside the marks beside which it would be read as asterisks", () => {
    expect(markdownOf("<p><b>“Yes,”</b>she said.</p>")).toBe("**“Yes,**”she said.");
  });
});

describe("headings", () => {
  test("go one level down where one of them is a second headline, and are not bold", () => {
    expect(markdownOf("<h1>One <br>line</h1><h2><b>Bold</b></h2><h6>Small</h6>")).toBe(
      "## One line\n\n### Bold\n\n###### Small",
    );
  });
});

describe("lists and quotations", () => {
  test("stand inside each other, also where the old page had a list right inside a list", () => {
    expect(
      markdownOf(
        "<ul><li>a<ol><li>b</li></ol></li><ul><li>c</li></ul></ul><blockquote>d<blockquote>e</blockquote></blockquote>",
      ),
    ).toBe("- a\n  1. b\n  - c\n\n> d\n>\n> > e");
  });

  test("deeper than any page shows them are beside each other, and told", () => {
    const { markdown, lost } = imported(`${"<blockquote>".repeat(20)}<p>deep</p>`);
    expect(markdown).toBe(`${"> ".repeat(15)}deep`);
    expect(lost[0]?.message).toContain("lists and quotations deeper than 15 levels are paragraphs now");
  });

  test("of terms are bold lines, as are summaries", () => {
    expect(
      markdownOf("<dl><dt>Term</dt><dd>What it is</dd></dl><details><summary>More</summary>Text</details>"),
    ).toBe("**Term**\n\nWhat it is\n\n**More**\n\nText");
  });
});

describe("tables", () => {
  test("without a row of heads have their first row as such, and spans leave cells empty", () => {
    const html =
      "<table><tr><td>A</td><td>B|b</td></tr><tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</td></tr></table>";
    expect(markdownOf(html)).toBe("| A | B\\|b |\n| - | - |\n| 1 | 2 |\n| | 3 |");
  });

  test("have one line in each cell, which is told, and their caption before them", () => {
    const html =
      "<table><caption>Fares</caption><tr><th>A</th><th style='text-align:right'>B</th></tr><tr><td>x<br>y</td><td><ul><li>1</li><li>2</li></ul></td></tr></table>";
    expect(markdownOf(html)).toBe("*Fares*\n\n| A | B |\n| - | -: |\n| x y | 1 2 |");
    expect(toldOf(html)).toEqual([
      'dropped-markup: lines and lists in a cell of a table stand in one line now: "xy", and 1 more of the kind',
    ]);
  });

  test("that only place things are what they hold", () => {
    expect(markdownOf("<table><tr><td><p>One</p></td><td><h2>Two</h2></td></tr></table>")).toBe(
      "One\n\n## Two",
    );
  });
});

describe("code and verse", () => {
  test("are fenced with their language, without numbers of lines", () => {
    const html =
      '<pre><code class="language-js">let a = `b`;\n\n  c();\n</code></pre><div class="language-ruby highlighter-rouge"><table class="rouge-table"><tr><td class="gutter"><pre class="lineno">1\n2</pre></td><td class="code"><pre>puts 1\nputs 2</pre></td></tr></table></div>';
    expect(markdownOf(html)).toBe("```js\nlet a = `b`;\n\n  c();\n```\n\n```ruby\nputs 1\nputs 2\n```");
  });

  test("in boxes of coloured words and line breaks are fenced, too", () => {
    const html =
      '<div class="code"><font color=maroon>&lt;if open&gt;</font><br>\n&nbsp;&nbsp;<font color=navy>&lt;b&gt;</font>Ferry  **\n<br>\n<font>&lt;/if&gt;</font></div><div class="code"><p>Words<br>here</p></div>';
    expect(imported(html).markdown).toBe("```\n<if open>\n  <b>Ferry **\n</if>\n```\n\nWords\\\nhere");
  });

  test("that is indented in Markdown is fenced here", () => {
    const body = parsedBody(
      { form: "markdown", text: "Text:\n\n    code\n\n`a | b` stays[^n].\n\n[^n]: A *note*." },
      undefined,
    );
    expect(writtenBody(body, writing).markdown).toBe(
      "Text:\n\n```\ncode\n```\n\n`a | b` stays[^1].\n\n[^1]: A *note*.",
    );
  });

  test("keep the lines of verse", () => {
    expect(markdownOf('<pre class="wp-block-verse">Roses\n  <em>are</em> red</pre>')).toBe(
      "Roses\\\n*are* red",
    );
  });
});

describe("footnotes", () => {
  const note = "A word[^1].\n\n[^1]: What it means.";

  test("are footnotes, whatever made them", () => {
    const kinds = [
      // Markdown, in Jekyll
      '<p>A word<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup>.</p><div class="footnotes"><ol><li id="fn:1"><p>What it means. <a href="#fnref:1">↩</a></p></li></ol></div>',
      // WordPress
      '<p>A word<sup data-fn="x" class="fn"><a href="#x" id="x-link">1</a></sup>.</p><ol class="wp-block-footnotes"><li id="x">What it means. <a href="#x-link">↩︎</a></li></ol>',
      // Word
      '<p>A word<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p><div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> What it means.</p></div></div>',
    ];
    expect(kinds.map(markdownOf)).toEqual([note, note, note]);
  });

  test("are none where a link leads to a place in the page, which is told", () => {
    expect(markdownOf('<p><a href="#end">1</a></p><ol><li id="end">Last.</li></ol>')).toBe("1\n\n1. Last.");
  });
});

describe("pictures", () => {
  test("are taken in their full size, with the words beneath them as a line of emphasis", () => {
    const html =
      '<figure><a href="/full.jpg"><img src="/full-300x200.jpg" srcset="/full-300x200.jpg 300w, /full-1024x683.jpg 1024w" alt="A ferry"></a><figcaption>The ferry. <b>Photo</b></figcaption></figure>';
    expect(markdownOf(html)).toBe("![A ferry](full.jpg)\n\n*The ferry. **Photo***");
    expect(parsedBody({ form: "html", text: html }, base).pictures).toEqual([
      [
        "https://old.example/full.jpg",
        "https://old.example/full-1024x683.jpg",
        "https://old.example/full-300x200.jpg",
      ],
    ]);
  });

  test("that are loaded late, and repeated for readers without scripts, are there once", () => {
    const html =
      '<p><img src="data:image/gif;base64,R0" data-src="/a.jpg" alt="A"><noscript><img src="/a.jpg" alt="A"></noscript></p>';
    expect(markdownOf(html)).toBe("![A](a.jpg)");
  });

  test("at the ends of a paragraph stand apart; inside a sentence they stay", () => {
    expect(markdownOf('<p><img src="/a.jpg" alt="A">Text <img src="/i.png" alt="i"> here.</p>')).toBe(
      "![A](a.jpg)\n\nText ![i](i.png) here.",
    );
  });

  test("without a description get one of their caption, title or file, which is told", () => {
    const html =
      '<figure><img src="/1.jpg"><figcaption>The pier</figcaption></figure><p><img src="/new-harbour-bridge.jpg" alt=""></p><p><img src="/IMG_2041.jpg"></p>';
    expect(markdownOf(html)).toBe(
      "![The pier](1.jpg)\n\n*The pier*\n\n![new harbour bridge](new-harbour-bridge.jpg)\n\n![Picture](IMG_2041.jpg)",
    );
    expect(toldOf(html)).toEqual([
      'made-up-alt: a picture without a description has one that was made up: "The pier", and 2 more of the kind',
    ]);
  });

  test("that cannot be had are left out with the words beneath them, which are told", () => {
    const html =
      '<p>a</p><figure><img src="https://gone.example/x.jpg" alt="X"><figcaption>The gone</figcaption></figure>';
    expect(markdownOf(html)).toBe("a");
    expect(toldOf(html)).toEqual([
      'missing-picture: the words beneath a picture that is not there were left out with it: "The gone"',
    ]);
  });

  test("that open a text become the story's own, with caption and credit", () => {
    const html =
      '<figure><img src="/a.jpg" alt="A"><figcaption>The ferry. <span class="credit">Mei Tan</span></figcaption></figure><p>Text.</p>';
    expect(imported(html, { above: "opening" })).toMatchObject({
      markdown: "Text.",
      lead: { src: "a.jpg", alt: "A", caption: "The ferry.", credit: "Mei Tan" },
    });
    expect(imported(html, { above: ["https://old.example/a-300x200.jpg"] }).markdown).toBe("Text.");
    expect(imported(html, { above: ["https://old.example/b.jpg"] }).lead).toBeUndefined();
  });

  test("that count readers are left out and told; letters that are pictures are letters", () => {
    const html =
      '<p>Hi <img class="emoji" alt="🙂" src="/e.png"><img src="https://x.example/p.gif" width="1" height="1"></p>';
    expect(markdownOf(html)).toBe("Hi 🙂");
    expect(toldOf(html)).toEqual([
      'dropped-script: a picture that counts readers was left out: "https://x.example/p.gif"',
    ]);
  });
});

describe("what was embedded", () => {
  test("is a link with a name to where the public finds it", () => {
    const html = [
      '<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42" title="The speech"></iframe>',
      '<iframe src="https://player.vimeo.com/video/76979871"></iframe>',
      '<iframe src="https://www.google.com/maps/embed?pb=!1m18!2d103.8!3d1.2!1m2!1s0x0!2sMarina%20Bay!5e0"></iframe>',
      '<object data="/report.pdf" type="application/pdf"></object>',
      '<audio><source src="/talk.mp3"></audio>',
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/AbC1/?utm=1">junk</blockquote>',
      '<div class="wp-block-embed__wrapper">https://x.com/mei/status/12</div>',
    ].join("");
    expect(markdownOf(html).split("\n\n")).toEqual([
      "[Video: The speech](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42)",
      "[Video (Vimeo)](https://vimeo.com/76979871)",
      "[Map (Google Maps)](https://www.google.com/maps/search/?api=1&query=Marina%20Bay)",
      "[Document (report.pdf)](https://old.example/report.pdf)",
      "[Audio (talk.mp3)](https://old.example/talk.mp3)",
      "[Post (Instagram)](https://www.instagram.com/p/AbC1/)",
      "[Post (X)](https://x.com/mei/status/12)",
    ]);
    expect(toldOf(html)).toEqual([
      'embed-as-link: what was embedded is a link now: "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42", and 6 more of the kind',
    ]);
  });

  test("as words with a script stays as the words", () => {
    const html =
      '<blockquote class="twitter-tweet"><p>Rain.</p>— Mei <a href="https://x.com/mei/status/1">May 1</a></blockquote><script src="https://platform.twitter.com/widgets.js"></script>';
    expect(markdownOf(html)).toBe("> Rain.\n>\n> — Mei [May 1](https://x.com/mei/status/1)");
    expect(toldOf(html)).toEqual([]);
  });
});

describe("what Markdown cannot say", () => {
  test("is plain text, with figures that are raised or lowered, and told where it meant something", () => {
    const html =
      '<p>H<sub>2</sub>O, 10<sup>6</sup>, 4<sup>th</sup>, <u>under</u>, <mark>mark</mark>, <abbr title="World Health Organization">WHO</abbr>, <ruby>漢<rt>かん</rt></ruby>, <font color="red">red</font>.</p>';
    expect(markdownOf(html)).toBe("H₂O, 10⁶, 4th, under, mark, WHO, 漢（かん）, red.");
    expect(toldOf(html)).toEqual([
      'dropped-markup: underlined text is plain now: "under"',
      'dropped-markup: highlighted text is plain now: "mark"',
      'dropped-markup: what an abbreviation stands for was left out: "World Health Organization"',
    ]);
  });
});

describe("links", () => {
  test("lead where they are told to, their addresses written such that they are read", () => {
    const html =
      '<p><a href="/2019/tram/">tram</a> <a href="https://x.example/a b(c">x</a> <a href="https://y.example/p">https://y.example/p</a></p>';
    const linkTo = (address: string) => (address === "https://old.example/2019/tram/" ? "/tram/" : address);
    expect(imported(html, { linkTo }).markdown).toBe(
      "[tram](/tram/) [x](https://x.example/a%20b%28c) <https://y.example/p>",
    );
  });

  test("around whole blocks are in each of them", () => {
    expect(markdownOf('<a href="/x/"><h2>Head</h2><p>Text</p></a>')).toBe(
      "## [Head](https://old.example/x/)\n\n[Text](https://old.example/x/)",
    );
  });
});

describe("bodies that would do harm", () => {
  test("are read as their words, which is told", () => {
    const kinds = [
      `${"<div>".repeat(300)}deep`,
      "<b>x</b> ".repeat(61_000),
      Array.from({ length: 200 }, (_, index) => `<font color=c${index}>`).join("") +
        "<p>again</p>".repeat(600),
    ];
    expect(kinds.map((html) => imported(html).lost.map(({ message }) => message))).toEqual([
      [
        "a text with more than 250 tags inside each other cannot be read as it is: its words alone were taken",
      ],
      ["a text with more than 60000 tags cannot be read as it is: its words alone were taken"],
      [
        "a text with emphasis that is opened again and again cannot be read as it is: its words alone were taken",
      ],
    ]);
    expect(imported(kinds[0] ?? "").markdown).toBe("deep");
  });

  test("are read as their words in Markdown, too", () => {
    const told = (text: string) =>
      writtenBody(parsedBody({ form: "markdown", text }, base), writing).lost.map(({ message }) => message);
    expect(
      ["> ".repeat(100), "*a_ ".repeat(5_000), "<div>\n".repeat(300), "![".repeat(900)].map(told),
    ).toEqual([
      [
        "a text with more than 60 lists and quotations inside each other cannot be read as it is: its words alone were taken",
      ],
      [
        "a text with too many marks of emphasis and links in one paragraph cannot be read as it is: its words alone were taken",
      ],
      [
        "a text with more than 250 tags inside each other cannot be read as it is: its words alone were taken",
      ],
      [
        "a text with too many marks of emphasis and links in one paragraph cannot be read as it is: its words alone were taken",
      ],
    ]);
  });

  test("are cut where no novel is that long", () => {
    const { markdown, lost } = imported(`<p>${"word ".repeat(700_000)}</p>`);
    expect(markdown.length).toBe(2_999_997);
    expect(lost[0]?.message).toContain(
      "a text of more than 3000000 characters was cut; the rest was left out",
    );
  });

  test("may ask for as many columns as they like", () => {
    expect(
      markdownOf("<table><tr><td colspan=99999999>a</td><td>b</td></tr><tr><td>c</td></tr></table>").length,
    ).toBeLessThan(1_000);
  });
});

describe("what readers must not get", () => {
  test("is left out and told: scripts, forms, addresses that do harm", () => {
    const html =
      '<script>steal()</script><p>One <a href="javascript:steal()">two</a>.</p><form><input name="q"><button>Find</button></form>';
    expect(markdownOf(html)).toBe("One two.");
    expect(toldOf(html)).toEqual([
      'dropped-script: a script was left out: "steal()"',
      'unsafe-link: a link lost its address, which may not be followed safely: "two javascript:steal()"',
      'dropped-markup: a form was left out: "Find"',
    ]);
  });

  test("is left out and told: addresses of more than 4,000 characters", () => {
    const [most, long] = [3_976, 3_977].map((count) => `https://new.example/aaaa${"a".repeat(count)}`);
    const html = `<p><a href="${most}">One</a> <a href="${long}">two</a></p><img src="${long}" data-src="/three.jpg" alt="Three"><iframe src="${long}">four</iframe>`;
    expect(markdownOf(html) === `[One](${most}) two\n\n![Three](three.jpg)`).toBe(true);
    expect(toldOf(html)).toEqual([
      `unsafe-link: an address of more than 4000 characters was left out: "https://new.example/${"a".repeat(40)}…", and 2 more of the kind`,
      'dropped-markup: <iframe> that shows no page and no file was left out: "four"',
    ]);
  });

  test("is no picture that stands in its address itself, nor one of many sizes", () => {
    const picture = `data:image/png;base64,${"A".repeat(5_000)}`;
    const sizes = Array.from({ length: 500 }, (_, index) => `/two-${index}.jpg ${index}w`).join(", ");
    const html = `<img src="${picture}" alt="One"><img src="/two.jpg" srcset="${sizes}" alt="Two"><img data-srcset="${sizes}" alt="Three">`;
    expect(parsedBody({ form: "html", text: html }, base).pictures).toEqual([
      [picture],
      ["https://old.example/two-499.jpg", "https://old.example/two.jpg"],
      ["https://old.example/two-499.jpg"],
    ]);
    expect(toldOf(html)).toEqual([]);
  });
});

test("readers of whatever was on the old page see the same text in the same blocks, with its emphasis, links and code", () => {
  const runs = Number(process.env["RUNS"] ?? 150);
  let plainer = 0;
  fc.assert(
    fc.property(pages, (tree) => {
      const html = pageHtml(tree);
      const { markdown, html: shown, isPlainer } = page(html);
      const [seen, wanted] = [seenOf(shown), seenOf(html)];
      plainer += isPlainer ? 1 : 0;
      const { strong, em, s } = isPlainer ? wanted : seen;
      expect({ ...seen, strong, em, s }, markdown).toEqual(wanted);
    }),
    { numRuns: runs },
  );
  // Emphasis in other emphasis right beside a letter: these pages have many, and most have none that cannot be said.
  expect(plainer).toBeLessThan(runs / 4);
});

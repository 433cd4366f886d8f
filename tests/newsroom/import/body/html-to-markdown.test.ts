import { describe, expect, test } from "vitest";
import {
  type BodyWriting,
  parsedBody,
  writtenBody,
} from "../../../../src/newsroom/import/body/html-to-markdown.ts";

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
});

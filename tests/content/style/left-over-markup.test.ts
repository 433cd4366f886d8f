import { describe, expect, test } from "vitest";
import { leftOverMarkup } from "../../../src/content/style/left-over-markup.ts";
import { growth, linearLimit } from "../../growth.ts";

const inMarkdown = (text: string) => leftOverMarkup([text], true).map((one) => one.text);
const inPlainText = (text: string) => leftOverMarkup([text], false).map((one) => one.text);

describe("mark-up that is left over", () => {
  test.for([
    ["A <b>bold</b> word", "<b>"],
    ['An <a href="/x/"\nclass="y">address</a>', '<a href="/x/"\nclass="y">'],
    ["Two<br/>lines", "<br/>"],
    ["<!-- wp:paragraph -->", "<!-- wp:paragraph -->"],
    ["<!-- note - to - self -->", "<!--"],
    ["<?php echo 1 ?>", "<?php echo 1 ?>"],
    ["<![CDATA[x]]>", "<![CDATA[x]]>"],
    ["AT&amp;T", "&amp;"],
    ["the harbour&#8217;s", "&#8217;"],
    ["10&#xA0;000", "&#xA0;"],
    ['[caption id="x" width="3"]Words[/caption]', '[caption id="x" width="3"]'],
    ["Words[/caption]", "[/caption]"],
    ["[gallery]", "[gallery]"],
    ["[embed]https://a.example/x[/embed]", "[embed]"],
    ["[youtube https://a.example/x]", "[youtube https://a.example/x]"],
    ["[su_box title=x]", "[su_box title=x]"],
    ["[url=https://a.example]x[/url]", "[url=https://a.example]"],
    ['{{< youtube "x" >}}', '{{< youtube "x" >}}'],
    ["{% include x.html %}", "{% include x.html %}"],
    ["{{ page.title }}", "{{ page.title }}"],
    ["Words {: .note}", "{: .note}"],
    ["![a](b c.jpg)", "![a](b c.jpg)"],
    ["[a](b c)", "[a](b c)"],
    ["[a](javascript:x)", "[a](javascript:x)"],
    ["[one [two] three](b c)", "](b c)"],
    ["[a][nope]", "[a][nope]"],
    ["![a][nope]", "![a][nope]"],
    ["[[Harbour tunnel]]", "[[Harbour tunnel]]"],
    ["[a]: https://a.example/ 'T'", "[a]: https://a.example/ 'T'"],
    ["Words[^2]", "[^2]"],
    ["**Words", "**"],
    ["the __harbour __ tunnel__", "__harbour __"],
    ["~~gone ~~", "~~gone ~~"],
    ["##Heading", "##"],
    ["Words\n# Heading", "# "],
    ["|---|:--|", "|---|"],
    [":::note", ":::"],
  ] as const)("is found in a text: %s", ([text, found]) => {
    expect(inMarkdown(text)[0]).toBe(found);
    expect(inPlainText(text)[0]).toBe(found);
  });

  test.for(["*Words*", "See `code`", "AT\\&T \\*", "a [link](/x/)", "**Words**"])(
    "is found where no Markdown is read: %s",
    (text) => {
      expect(inPlainText(text)).toHaveLength(1);
    },
  );

  test.for([
    "The harbour [sic] opened (see below), said Ms. Tan.",
    "[속보] 서울 (종합)",
    "[속보](종합) [단독][영상] 【速報】（写真）",
    "[Photo]: AFP",
    "3 < 5 > 2, I <3 you, <- and ->",
    "AT&T, Q&A; R&D",
    "#MeToo, C#, # 1",
    "5* hotel * pool, f**k, s***, M*A*S*H, 2 ** 3 ** 4",
    "snake_case_name, __, a__b__c",
    "a | b | c, -- and ---",
    "Words {in} braces: {x}",
    "~ 20, ~~",
    "C:\\files\\new",
    "a:::b, ::",
    "e=mc, [a=b",
    "12:30, [1] and [2]",
  ])("is not found in ordinary words: %s", (text) => {
    expect(inMarkdown(text)).toEqual([]);
    expect(inPlainText(text)).toEqual([]);
  });

  test("is counted by its kind", () => {
    const found = leftOverMarkup(["<p>One</p>", "Two <br> &nbsp;", "Three"], true);
    expect(found.map(({ text, count }) => [text, count])).toEqual([
      ["<p>", 3],
      ["&nbsp;", 1],
    ]);
  });

  test("is looked for in a time that grows no faster than the text", () => {
    const pieces = [
      "<",
      "<a ",
      "&a",
      "[",
      "[a=",
      "](",
      "](가",
      "[a][",
      "**",
      "__a",
      "~~a",
      "*a ",
      "{{",
      "{%",
      "#",
      "| -",
      "`",
      "\\",
    ];
    const look = (text: string) => leftOverMarkup([text], false);
    for (const piece of pieces) {
      for (const textOf of [
        (length: number) => piece.repeat(length / piece.length),
        (length: number) => piece + "가".repeat(length),
        (length: number) => piece + " ".repeat(length),
      ]) {
        expect(growth(look, textOf), piece).toBeLessThan(linearLimit);
      }
    }
  });
});

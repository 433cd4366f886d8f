import { describe, expect, test } from "vitest";
import { readArticle } from "../../../src/content/article/reading/article-reading.ts";
import { markupFindings } from "../../../src/content/style/markup-findings.ts";
import { contentRules } from "../../../src/site/settings/site.ts";
import { renditionAt, siteOf } from "../../site-values.ts";

const rules = contentRules(siteOf(), new Map([["articles/a.jpg", renditionAt("/media/a.jpg")]]));

/** What readers of an article would see of mark-up, as `line:column message`. */
function found(frontMatter: readonly string[], body = "Words."): string[] {
  const title = frontMatter.some((line) => line.startsWith("title:")) ? [] : ["title: T"];
  const text = ["---", ...frontMatter, ...title, "date: 2026-11-20", "categories: [News]", "---", body].join(
    "\n",
  );
  const { article, diagnostics } = readArticle("articles/a.md", Buffer.from(text), rules);
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  return markupFindings(article, () => text).map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );
}

describe("mark-up that readers would see", () => {
  test("is told where it stands in each text of front matter", () => {
    expect(
      found([
        "title: AT&amp;T buys <b>it</b>",
        "description: A [link](/x/)",
        "dateline: <i>GENEVA</i>",
        "image: {src: a.jpg, alt: A *ferry*, caption: 'A {{ x }}', credit: '[x]: https://a.example'}",
        "corrections: [{date: 2026-11-21, text: 'Words[^1]'}]",
        "authors: ['**Mei**']",
        "tags: [one, R&amp;D]",
        "source: {name: Agency&nbsp;News}",
      ]),
    ).toEqual([
      '2:8 readers see "<b>" and 1 more of the kind; this is no Markdown: take the marks out',
      '2:8 readers see "&amp;"; write the character itself',
      '3:14 readers see "[link](/x/)"; this is no Markdown: take the marks out',
      '4:11 readers see "<i>" and 1 more of the kind; this is no Markdown: take the marks out',
      expect.stringMatching(/^5:\d+ readers see "\*ferry\*"/),
      expect.stringMatching(/^5:\d+ readers see "{{ x }}"/),
      expect.stringMatching(/^5:\d+ readers see "\[x\]: https:\/\/a\.example"/),
      expect.stringMatching(/^9:\d+ readers see "&nbsp;"/),
      expect.stringMatching(/^6:\d+ readers see "\[\^1\]"/),
      expect.stringMatching(/^8:\d+ readers see "&amp;"/),
      expect.stringMatching(/^7:\d+ readers see "\*\*"/),
    ]);
  });

  test("is told where it stands in the body, however it is written there", () => {
    const places = (body: string) => found([], body).map((line) => line.replace(/; [^;]*$/, ""));
    expect(places("One.\n\nTwo <b>three</b>.")).toEqual(['8:5 readers see "<b>" and 1 more of the kind']);
    expect(places("One \\<br>.")).toEqual(['6:6 readers see "<br>"']);
    expect(places("One &lt;br> two.")).toEqual(['6:5 readers see "<br>"']);
    expect(places("> One <a\n> href>two.")).toEqual(['6:7 readers see "<a href>"']);
    expect(places("One AT&amp;amp;T.")).toEqual(['6:7 readers see "&amp;"']);
    expect(places("- One\n- ![a](b c.jpg)\n- [a](b c)")).toEqual([
      '7:3 readers see "![a](b c.jpg)" and 1 more of the kind',
    ]);
    expect(places('[caption id="x"]One[/caption]')).toEqual([
      '6:1 readers see "[caption id="x"]" and 1 more of the kind',
    ]);
    expect(places("One[^2].\n\n![<b>](a.jpg)")).toEqual(['8:3 readers see "<b>"', '6:4 readers see "[^2]"']);
    expect(places(`[${"a".repeat(80)}][x]`)).toEqual([`6:1 readers see "[${"a".repeat(59)}…"`]);
  });

  test("is not what Markdown makes something of, nor code", () => {
    const body = [
      "**One** [two](/x/) ~~three~~[^1][^2] `<b>` &amp; ![a](a.jpg)",
      "```html\n<b>{{ x }}</b>\n```",
      "|a|b|\n|-|-|\n|1|2|",
      "## Heading",
      "[^1]: Note.\n\n[^2]: Note.",
    ].join("\n\n");
    expect(found(["dateline: GENEVA"], body)).toEqual([]);
  });

  test("is what is kept of words that Markdown would drop", () => {
    expect(found([], "[^1]: Note.")).toEqual([expect.stringContaining('readers see "[^1]"')]);
    expect(found([], "[a]: https://a.example")).toEqual([
      expect.stringContaining('readers see "[a]: https://a.example"'),
    ]);
    expect(found([], "[Photo]: AFP")).toEqual([]);
  });
});

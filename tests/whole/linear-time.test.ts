import { describe, expect, test } from "vitest";
import { datelineInCapitals, properDateline, splitDateline } from "../../src/content/article/dateline.ts";
import { headingsOf } from "../../src/content/article/reading/headings.ts";
import { placesIn } from "../../src/content/diagnostics/diagnostic.ts";
import { blanksAtEnd } from "../../src/content/style/body-spaces.ts";
import { properDate } from "../../src/content/style/date-forms.ts";
import { fixedText } from "../../src/content/style/fixes.ts";
import { isMomentFault, readMoment } from "../../src/content/values/moment.ts";
import { slugOf } from "../../src/content/values/slug.ts";
import { endedAlike } from "../../src/content/writing/written-alike.ts";
import { element } from "../../src/newsroom/import/body/html/elements.ts";
import { embedOf } from "../../src/newsroom/import/body/html/embeds.ts";
import { addressesOf, wordsOfFile } from "../../src/newsroom/import/body/html/pictures.ts";
import { parsedBody, writtenBody } from "../../src/newsroom/import/body/html-to-markdown.ts";
import { escapedOpening, writtenAddress } from "../../src/newsroom/import/body/writing/escapes.ts";
import { paragraphsOf } from "../../src/newsroom/import/formats/agency/opening.ts";
import { type BodyContext, wordsOf } from "../../src/newsroom/import/formats/markdown/codes/body-context.ts";
import { withoutLiquid } from "../../src/newsroom/import/formats/markdown/codes/liquid-tags.ts";
import { withoutShortcodes } from "../../src/newsroom/import/formats/markdown/codes/shortcodes.ts";
import {
  assignedTexts,
  basePathOf,
  siteUrl,
} from "../../src/newsroom/import/formats/markdown/folder/configuration.ts";
import { peopleIn, termsIn } from "../../src/newsroom/import/formats/markdown/keys/names.ts";
import { pictureIn } from "../../src/newsroom/import/formats/markdown/keys/pictures.ts";
import { frontMatterParts } from "../../src/newsroom/import/formats/markdown/values/front-matter-parts.ts";
import { plainHeaders } from "../../src/newsroom/import/formats/markdown/values/plain-headers.ts";
import { writtenMoment } from "../../src/newsroom/import/formats/markdown/values/written-moments.ts";
import { readPastedCopy } from "../../src/newsroom/import/formats/pasted/pasted-copy.ts";
import { codeNames } from "../../src/newsroom/import/formats/wordpress/body/codes/known-codes.ts";
import { shortcodesIn } from "../../src/newsroom/import/formats/wordpress/body/codes/shortcodes.ts";
import { htmlPieces } from "../../src/newsroom/import/formats/wordpress/body/html/html-pieces.ts";
import { pageReferences } from "../../src/newsroom/links/page-references.ts";
import { permalinkFault } from "../../src/site/settings/permalink.ts";
import { siteOf } from "../site-values.ts";

/**
 * So much that a step for each pair of characters would take hours on any machine: no clock is needed to see that
 * each of these takes a step for each character.
 */
const much = 2_000_000;
const spaces = " ".repeat(much);
const rules = { timezone: "UTC", language: "en", properTerm: () => undefined, fixesDatelines: true };
const fixed = (frontMatter: string, body = "Text.\n") =>
  fixedText(`---\n${frontMatter}\n---\n${body}`, rules);

describe("text from elsewhere takes time in proportion to its length", () => {
  test("in a dateline of dashes, of parentheses, or of neither", () => {
    const dashes = `A ${"- ".repeat(much)}`;
    expect(properDateline(dashes, "en")).toBe("A");
    expect(properDateline(`${dashes}x`, "en")).toBe(`${dashes}X`);
    expect(splitDateline(`${dashes}x`)).toBeUndefined();
    expect(datelineInCapitals("(".repeat(much), "en")).toHaveLength(much);
  });

  test("in white space within a line of pasted copy, and in its separators", () => {
    const site = siteOf("categories: [{name: News}]");
    const read = (...lines: string[]) => readPastedCopy("a.txt", lines.join("\n"), site.terms).copy;
    expect(read(`A${spaces}B`, "News", "Text.")).toMatchObject({ title: `A${spaces}B` });
    expect(read(`Home${spaces}» A`, "News", "A", "Text.")).toMatchObject({ title: "A" });
    expect(read("News", "A", "Text.", `Source :${spaces}Wire`)).toMatchObject({ source: "Wire" });
    expect(read("News", "A", "Text.", `Source${spaces}Wire`)).toMatchObject({ source: undefined });
    expect(read(`Home ${"» ".repeat(much)}`, "News", "A", "Text.")).toMatchObject({ title: "A" });
  });

  test("in white space that is put right, and in that which stays", () => {
    expect(fixed(`title: a${spaces}b`)).toBe(`---\ntitle: a${spaces}b\n---\nText.\n`);
    expect(fixed("title: a", `a${spaces}b\n`)).toBe(`---\ntitle: a\n---\na${spaces}b\n`);
    expect(fixed("title: a", "a \n".repeat(much / 10))).toBe(
      `---\ntitle: a\n---\n${"a\n".repeat(much / 10)}`,
    );
    expect(blanksAtEnd(`a${spaces}b`)).toBe(0);
    expect(blanksAtEnd(spaces)).toBe(much);
  });

  test("in dates and slugs", () => {
    for (const text of [`2026-11-20${spaces}x`, `2026-11-20 08:30:15.${"1".repeat(much)}x`]) {
      expect(isMomentFault(readMoment(text, "UTC"))).toBe(true);
      expect(properDate(text, "UTC")).toBeUndefined();
    }
    expect(slugOf(`a${"- \u0300".repeat(much / 20)}b`)).toBe("a-b");
  });

  test("in places, however many of one long text are asked for", () => {
    const placeOf = placesIn("a.md", "ab\n".repeat(much / 10), 1);
    const lines = Array.from({ length: much / 10 }, (_, index) => placeOf(3 * index + 1).line);
    expect(lines.every((line, index) => line === index + 2)).toBe(true);
  });

  test("in headings that all say the same", () => {
    const ids = headingsOf("<h2>a</h2>".repeat(much / 10), "en", []).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["a", "a-2", "a-3"]);
    expect(new Set(ids).size).toBe(much / 10);
  });

  test("in settings, pages and requests", () => {
    expect(permalinkFault("{".repeat(much))).toContain("{slug}");
    const srcset = `/a.png${spaces}${",".repeat(much)} /b.png 2x,${spaces}${",".repeat(much)}/c.png`;
    expect(pageReferences(`<img srcset="${srcset}">`).references.map(({ target }) => target)).toEqual([
      "/a.png",
      "/b.png",
      "/c.png",
    ]);
    expect(endedAlike(`a${spaces}b\n`, "c")).toBe("c\n");
  });

  test("in the texts between tags in which codes of WordPress are looked for", () => {
    const html = "a<b>".repeat(much / 4) + spaces.repeat(10);
    expect(shortcodesIn(html, htmlPieces(html), codeNames)).toEqual([]);
    const withCode = `${html}[gallery]`;
    const [code, ...others] = shortcodesIn(withCode, htmlPieces(withCode), codeNames);
    expect(others).toEqual([]);
    expect(code).toMatchObject({ name: "gallery", start: html.length, written: "[gallery]" });
  });

  test("in addresses of pictures and players, however long, and however they end", () => {
    const picture = (properties: Record<string, string>) =>
      addressesOf(element("img", [], properties), undefined, undefined);
    const blank = "-blank".repeat(much);
    expect(picture({ src: blank })).toEqual([blank]);
    expect(picture({ src: `${blank}.gif` })).toEqual([]);
    expect(picture({ srcSet: `a.jpg${spaces}b` })).toEqual(["a.jpg"]);
    const marks = "?".repeat(much);
    for (const end of ["\n", "\u2028", "/"]) {
      expect(wordsOfFile(`ferry.jpg${marks}${end}`)).toBe("ferry");
      expect(wordsOfFile("z".repeat(much) + end)).toBe(end === "/" ? undefined : "z".repeat(much));
    }
    const player = element("iframe", [], { src: `https://a.example/${"a?".repeat(much)}\u2028` });
    expect(embedOf(player, undefined)).toMatchObject({ kind: "Page", name: "a.example" });
    const embedded = `data:image/png,${"#".repeat(much)}\u2028`;
    const body = parsedBody(
      { form: "html", text: `<p><img src="${embedded}" alt="A"></p><p>B</p>` },
      undefined,
    );
    const writing = { linkTo: (address: string) => address, pictureAt: () => "a.png", above: [embedded] };
    expect(writtenBody(body, writing)).toMatchObject({ markdown: "B", lead: { src: "a.png" } });
  });

  test("in what becomes Markdown: code, rules, brackets, paragraphs", () => {
    const { tree } = parsedBody({ form: "html", text: `<pre>a${spaces}b</pre>` }, undefined);
    expect(JSON.stringify(tree)).toContain(`"value":"a${spaces}b"`);
    const dashes = "-".repeat(much);
    expect(escapedOpening(`${dashes}a`)).toBe(`\\${dashes}a`);
    expect(escapedOpening(`=${dashes}a`)).toBe(`=${dashes}a`);
    expect(writtenAddress("()".repeat(much))).toHaveLength(2 * much);
    expect(paragraphsOf(`a${spaces}b\n\nc`)).toBe(`a${spaces}b\nc`);
  });

  test("in codes of Markdown folders, their front matter and their configuration", () => {
    const lost: string[] = [];
    const context: BodyContext = {
      title: "",
      page: {},
      config: {},
      addressOf: () => undefined,
      postNamed: () => undefined,
      included: () => undefined,
      captured: new Set(),
      depth: 0,
      lost: (name) => void lost.push(name),
    };
    const quoted = '\\"'.repeat(much);
    expect(wordsOf(`a="b c" "${quoted}`).named.get("a")).toBe("b c");
    expect(wordsOf(`"${quoted}"`).plain).toEqual(['"'.repeat(much)]);
    expect(withoutShortcodes(`{{<${spaces}>}}`, context)).toBe(`{{<${spaces}>}}`);
    expect(withoutShortcodes(`{{</* a${spaces}b */>}}`, context)).toBe(`\`{{< a${spaces}b >}}\``);
    expect(withoutShortcodes(`{{< a b${spaces}c >}}`, context)).toBe("");
    expect(withoutLiquid(`{% img /a.jpg ${`"' '" `.repeat(much / 5)}"\n" %}`, context)).toContain("<img");
    expect(lost).toEqual(["a"]);
    expect(assignedTexts("\n".repeat(much)).size).toBe(0);
    const lines = '{"\n'.repeat(much);
    expect(frontMatterParts("a.md", lines)).toMatchObject({ values: undefined, body: lines });
  });

  test("in names, dates and other values of front matter", () => {
    const nobody = new Map<string, string>();
    const signs = "@".repeat(much);
    expect(peopleIn(`Mei Tan ${signs}`, nobody)).toEqual([`Mei Tan ${signs}`]);
    expect(peopleIn(`Mei Tan ${"a@".repeat(much / 2)}.b`, nobody)).toEqual(["Mei Tan"]);
    expect(termsIn(`Asia${spaces}Sea, Harbour`, false)).toEqual(["Asia Sea", "Harbour"]);
    const brackets = "(".repeat(much);
    expect(writtenMoment(`2020-01-02 09:05 ${brackets}x`, "UTC", "UTC")).toBeUndefined();
    expect(plainHeaders(`Title: A\nDate:${spaces}\u2028x\n\n`)?.values).toMatchObject({ title: "A" });
    expect(pictureIn(`[[a.jpg${"[|".repeat(much)}`)).toBeUndefined();
    expect(pictureIn(`[[a.jpg|${"|".repeat(much)}]]`)).toMatchObject({ src: "a.jpg" });
    const slashes = "/".repeat(much);
    expect(basePathOf(`https://a.example/a${slashes}b${slashes}`)).toBe(`/a${slashes}b`);
    expect(siteUrl(`https://a.example/a${slashes}b`)).toBe(`https://a.example/a${slashes}b/`);
  });
});

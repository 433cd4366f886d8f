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
});

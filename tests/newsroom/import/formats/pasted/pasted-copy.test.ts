import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitArticle } from "../../../../../src/content/article/article-parts.ts";
import { decodeText } from "../../../../../src/content/article/article-text.ts";
import { renderBody } from "../../../../../src/content/markup/markdown/markdown.ts";
import type { Term, TermKind, TermList } from "../../../../../src/content/names/terms.ts";
import { articleFileText } from "../../../../../src/content/writing/article-writing.ts";
import { readPastedCopy } from "../../../../../src/newsroom/import/formats/pasted/pasted-copy.ts";

const categories = listOf("category", ["Asia", "Science and Health", "Science", "Business"], {
  Economy: "Business",
});
const lists = { category: categories };

const wholeCopy = [
  "Home » Night ferry returns",
  "Asia Science and Health Economy",
  "Night ferry returns",
  "",
  "GENEVA, SWITZERLAND — The ferry is back.",
  "",
  "It leaves at nine.",
  "",
  "Source : Harbour Agency",
];

describe("pasted copy", () => {
  test("is taken apart into headline, categories, dateline, paragraphs and source", () => {
    expect(read(wholeCopy)).toEqual({
      title: "Night ferry returns",
      categories: ["Asia", "Science and Health", "Business"],
      dateline: "GENEVA, SWITZERLAND",
      source: "Harbour Agency",
      paragraphs: ["The ferry is back.", "It leaves at nine."],
    });
    expect(diagnosticsOf(wholeCopy)).toEqual([]);
  });

  test("may name its source without a space before the colon", () => {
    expect(read([...wholeCopy.slice(0, -1), "source: Harbour Agency"])?.source).toBe("Harbour Agency");
  });

  test("may have no breadcrumb", () => {
    expect(read(wholeCopy.slice(1))).toEqual(read(wholeCopy));
  });

  test("may show the headline before the categories", () => {
    const [breadcrumb = "", line = "", headline = "", ...text] = wholeCopy;
    expect(read([breadcrumb, headline, line, ...text])).toEqual(read(wholeCopy));
    expect(read([headline, line, ...text])).toEqual(read(wholeCopy));
  });

  test("may have a headline in other quotes than the breadcrumb, and the headline's are kept", () => {
    const copy = read(["Home » The 'last' ferry", "Asia", "The ‘last’ ferry", "GENEVA — It left."]);
    expect(copy?.title).toBe("The ‘last’ ferry");
  });

  test("may have a breadcrumb that is cut short", () => {
    const copy = read(["Home › Asia › Night ferry…", "Asia", "Night ferry returns", "GENEVA — It left."]);
    expect(copy?.title).toBe("Night ferry returns");
  });

  test("may have a headline with the breadcrumb's own separator in it", () => {
    const copy = read(["Home » Left » right", "Asia", "Left » right", "GENEVA — It left."]);
    expect(copy?.title).toBe("Left » right");
  });

  test("keeps a headline that opens with the name of a category", () => {
    const copy = read(["Home » Asia Business", "Science", "Asia Business", "GENEVA — It grew."]);
    expect(copy).toMatchObject({ title: "Asia Business", categories: ["Science"] });
  });

  test("keeps curly quotes and non-breaking spaces of its text", () => {
    const copy = read(["Asia", "Ferry", "GENEVA — “It’s 9\u00A0pm”, she said."]);
    expect(copy?.paragraphs).toEqual(["“It’s 9\u00A0pm”, she said."]);
  });

  test("without a dateline keeps its first paragraph whole, and says so", () => {
    const lines = ["Asia", "Ferry", "The well-known ferry - an old one - is back.", "Source: A"];
    expect(read(lines)?.paragraphs).toEqual(["The well-known ferry - an old one - is back."]);
    expect(diagnosticsOf(lines)).toMatchObject([
      { severity: "warning", code: "no-dateline", line: 3, column: 1 },
    ]);
  });

  test("without a source line keeps its last paragraph, and says so", () => {
    const lines = ["Asia", "Ferry", "GENEVA — It is back.", "The source: a lake."];
    expect(read(lines)?.paragraphs).toEqual(["It is back.", "The source: a lake."]);
    expect(diagnosticsOf(lines)).toMatchObject([{ severity: "warning", code: "no-source" }]);
  });

  test("with a word that is no category is an error that names the word and where it stands", () => {
    expect(
      diagnosticsOf(["Home » Ferry", " Asia Sprots", "Ferry", "GENEVA — It left.", "Source: A"]),
    ).toEqual([
      {
        file: "copy.txt",
        line: 2,
        column: 7,
        sourceLine: " Asia Sprots",
        severity: "error",
        code: "unknown-category",
        message:
          '"Sprots" is not a category; use one of Asia, Science and Health, Science, Business, or add it to site.yaml',
      },
    ]);
  });

  test("with several faults tells all of them at once", () => {
    const sources = listOf("source", ["Harbour Agency"]);
    const lines = ["Asia Busines", "Ferry", "GENEVA — It left.", "Source : Harbor Agency"];
    const { diagnostics } = readPastedCopy("copy.txt", lines.join("\n"), { ...lists, source: sources });
    expect(diagnostics.map(({ line, column, message }) => [line, column, message])).toEqual([
      [1, 6, '"Busines" is not a category; did you mean "Business"?'],
      [4, 10, '"Harbor Agency" is not a source; did you mean "Harbour Agency"?'],
    ]);
  });

  test("without any categories is an error", () => {
    expect(diagnosticsOf(["Home » Ferry", "Ferry", "GENEVA — It left.", "Source: A"])).toMatchObject([
      { severity: "error", code: "no-categories", line: 1 },
    ]);
    expect(diagnosticsOf(["Ferry", "GENEVA — It left."])).toMatchObject([{ code: "no-categories" }]);
  });

  test("without text under the headline is an error", () => {
    expect(diagnosticsOf(["Asia", "Ferry", "Source: A"])).toMatchObject([{ code: "no-text" }]);
    expect(diagnosticsOf([""])).toMatchObject([{ code: "empty-file" }]);
  });

  test("has its categories guessed where the site lists none, and says which", () => {
    const text = "Home » Ferry\nAsia  Science and Health\nFerry\nGENEVA — It left.\nSource: A";
    const { copy, diagnostics } = readPastedCopy("copy.txt", text, {});
    expect(copy?.categories).toEqual(["Asia", "Science and Health"]);
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "guessed-categories",
        line: 2,
        message: 'site.yaml lists no categories; taken are "Asia", "Science and Health"',
      },
    ]);
  });

  test("comes out on the page letter for letter, whatever Markdown would make of it", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."#*_-+`~[]()<>!&|\\:.=^$\"'“”‘’ \u00A0\t1239ab",
        "**",
        "__",
        "```",
        "~~~",
        "---",
        "===",
        "- ",
      ),
      fc.constantFrom(
        "1. ",
        "1) ",
        "> ",
        "# ",
        "    ",
        "&amp;",
        "&#35;",
        "[^1]",
        "[^1]: ",
        "](https://a.example)",
        "<b>",
        "| a | b |",
        "https://a.example",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    );
    const paragraph = fc
      .array(piece, { minLength: 1, maxLength: 12 })
      .map((pieces) =>
        pieces
          .join("")
          .replace(/[\n\r\0\u2028\u2029]/g, " ")
          .trim(),
      )
      .filter((text) => text !== "" && !/^source\s*[:：]/iu.test(text));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const text = ["Home » Ferry", "Asia", "Ferry", ...paragraphs].join("\r\n");
        expect(shownParagraphs(text)).toEqual(paragraphs);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The paragraphs on the article's page, the dateline before the first, when the copy has become an article file. */
function shownParagraphs(pasted: string): string[] {
  const text = String(decodeText("copy.txt", Buffer.from(pasted)));
  const { copy } = readPastedCopy("copy.txt", text, lists);
  if (copy === undefined) throw new Error("The copy was not read.");
  const file = splitArticle("a.md", articleFileText({ ...copy, date: "2026-11-20" }));
  if (!("body" in file)) throw new Error(file.message);
  const { html } = renderBody(file.body, {
    host: "small.example",
    pictureOf: () => undefined,
    followsPicture: false,
  });
  const paragraphs = [...html.matchAll(/<p>([\s\S]*?)<\/p>\n/g)].map(([, inner = ""]) => plainText(inner));
  expect(html.replace(/<p>[\s\S]*?<\/p>\n/g, "")).toBe("");
  const [first = "", ...others] = paragraphs;
  // A dateline is set before the text by its own rule; its dash becomes an em dash.
  const opening = /^[^—–―-]*?\s*(?:--|[—–―-])\s+/u.exec(pasted.split("\r\n")[3] ?? "")?.[0];
  return [copy.dateline === undefined ? first : `${opening ?? ""}${first}`, ...others];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function plainText(html: string): string {
  expect(html).not.toContain("<");
  return html.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? "");
}

function read(lines: readonly string[]) {
  return readPastedCopy("copy.txt", lines.join("\n"), lists).copy;
}

function diagnosticsOf(lines: readonly string[]) {
  return readPastedCopy("copy.txt", lines.join("\n"), lists).diagnostics;
}

function listOf(
  kind: TermKind,
  names: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): TermList {
  const terms = names.map((name): Term => ({ kind, name, slug: name.toLowerCase().replaceAll(" ", "-") }));
  const byName = new Map(terms.map((term) => [term.name, term]));
  for (const [alias, name] of Object.entries(aliases)) {
    const term = byName.get(name);
    if (term !== undefined) byName.set(alias, term);
  }
  return { terms, byName };
}

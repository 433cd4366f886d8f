import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Document, isSeq, parseDocument } from "yaml";
import { plainLine, readPlainYaml } from "../../../src/content/yaml/plain-yaml.ts";

describe("plain YAML", () => {
  it("reads front matter as it is usually written", () => {
    const text = [
      "title: Harbour tunnel opens, after nine years",
      "date: 2026-11-20 08:30",
      "categories: [Asia, Business]",
      "tags:",
      "  - harbour tunnel",
      "  - 교통",
      'description: "What it cost: nothing. Who paid? #1"',
      "dateline: HONG KONG",
      "source: 'Agency News'",
      "draft: true",
      "aliases: []",
      "",
    ].join("\n");
    expect(readPlainYaml(text)).toEqual({
      title: "Harbour tunnel opens, after nine years",
      date: "2026-11-20 08:30",
      categories: ["Asia", "Business"],
      tags: ["harbour tunnel", "교통"],
      description: "What it cost: nothing. Who paid? #1",
      dateline: "HONG KONG",
      source: "Agency News",
      draft: true,
      aliases: [],
    });
  });

  it.each([
    ["a number", "title: 2026"],
    ["a number with an exponent", "title: 1e-5"],
    ["a reserved word", "tags: [yes, Null]"],
    ["a key without a value", "title:"],
    ["a key that stands twice", "title: One\ntitle: Two"],
    ["a comment", "title: One # two"],
    ["text over two lines", "title: One\n  two"],
    ["an escape", 'title: "One\\ntwo"'],
    ["an open quotation mark", 'title: "One'],
    ["a mapping", "source: {name: Agency}"],
    ["a colon that opens a mapping", "title: One: two"],
    ["a tab", "title: One\ttwo"],
    ["a list inside a list", "tags: [a, [b]]"],
    ["an anchor", "tags: &a [b]"],
    ["nothing at all", ""],
  ])("leaves %s to the parser", (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  const pieces = fc.constantFrom(
    ..."a B é 경 0 12 2026-11-20 08:30 1e5 0x1F 0o7 .5 true False NULL yes ~ - -- : :: , [ ] { } # ' \" \\ & * ! | > % @ ` ? = << / ... ---".split(
      " ",
    ),
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\u0000",
  );
  const words = fc.array(pieces, { maxLength: 6 }).map((list) => list.join(""));
  const key = fc.constantFrom(
    "title",
    "tags",
    "date",
    "draft",
    "a",
    "null",
    "constructor",
    "__proto__",
    "b c",
  );
  const line = fc.oneof(
    fc.tuple(key, words).map(([name, text]) => `${name}: ${text}`),
    fc.tuple(key, fc.array(words, { maxLength: 3 })).map(([name, list]) => `${name}: [${list.join(", ")}]`),
    fc.tuple(key, fc.array(words, { maxLength: 3 })).map(([name, list]) => `${name}: [${list.join(",")}]`),
    key.map((name) => `${name}:`),
    fc.tuple(fc.constantFrom("", " ", "  ", "    "), words).map(([indent, text]) => `${indent}- ${text}`),
    words,
    fc.constant(""),
  );

  it("gives what a YAML parser gives, or leaves the text to it", () => {
    const text = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, (yaml) => {
        const plain = readPlainYaml(yaml);
        if (plain === undefined) return;
        const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: true });
        expect([...document.errors, ...document.warnings]).toEqual([]);
        expect(plain).toEqual(document.toJS({ maxAliasCount: 100 }));
        expect(Object.keys(plain)).toEqual(Object.keys(document.toJS()));
      }),
      { numRuns: 20_000 },
    );
  });

  it("is written as most front matter is", () => {
    expect(plainLine("title", "Harbour tunnel opens, after nine years")).toBe(
      "title: Harbour tunnel opens, after nine years\n",
    );
    expect(plainLine("tags", ["harbour tunnel", "교통"])).toBe("tags: [harbour tunnel, 교통]\n");
    expect(plainLine("draft", true)).toBe("draft: true\n");
  });

  it.each<[string, unknown]>([
    ["a number", "2026"],
    ["a reserved word", "Null"],
    ["a colon that opens a mapping", "One: two"],
    ["text over two lines", "One\ntwo"],
    ["an item with a comma", ["One, two"]],
    ["a mapping", { name: "Agency" }],
  ])("leaves %s to the writer of YAML", (_, value) => {
    expect(plainLine("title", value)).toBeUndefined();
  });

  it("is written as a writer of YAML does it, or left to that", () => {
    fc.assert(
      fc.property(key, fc.oneof(words, fc.array(words, { maxLength: 3 }), fc.string()), (name, value) => {
        const plain = plainLine(name, value);
        if (plain === undefined) return;
        const document = new Document(new Map([[name, value]]));
        const list = document.get(name);
        if (isSeq(list)) list.flow = true;
        expect(plain).toBe(document.toString({ lineWidth: 0, flowCollectionPadding: false }));
      }),
      { numRuns: 20_000 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { frontMatterParts } from "../../../../../../src/newsroom/import/formats/markdown/values/front-matter-parts.ts";

function parts(text: string) {
  const read = frontMatterParts("a/b.md", text);
  return "severity" in read ? read : { values: read.values, body: read.body };
}

describe("front matter of other systems", () => {
  test("is YAML between dashes, where numbers, dates and words of YAML 1.1 stay as they were written", () => {
    const text =
      "---\ntitle: 007\ndate: 2020-01-02 9:05:00 +0900\ndraft: false\nsticky: yes\nempty:\n...\nText.\n";
    expect(parts(text)).toEqual({
      values: { title: "007", date: "2020-01-02 9:05:00 +0900", draft: false, sticky: "yes" },
      body: "Text.\n",
    });
  });

  test("may hold a key twice, of which the last value holds, and anchors", () => {
    const text = "---\na: &x [1, two]\nb: *x\ntitle: One\ntitle: Two\n---\n";
    expect(parts(text)).toEqual({ values: { a: ["1", "two"], b: ["1", "two"], title: "Two" }, body: "" });
  });

  test("is TOML between plus signs, whose dates stay as they were written", () => {
    const text =
      '+++\ntitle = "Ferry"\ndate = 2020-01-02T09:05:00+09:00\nday = 2020-01-02\nweight = 7\n[taxonomies]\ntags = ["a b", "c"]\n+++\nText.\n';
    expect(parts(text)).toEqual({
      values: {
        title: "Ferry",
        date: "2020-01-02T09:05:00.000+09:00",
        day: "2020-01-02",
        weight: "7",
        taxonomies: { tags: ["a b", "c"] },
      },
      body: "Text.\n",
    });
  });

  test.for([
    ['{\n  "title": "Ferry",\n  "tags": ["a"]\n}\n\nText.\n', "\nText.\n"],
    ['{\n  "title": "Ferry",\n  "tags": ["a"]\n}\n;;;\nText.\n', "Text.\n"],
    ['---json\n{\n  "title": "Ferry",\n  "tags": ["a"]\n}\n---\nText.\n', "Text.\n"],
    ['---toml\ntitle = "Ferry"\ntags = ["a"]\n---\nText.\n', "Text.\n"],
  ] as const)("is JSON or TOML in other fences: %j", ([text, body]) => {
    expect(parts(text)).toEqual({ values: { title: "Ferry", tags: ["a"] }, body });
  });

  test("is plain headers up to an empty line, with lines that go on and keys that come again", () => {
    const text =
      "Title: Ferry: it returns\nDate: 2020-01-02 09:05\nTags: a, b\nSummary: One line\n    and another\nAuthor: A\nAuthor: B\n\nText: of the body.\n";
    expect(parts(text)).toEqual({
      values: {
        title: "Ferry: it returns",
        date: "2020-01-02 09:05",
        tags: "a, b",
        summary: "One line and another",
        author: ["A", "B"],
      },
      body: "Text: of the body.\n",
    });
  });

  test.for([
    "Just a text.\n",
    "Note: this is a text.\n\nMore.\n",
    "# Heading\n\nText.\n",
    "{ not json\n",
    "",
  ])("is in no text that has none: %j", (text) => {
    expect(parts(text)).toEqual({ values: undefined, body: text });
  });
});

describe("front matter that is wrong", () => {
  test.for([
    ["---\ntitle: Ferry: it returns\n---\n", "yaml-syntax", 2, 8],
    ['---\na: 1\ntitle: "Ferry\n---\n', "unclosed-quote", 3, 8],
    ["---\ntags: [a, b\ntitle: x\n---\n", "yaml-syntax", 2, 7],
    ["---\n- a\n- b\n---\n", "wrong-type", 2, 1],
    ["+++\ntitle = Ferry\n+++\n", "toml-syntax", 2, 9],
    ["---\ntitle: Ferry\n\nText.\n", "unclosed-front-matter", 1, 1],
    ["---js\n{ title: x }\n---\n", "yaml-syntax", 1, 1],
  ] as const)("is told with its line and column: %j", ([text, code, line, column]) => {
    expect(parts(text)).toMatchObject({ file: "a/b.md", severity: "error", code, line, column });
  });

  test("does no harm by aliases of aliases, or by brackets without end", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level += 1) {
      const before = String.fromCharCode(96 + level);
      const name = String.fromCharCode(97 + level);
      bomb.push(
        `${name}: &${name} [*${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}, *${before}]`,
      );
    }
    expect(parts(`---\n${bomb.join("\n")}\n---\n`)).toMatchObject({ code: "yaml-alias" });
    expect(parts(`---\na: &a [*a]\n---\n`)).toMatchObject({ code: "yaml-alias" });
    expect(parts(`---\na: ${"[".repeat(100_000)}\n---\n`)).toMatchObject({ severity: "error" });
    expect(parts(`+++\na = ${"[".repeat(100_000)}\n+++\n`)).toMatchObject({ severity: "error" });
  });

  test("cannot reach what all values have in common", () => {
    const read = parts("---\n__proto__:\n  polluted: yes\nconstructor: x\n---\n");
    expect(Object.hasOwn({}, "polluted")).toBe(false);
    expect(read).toMatchObject({ body: "" });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { z } from "zod";
import { check } from "../../../src/content/yaml/checked.ts";
import { readYaml } from "../../../src/content/yaml/yaml-source.ts";

const schema = z.strictObject({
  title: z.string().min(1),
  size: z.int().min(1, { error: "must be at least 1" }).optional(),
  draft: z.boolean().optional(),
  tags: z.array(z.string().min(1)).optional(),
  image: z.strictObject({ src: z.string() }).optional(),
  notes: z
    .array(z.strictObject({ date: z.string(), text: z.string(), by: z.string().optional() }))
    .optional(),
  style: z.strictObject({ dash: z.string().optional(), quote: z.string().optional() }).optional(),
  source: z
    .union([z.string(), z.strictObject({ name: z.string(), url: z.string().optional() })], {
      error: "must be a name, or {name: …, url: …}",
    })
    .optional(),
  slug: z
    .string()
    .refine((text) => text !== "X", { error: "must be small", params: { code: "bad-slug" } })
    .optional(),
});

const checked = (text: string) => check(schema, readYaml("a.md", text), "front matter");

const told = (text: string) =>
  checked(text).diagnostics.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`);

test("what is as it should be becomes a value", () => {
  expect(checked("title: A\ntags: [x]")).toEqual({
    value: { title: "A", tags: ["x"] },
    diagnostics: [],
    faultyKeys: new Set(),
  });
});

describe("an author is told", () => {
  test.for([
    ["", '1:1 missing-key: front matter has no "title"; add "title: …"'],
    ["title:", '1:7 empty-value: "title" is empty; give it a value or remove the key'],
    ["title: ''", '1:8 empty-value: "title" is empty; give it a value or remove the key'],
    ["title: 1984", '1:8 wrong-type: "title" must be text; put quotation marks around it: "1984"'],
    ["title: 007", '1:8 wrong-type: "title" must be text; put quotation marks around it: "007"'],
    ["title: 0x1F", '1:8 wrong-type: "title" must be text; put quotation marks around it: "0x1F"'],
    ["title: 1.50", '1:8 wrong-type: "title" must be text; put quotation marks around it: "1.50"'],
    ["title: True", '1:8 wrong-type: "title" must be text; put quotation marks around it: "True"'],
    [
      "title: A\ntags: [7, 007]",
      '2:11 wrong-type: "tags[2]" must be text; put quotation marks around it: "007"',
    ],
    ["title: A\ntags: 007", `2:7 wrong-type: "tags" must be a list; write "tags: ['007']"`],
    ["title: A\ntags: a, b", '2:7 wrong-type: "tags" must be a list; write "tags: [a, b]"'],
    ["title: A\ntags: 'a: b'", `2:7 wrong-type: "tags" must be a list; write "tags: ['a: b']"`],
    ["title: A\ntags: it's [sic]", `2:7 wrong-type: "tags" must be a list; write "tags: ['it''s [sic]']"`],
    ["title: [A]", '1:8 wrong-type: "title" must be text'],
    ["title: A\nsize: 0", '2:7 bad-value: "size" must be at least 1'],
    ["title: A\nsize: 1.5", '2:7 wrong-type: "size" must be a whole number'],
    ["title: A\ndraft: yes", '2:8 wrong-type: "draft" must be true or false'],
    ["title: A\ntags: x", '2:7 wrong-type: "tags" must be a list; write "tags: [x]"'],
    ["title: A\ntags: [x, '']", '2:11 empty-value: "tags[2]" is empty; give it a value or remove the key'],
    ["title: A\ntags: {a: x}", '2:7 wrong-type: "tags" must be a list: […]'],
    ["title: A\nimage: a.png", '2:8 wrong-type: "image" must hold keys of its own, such as {src: …}'],
    ["title: A\nimage: {alt: x}", '2:8 missing-key: "image" has no "src"; add "src: …"'],
    ["title: A\nimage: {alt: x}", '2:9 unknown-key: "alt" is not a key of "image"; remove it or correct it'],
    ["title: A\nnotes: x", '2:8 wrong-type: "notes" must be a list of values such as {date: …, text: …}'],
    [
      "title: A\nnotes: [x]",
      '2:9 wrong-type: "notes[1]" must hold keys of its own, such as {date: …, text: …}',
    ],
    ["title: A\nstyle: x", '2:8 wrong-type: "style" must hold keys of its own, such as {dash: …, …}'],
    ["titel: A", '1:1 missing-key: front matter has no "title"; add "title: …"'],
    ["titles: A", '1:1 unknown-key: "titles" is not a key of front matter; did you mean "title"?'],
    ["title: A\nslug: X", '2:7 bad-slug: "slug" must be small'],
    ["Headline: A", '1:1 unknown-key: "Headline" is not a key of front matter; did you mean "title"?'],
    ["- A", '1:1 wrong-type: front matter must be lines of "key: value"'],
    [
      "title: A\n__proto__: x",
      '2:1 unknown-key: "__proto__" is not a key of front matter; remove it or correct it',
    ],
  ])("of %j that %s", ([text = "", expected]) => {
    expect(told(text)).toContain(expected);
  });

  test("what is wrong in the form that a value of several forms has", () => {
    expect(told("title: A\nsource: {name: B, ulr: x}")).toEqual([
      '2:19 unknown-key: "ulr" is not a key of "source"; did you mean "url"?',
    ]);
    expect(told("title: A\nsource: {name: B, url: 5}")).toEqual([
      '2:24 wrong-type: "source.url" must be text; put quotation marks around it: "5"',
    ]);
    expect(told("title: A\nsource: [B]")).toEqual([
      '2:9 wrong-type: "source" must be a name, or {name: …, url: …}',
    ]);
  });

  test("everything that is wrong at once, and which keys are sound", () => {
    const { value, diagnostics, faultyKeys } = checked("title: 5\nextra: x\nimage: {}\ntags: [x]");
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(["missing-key", "unknown-key", "wrong-type"]);
    expect(faultyKeys).toEqual(new Set(["title", "extra", "image"]));
  });

  test("only of the YAML where that cannot be read", () => {
    expect(checked("title: 'A").diagnostics).toMatchObject([{ code: "unclosed-quote" }]);
  });
});

import { describe, expect, test } from "vitest";
import { frontMatterSchema } from "../../../src/content/article/front-matter.ts";
import {
  articleForm,
  keyOfShortForm,
  momentsShown,
  UnreadableArticle,
} from "../../../src/content/writing/article-form.ts";
import { kindAt, ownersOfKeys, schemaAt } from "../../../src/content/yaml/schema-keys.ts";

const valuesOf = (...lines: readonly string[]) =>
  articleForm(`${["---", ...lines, "---", "Text."].join("\n")}\n`).values;

/** Every place of front matter where a value may stand, and whether the schema says that it is a moment. */
const places = [...ownersOfKeys(frontMatterSchema)].flatMap(([key, owners]) =>
  owners.map((owner) => {
    const isList = schemaAt(frontMatterSchema, [owner])?.type === "array";
    const path = owner === "" ? [key] : isList ? [owner, 0, key] : [owner, key];
    const isMoment = kindAt(frontMatterSchema, path) === "moment";
    return { place: owner === "" ? key : `${owner}.${key}`, isMoment };
  }),
);

describe("the form of an article", () => {
  test("has moments in one form where the schema has moments, and every other text as it is", () => {
    const isShownSo = (place: string) => momentsShown("2026-11-20", place) === "2026-11-20 00:00";
    const shown = places.filter(({ place }) => isShownSo(place));
    expect(shown).toEqual(places.filter(({ isMoment }) => isMoment));
    expect(shown.map(({ place }) => place)).toContain("corrections.date");
    expect(
      valuesOf("date: 2026-11-20", "corrections: [{date: 2026-11-21T08:30:00, text: 2026-11-20}]"),
    ).toEqual({
      date: "2026-11-20 00:00",
      corrections: [{ date: "2026-11-21 08:30", text: "2026-11-20" }],
    });
    const lists = valuesOf("tags: [2026-11-20]", "categories:", "  - 2026-11-20T08:30:00");
    expect(lists).toEqual({ tags: ["2026-11-20"], categories: ["2026-11-20T08:30:00"] });
  });

  test("has a group for a source or a place that is written alone, and for no other key", () => {
    expect(valuesOf("source: Agency", "priority: 1", "constructor: x", "toString: y")).toEqual({
      source: { name: "Agency" },
      priority: { place: 1 },
      constructor: "x",
      toString: "y",
    });
    expect(["constructor", "hasOwnProperty", "__proto__"].map(keyOfShortForm)).toEqual(
      Array(3).fill(undefined),
    );
  });

  test.for([
    ["has no front matter", "Text.\n", "must start with front matter"],
    ["is no map", "---\n- a\n---\n", "key: value"],
    ["is no YAML", "---\ntitle: A\ntags: [\n---\n", "line 3: "],
    ["begins a text with a star", "---\ntitle: *Breaking*\n---\n", "between quotation marks"],
    [
      "grows without end",
      `---\na: &a [x, x]\nb: &b [${Array(20).fill("*a")}]\nc: [${Array(20).fill("*b")}]\n---\n`,
      "aliases could not be resolved",
    ],
  ])("is none of a file that %s, which is said in words", ([, text = "", words]) => {
    expect(() => articleForm(text)).toThrow(UnreadableArticle);
    expect(() => articleForm(text)).toThrow(words);
  });
});

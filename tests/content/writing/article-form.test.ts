import { describe, expect, test } from "vitest";
import { frontMatterSchema } from "../../../src/content/article/front-matter.ts";
import { articleForm, momentsShown } from "../../../src/content/writing/article-form.ts";
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
});

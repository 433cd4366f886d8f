import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleForm, filled } from "../../../src/content/writing/article-form.ts";
import { mergedArticle, newArticle } from "../../../src/content/writing/article-merge.ts";

const written = [
  "---",
  "# Ask the harbour office again before noon.",
  'title: "Ferry: fares"   # working title',
  "date: 2026-11-20",
  "categories:",
  "    - Asia    # first",
  "    - 'Business'",
  "",
  "# From the archive",
  "tags: [ ferry,   'port city' ]",
  "source: Agency News",
  "image: {src: ../a.jpg, alt: 'A ferry', credit: House}",
  "corrections:",
  "  # told by a reader",
  "  - date: 2026-11-21T09:30",
  "    text: It was red.",
  "mood: calm",
  "# the end",
  "---",
  "",
  "",
  "Two  spaces, *kept*.  ",
  "",
  "",
  "Last line.",
  "",
  "",
].join("\n");

/** Saves a file after its form was changed. */
function saved(text: string, changes: Readonly<Record<string, unknown>>, body?: string): string {
  const form = articleForm(text);
  return mergedArticle(text, { values: { ...form.values, ...changes }, body: body ?? form.body });
}

/** Lines of the one text that are not in the other, in both directions. */
function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line)),
  };
}

describe("an article that an author wrote by hand, saved by a form", () => {
  test("is the same to the byte where nothing was changed", () => {
    expect(saved(written, {})).toBe(written);
  });

  test("has one line changed for one value changed, with the note behind it", () => {
    expect(changedLines(written, saved(written, { title: "Ferry fares fall" }))).toEqual({
      gone: ['title: "Ferry: fares"   # working title'],
      come: ["title: Ferry fares fall   # working title"],
    });
  });

  test("keeps the notes and quotation marks of what is still in a list", () => {
    expect(changedLines(written, saved(written, { categories: ["Asia", "Business", "Climate"] }))).toEqual({
      gone: ["    - Asia    # first", "    - 'Business'"],
      come: ["  - Asia # first", "  - 'Business'", "  - Climate"],
    });
    expect(changedLines(written, saved(written, { tags: ["port city", "항구"] }))).toEqual({
      gone: ["tags: [ ferry,   'port city' ]"],
      come: ["tags: ['port city', 항구]"],
    });
  });

  test("changes inside a group of values what was changed there", () => {
    const image = { src: "../a.jpg", alt: "A ferry at dusk", credit: "House" };
    expect(changedLines(written, saved(written, { image })).come).toEqual([
      "image: {src: ../a.jpg, alt: A ferry at dusk, credit: House}",
    ]);
    const corrections = [
      { date: "2026-11-21 09:30", text: "It was red." },
      { date: "2026-11-22 10:00", text: "It was blue." },
    ];
    const after = saved(written, { corrections });
    expect(after).toContain(
      "  # told by a reader\n  - date: 2026-11-21T09:30\n    text: It was red.\n  - date: 2026-11-22 10:00\n    text: It was blue.\n",
    );
  });

  test("loses the line of a value that was emptied, and the notes above the next one stay", () => {
    const after = saved(written, { tags: [], image: { src: "", alt: "" }, source: undefined });
    expect(changedLines(written, after)).toEqual({
      gone: [
        "tags: [ ferry,   'port city' ]",
        "source: Agency News",
        "image: {src: ../a.jpg, alt: 'A ferry', credit: House}",
      ],
      come: [],
    });
  });

  test("has new values at the end of its front matter, a switch only where it is on", () => {
    const after = saved(written, { draft: true, dateline: "HONG KONG", slug: "" });
    expect(after).toContain("# the end\ndraft: true\ndateline: HONG KONG\n---\n");
    expect(saved(after, { draft: false })).not.toContain("draft");
  });

  test("does not take a day, or a source by its name alone, for a change", () => {
    const form = articleForm(written);
    expect(form.values["date"]).toBe("2026-11-20 00:00");
    expect(form.values["source"]).toEqual({ name: "Agency News" });
    expect(saved(written, { source: { name: "Agency News", url: "" } })).toBe(written);
    const source = { name: "Agency News", url: "https://agency.example/1" };
    expect(saved(written, { source })).toContain(
      "source:\n  name: Agency News\n  url: https://agency.example/1\n",
    );
  });

  test("does not take a place by its number alone for a change, and writes it so", () => {
    const led = saved(written, { priority: { place: 1, until: "" } });
    expect(led).toContain("\npriority: 1\n");
    expect(articleForm(led).values["priority"]).toEqual({ place: 1 });
    expect(saved(led, { priority: { place: 1 } })).toBe(led);
    expect(saved(led, { priority: { place: 1, until: "2026-11-20 18:00" } })).toContain(
      "priority:\n  place: 1\n  until: 2026-11-20 18:00\n",
    );
  });

  test.for([
    ["braces on one line", "{title: A, date: 2026-11-20, 'mood': calm}\n"],
    ["braces on several lines", "{title: A,\n  date: 2026-11-20, 'mood': calm}\n"],
    ["one indentation", "  title: A\n  date: 2026-11-20\n  'mood': calm\n"],
  ])("keeps its values and their order where all of them stand in %s", ([, yaml]) => {
    const original = `---\n${yaml}---\nText.\n`;
    const form = { title: "B, {c}", tags: ["d: e", "f"], image: { src: "a.jpg", alt: "A" } };
    expect(saved(original, form)).toBe(
      [
        "---",
        "title: B, {c}",
        "date: 2026-11-20",
        "'mood': calm",
        'tags: ["d: e", f]',
        "image:",
        "  src: a.jpg",
        "  alt: A",
        "---",
        "Text.",
        "",
      ].join("\n"),
    );
    expect(saved(original, { date: undefined })).toBe("---\ntitle: A\n'mood': calm\n---\nText.\n");
    expect(saved(original, { title: "", date: "", mood: "" })).toBe("---\n---\nText.\n");
    expect(saved(original, { title: "B" })).toBe(original.replace("title: A", "title: B"));
  });

  test("keeps what was the same as another value that was changed", () => {
    const original = "---\ntitle: &t Ferry\ntags: [*t, 'port']   # both\n---\nText.\n";
    expect(saved(original, { title: "Bridge" })).toBe(
      "---\ntitle: Bridge\ntags: [Ferry, 'port'] # both\n---\nText.\n",
    );
    expect(saved(original, { draft: true })).toBe(original.replace("# both\n", "# both\ndraft: true\n"));
  });

  test("keeps the white space around a body that was changed", () => {
    const after = saved(written, {}, "New text.");
    expect(after.slice(after.lastIndexOf("---"))).toBe("---\n\n\nNew text.\n\n");
    expect(after.slice(0, after.lastIndexOf("---"))).toBe(written.slice(0, written.lastIndexOf("---\n\n")));
  });

  test("holds what the form held, whatever that is", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => value.trim() !== "");
    const values = fc.record(
      {
        title: text,
        tags: fc.array(text),
        description: fc.option(text),
        source: fc.record({ name: text, url: fc.constantFrom("", "https://agency.example/") }),
        image: fc.record({ src: text, alt: text, caption: fc.option(text) }),
        corrections: fc.array(fc.record({ date: fc.constant("2026-11-22 10:00"), text })),
        draft: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (changes) => {
        const after = saved(written, changes);
        const held = articleForm(after).values;
        for (const [key, value] of Object.entries(changes))
          expect([key, filled(held[key])]).toEqual([key, filled(value)]);
        // Saving the same form again changes nothing: the file holds what the form does.
        expect(saved(after, changes)).toBe(after);
        expect(held["mood"]).toBe("calm");
        expect(after).toContain("# From the archive\n");
      }),
    );
  });
});

describe("a new article", () => {
  test("has its values in the order of the form, and none that is empty", () => {
    const values = {
      title: "항구: new",
      date: "2026-11-20 08:30",
      categories: ["Asia", "Business"],
      tags: [],
      source: { name: "Agency News", url: "" },
      image: { src: "../../images/a.jpg", alt: "A ferry", caption: "" },
      draft: false,
    };
    expect(newArticle({ values, body: "\nText.\n" })).toBe(
      [
        "---",
        'title: "항구: new"',
        "date: 2026-11-20 08:30",
        "categories: [Asia, Business]",
        "source: Agency News",
        "image:",
        "  src: ../../images/a.jpg",
        "  alt: A ferry",
        "---",
        "",
        "Text.",
        "",
      ].join("\n"),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reconciledArticle } from "../../../src/content/writing/article-reconciling.ts";

const opened = [
  "---",
  "title: Night ferry   # the desk's own",
  "date: 2026-11-02",
  "categories: [News]",
  "image: {src: a.png, alt: A ferry}",
  "---",
  "",
  "First paragraph.",
  "",
  "Second paragraph.",
  "",
  "Third paragraph.",
  "",
].join("\n");

const changed = (from: string, to: string) => {
  expect(opened).toContain(from);
  return opened.replace(from, to);
};

const edits = {
  headline: ["Night ferry", "Last ferry"],
  note: ["the desk's own", "a note of another"],
  "a caption": ["alt: A ferry}", "alt: A ferry, caption: At night}"],
  "what a picture shows": ["alt: A ferry", "alt: Two ferries"],
  "a new key": ["alt: A ferry}\n", "alt: A ferry}\ntags: [ferries]\n"],
  "a key taken out": ["image: {src: a.png, alt: A ferry}\n", ""],
  "a paragraph": ["First paragraph.", "First words."],
  "the next paragraph": ["Second paragraph.", "Second words."],
  "a paragraph more": ["Third paragraph.\n", "Third paragraph.\n\nA fourth.\n"],
} as const;

const edited = (edit: keyof typeof edits) => changed(edits[edit][0], edits[edit][1]);

const both = (a: keyof typeof edits, b: keyof typeof edits) => edited(a).replace(edits[b][0], edits[b][1]);

describe("two edits of an article", () => {
  test.for([
    ["headline", "a paragraph"],
    ["a paragraph", "headline"],
    ["headline", "note"],
    ["a paragraph", "the next paragraph"],
    ["the next paragraph", "a paragraph"],
    ["a paragraph", "a paragraph more"],
    ["a new key", "a paragraph more"],
    ["headline", "a key taken out"],
    ["a key taken out", "a new key"],
  ] as const)("that do not touch are both in the file: %s in the form, %s in the file", ([mine, theirs]) => {
    const form = edited(mine);
    const file = edited(theirs);
    expect(reconciledArticle(opened, form, file)).toEqual({ text: both(theirs, mine) });
  });

  test("of two values of one group are both in the file", () => {
    const form = edited("a caption");
    const file = edited("what a picture shows");
    const result = reconciledArticle(opened, form, file);
    expect("text" in result && result.text).toMatch(/alt: Two ferries/);
    expect("text" in result && result.text).toMatch(/caption: At night/);
  });

  test("that are the same are no conflict", () => {
    const same = edited("a paragraph");
    expect(reconciledArticle(opened, same, same)).toEqual({ text: same });
  });

  test("of the same value or paragraph are told with both, and all at once", () => {
    const form = changed("Night ferry", "Last ferry").replace("First paragraph.", "My first.");
    const file = changed("Night ferry", "Day ferry").replace("First paragraph.", "Their first.");
    expect(reconciledArticle(opened, form, file)).toEqual({
      clashes: [
        { key: "title", inFile: "Day ferry", inForm: "Last ferry" },
        { key: "body", inFile: "Their first.", inForm: "My first." },
      ],
    });
  });

  test("of which one takes a value out and the other changes it are a conflict", () => {
    const form = edited("a key taken out");
    const file = edited("what a picture shows");
    expect(reconciledArticle(opened, form, file)).toEqual({
      clashes: [{ key: "image", inFile: '{"src":"a.png","alt":"Two ferries"}', inForm: "" }],
    });
  });

  test("leave the file as it is to the byte where the form changed nothing, whatever happened to the file", () => {
    const paragraph = fc.stringMatching(/^[a-z]{1,5}( [a-z]{1,5}){0,3}$/);
    fc.assert(
      fc.property(fc.array(paragraph), fc.array(paragraph), (was, now) => {
        const head = opened.slice(0, opened.indexOf("First"));
        const [before, after] = [was, now].map((body) => `${head}${body.join("\n\n")}\n`);
        expect(reconciledArticle(before ?? "", before ?? "", after ?? "")).toEqual({ text: after });
        // And the other way round: the file was left alone, so it becomes what the form says.
        const result = reconciledArticle(before ?? "", after ?? "", before ?? "");
        expect("text" in result && result.text.trim()).toBe(after?.trim());
      }),
    );
  });
});

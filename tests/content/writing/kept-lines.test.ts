import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptLines } from "../../../src/content/writing/kept-lines.ts";

const text = (...lines: readonly string[]) => lines.join("\n");

const original = text(
  "The *Hope* sails.",
  "",
  "| Ship | Crew |",
  "|:-----|-----:|",
  "| Hope | 12 |",
  "| Star | 30 |",
  "",
  "- one",
  "  - two",
  "",
  "The end.",
);
const rewritten = text(
  "The _Hope_ sails.",
  "",
  "| Ship | Crew |",
  "| --- | --- |",
  "| Hope | 12 |",
  "| Star | 30 |",
  "",
  "- one",
  "    - two",
  "",
  "The end.",
);

describe("a text that an editor wrote anew", () => {
  test("is the original where nobody changed a word", () => {
    expect(keptLines(original, rewritten, rewritten)).toBe(original);
  });

  test("changes in the one line that a person changed", () => {
    expect(keptLines(original, rewritten, rewritten.replace("| Hope | 12 |", "| Hope | 13 |"))).toBe(
      original.replace("| Hope | 12 |", "| Hope | 13 |"),
    );
    expect(keptLines(original, rewritten, rewritten.replace("The end.", "The very end."))).toBe(
      original.replace("The end.", "The very end."),
    );
  });

  test("takes a line as the editor wrote it where a person changed that line", () => {
    expect(keptLines(original, rewritten, rewritten.replace("_Hope_ sails", "_Hope_ sank"))).toBe(
      original.replace("*Hope* sails", "_Hope_ sank"),
    );
  });

  test("grows and shrinks by the lines that a person added and took out", () => {
    expect(keptLines(original, rewritten, `Before.\n\n${rewritten}\n\nAfter.`)).toBe(
      `Before.\n\n${original}\n\nAfter.`,
    );
    const without = (whole: string) => whole.replace("| Star | 30 |\n", "");
    expect(keptLines(original, rewritten, without(rewritten))).toBe(without(original));
    expect(keptLines(original, rewritten, "")).toBe("");
  });

  test("keeps what the editor parted or joined, unless a person changed some of it", () => {
    const row = "| x \\| y | z |";
    const before = text("|---|---|", row, "", "End.");
    const parted = text("| --- | --- |", "", "| x \\ | y | z |", "", "End.");
    expect(keptLines(before, parted, parted.replace("End.", "Stop."))).toBe(before.replace("End.", "Stop."));
    expect(keptLines(before, parted, parted.replace("| z |", "| Z |"))).toContain("| x \\ | y | Z |");
  });

  const lines = fc
    .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
    .map((list) => list.join("\n"));

  test("is the original for every original, and the edited text where the editor rewrites nothing", () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        expect(keptLines(one, other, other)).toBe(one);
        expect(keptLines(one, one, other)).toBe(other);
      }),
    );
  });

  test("has every line that a person wrote", () => {
    fc.assert(
      fc.property(lines, lines, lines, (one, other, edited) => {
        const written = edited.replaceAll("b", "B");
        const count = (whole: string) => whole.split("\n").filter((line) => line === "B").length;
        expect(count(keptLines(one, other, written))).toBe(count(written));
      }),
    );
  });
});

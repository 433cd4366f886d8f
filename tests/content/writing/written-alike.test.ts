import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endedAlike, writtenAlike } from "../../../src/content/writing/written-alike.ts";

describe("a text written in the way of its file", () => {
  test.for([
    ["Windows", "a\r\nb\r\n", "a\nB\n", "a\r\nB\r\n"],
    ["a byte-order mark", "\uFEFFa\n", "b\n", "\uFEFFb\n"],
    ["both", "\uFEFFa\r\n", "a\nb\n", "\uFEFFa\r\nb\r\n"],
    ["two systems, line by line", "a\r\nb\nc\r\n", "a\nb\nX\nc\n", "a\r\nb\nX\nc\r\n"],
    ["old machines", "a\rb\r", "a\nc\n", "a\rc\r"],
    ["one line", "a", "b\nc", "b\nc"],
    ["no end of its last line", "a\r\nb", "a\nc\nb", "a\r\nc\r\nb"],
  ])("has the line ends of %s", ([, written = "", edited = "", expected]) => {
    expect(writtenAlike(written, edited)).toBe(expected);
  });

  test("ends as it did", () => {
    expect(endedAlike("a\r\n\r\n \n", "b\n")).toBe("b\n\n \n");
    expect(endedAlike("a", "b\n")).toBe("b");
    expect(endedAlike("a\n", "b\n")).toBe("b\n");
  });

  const piece = fc.constantFrom("a", "b", "", "\r\n", "\n", "\r");
  const file = fc
    .tuple(fc.constantFrom("", "\uFEFF"), fc.array(piece, { maxLength: 20 }))
    .map(([mark, pieces]) => mark + pieces.join(""));
  const read = (written: string) => written.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

  test("is the file itself where nothing changed, for every mixture of line ends", () => {
    fc.assert(
      fc.property(file, (written) => {
        expect(writtenAlike(written, read(written))).toBe(written);
      }),
    );
  });

  test("reads as what was edited", () => {
    fc.assert(
      fc.property(file, file, (written, other) => {
        fc.pre(!/\r(?!\n)/.test(written));
        expect(read(writtenAlike(written, read(other)))).toBe(read(other));
      }),
    );
  });
});

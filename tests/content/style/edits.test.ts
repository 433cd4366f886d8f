import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { edited, moved } from "../../../src/content/style/edits.ts";

describe("edits of a text", () => {
  test("are made at the places the text had before, in any order", () => {
    const edits = [
      { start: 11, end: 11, text: "s" },
      { start: 0, end: 3, text: "Two" },
      { start: 3, end: 4, text: " big " },
    ];
    expect(edited("One harbour.", edits)).toBe("Two big harbours.");
  });

  test("of a part are the same edits of the whole, moved", () => {
    const text = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, fc.nat(8), fc.nat(8), (before, part, by, one, other) => {
        const [start = 0, end = 0] = [one, other]
          .map((at) => Math.min(at, part.length))
          .sort((a, b) => a - b);
        const edit = { start, end, text: by };
        expect(edited(before + part, [moved(edit, before.length)])).toBe(before + edited(part, [edit]));
      }),
    );
  });

  test("leave a text as it is where there are none", () => {
    expect(edited("Harbour", [])).toBe("Harbour");
  });
});

import { describe, expect, test } from "vitest";
import { Shapes } from "../../../../src/publish/site/trial/shapes.ts";

/** Of values of one kind, which are new as they come. */
const newOf = (...values: readonly object[]) => {
  const shapes = new Shapes();
  return values.map((value) => shapes.isNew("article", value));
};

describe("a value has a new shape", () => {
  test("where something is there that was not, or the other way round", () => {
    expect(
      newOf({ title: "A" }, { title: "B" }, { title: "" }, { title: undefined }, { title: "C" }),
    ).toEqual([true, false, true, true, false]);
  });

  test("where that is so within an object that it holds, or together with another", () => {
    const image = { alt: "A" };
    expect(
      newOf(
        { image },
        { image, mark: "Draft" },
        { image: { alt: "" } },
        { image: { alt: "" }, mark: "Draft" },
      ),
    ).toEqual([true, true, true, true]);
    expect(newOf({ image: { alt: "A" }, by: "B" }, { image: { alt: "C", by: "D" } })).toEqual([true, true]);
  });

  test("where a list is empty, or of another length", () => {
    expect(newOf({ tags: ["a"] }, { tags: ["b"] }, { tags: [] }, { tags: ["a", "b"] })).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test("where an item of a list has another shape at its place, in a value shaped as this one", () => {
    const full = { name: "A", foreign: { language: "ko" } };
    const plain = { name: "B", foreign: undefined };
    const of = (mark: string, ...related: readonly object[]) => ({ mark, related });
    expect(newOf(of("", full, plain), of("", plain, plain), of("", plain, full), of("", full, full))).toEqual(
      [true, true, true, false],
    );
    expect(newOf(of("", full), of("Draft"), of("Draft", full), of("Draft", full))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test("where an item's own list holds what no list there held", () => {
    const of = (...names: readonly (string | undefined)[]) => ({
      groups: [{ items: names.map((name) => ({ name })) }],
    });
    expect(newOf(of("A", "B"), of("C", "D"), of("C", undefined))).toEqual([true, false, true]);
  });

  test("where it is in another language", () => {
    expect(newOf({ language: "ko" }, { language: "en" }, { language: "ko" })).toEqual([true, true, false]);
  });

  test("where no value of its kind had it", () => {
    const shapes = new Shapes();
    expect(["article", "listing", "article"].map((kind) => shapes.isNew(kind, { title: "A" }))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { untilLastUse } from "../../../src/site/feeds/until-last-use.ts";

function counted(uses: readonly string[]) {
  const made: string[] = [];
  const useOf = untilLastUse(uses, (key: string) => {
    made.push(key);
    return { key };
  });
  return { made, useOf };
}

describe("a value that is kept until its last use", () => {
  test("is made once, however often and in whichever order it is used", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "d")), (uses) => {
        const { made, useOf } = counted(uses);
        expect(uses.map((key) => useOf(key).key)).toEqual(uses);
        expect(made).toEqual([...new Set(uses)]);
      }),
    );
  });

  test("is not made before it is used", () => {
    const { made, useOf } = counted(["a", "b"]);
    useOf("b");
    expect(made).toEqual(["b"]);
  });

  test("is one value in all its uses, and forgotten after the last", () => {
    const { useOf } = counted(["a", "a"]);
    const first = useOf("a");
    expect(useOf("a")).toBe(first);
    expect(useOf("a")).not.toBe(first);
  });

  test("is made for each use that nobody announced", () => {
    const { made, useOf } = counted([]);
    expect(useOf("a")).toEqual({ key: "a" });
    useOf("a");
    expect(made).toEqual(["a", "a"]);
  });
});

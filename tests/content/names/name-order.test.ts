import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNames } from "../../../src/content/names/name-order.ts";

const names = fc.array(fc.constantFrom("a", "b", "-", ".", "0", "1", "9", "경"), { maxLength: 8 });
const name = names.map((letters) => letters.join(""));

test("numbers in names count as numbers, however long and with zeros before them or not", () => {
  const inOrder = [
    "a",
    "a-1",
    "a-2",
    "a-10",
    "a-010b",
    "a-99999999999999999998",
    "a-99999999999999999999",
    "b",
  ];
  expect(inOrder.toReversed().sort(compareNames)).toEqual(inOrder);
});

test("the order is one: it does not depend on where names stood, and no two of them are equal", () => {
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareNames(a, b)) + Math.sign(compareNames(b, a))).toBe(0);
      expect(compareNames(a, b) === 0).toBe(a === b);
      if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0);
    }),
  );
});

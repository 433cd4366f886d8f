import { describe, expect, test } from "vitest";
import { onDemand, onDemandFor, onDemandOf } from "../../../src/content/values/on-demand.ts";

describe("a value that is made on demand", () => {
  test("is made once, when it is first asked for", () => {
    let made = 0;
    const value = onDemand(() => {
      made += 1;
      return made;
    });
    expect(made).toBe(0);
    expect([value(), value()]).toEqual([1, 1]);
  });

  test("is made once for each key, undefined too", () => {
    const asked: string[] = [];
    const lengthOf = onDemandFor((text: string) => {
      asked.push(text);
      return text === "" ? undefined : text.length;
    });
    expect(["a", "", "bcd", "", "a"].map(lengthOf)).toEqual([1, undefined, 3, undefined, 1]);
    expect(asked).toEqual(["a", "", "bcd"]);
  });

  test("is made once for each object, whatever it holds", () => {
    const asked: object[] = [];
    const nameOf = onDemandOf(({ name }: { name: string }) => {
      asked.push({ name });
      return name.toUpperCase();
    });
    const [first, second] = [{ name: "quay" }, { name: "quay" }];
    expect([first, second, first].map(nameOf)).toEqual(["QUAY", "QUAY", "QUAY"]);
    expect(asked).toHaveLength(2);
  });

  test("is made at the next call where the first one failed", () => {
    let isOpen = false;
    const door = onDemandFor((name: string) => {
      if (!isOpen) throw new Error(`${name} is closed`);
      return name;
    });
    expect(() => door("quay")).toThrow("quay is closed");
    isOpen = true;
    expect(door("quay")).toBe("quay");
  });
});

import { describe, expect, test } from "vitest";
import { nearest, suggestion } from "../../src/content/suggestion.ts";

describe("a mistyped name", () => {
  test.for([
    ["Buisness", "Business"],
    ["catgories", "categories"],
    ["TITLE", "title"],
    ["tag", "tags"],
    ["dat", "date"],
    ["경재", "경제"],
  ])("%s is taken for %s", ([typed = "", meant = ""]) => {
    expect(nearest(typed, ["unlike", meant, "otherwise"])).toBe(meant);
  });

  test("is not taken for a name of which more than a third is different", () => {
    expect(nearest("sport", ["spat"])).toBeUndefined();
    expect(nearest("headline", ["deadlock"])).toBeUndefined();
  });

  test("is taken for the nearest, and of two as near for the first", () => {
    expect(nearest("business", ["busyess", "busines"])).toBe("busines");
    expect(nearest("cat", ["car", "cap"])).toBe("car");
  });
});

describe("the advice about an unknown name", () => {
  test("is the name that was meant", () => {
    expect(suggestion("Asai", ["Business", "Asia Pacific"])).toBe("; known are Business, Asia Pacific");
    expect(suggestion("Busines", ["Business", "Asia"])).toBe('; did you mean "Business"?');
  });

  test("is no list of more than twenty names, and nothing where there are none", () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `number ${index}`);
    expect(suggestion("x", names(20))).toMatch(/^; known are number 0, .*, number 19$/);
    expect(suggestion("x", names(21))).toBe("");
    expect(suggestion("x", [])).toBe("");
  });
});

import { describe, expect, test } from "vitest";
import { nearest, suggestion } from "../../../src/content/names/suggestion.ts";

describe("a mistyped name", () => {
  test.for([
    ["Buisness", "Business"],
    ["catgories", "categories"],
    ["TITLE", "title"],
    ["tag", "tags"],
    ["dat", "date"],
    ["경재", "경제"],
    ["tilte", "title"],
    ["Asai", "Asia"],
    ["Bsuienss", "Business"],
    ["제경", "경제"],
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
  test("is the name that was meant, or those there are", () => {
    expect(suggestion("Asai", ["Business", "Asia"])).toBe('; did you mean "Asia"?');
    expect(suggestion("Asai", ["Business", "Asia Pacific"])).toBe(
      "; use one of Business, Asia Pacific, or add it to site.yaml",
    );
    expect(suggestion("Sports", ["Business", "Economy"], ["Business"])).toBe(
      "; use one of Business, or add it to site.yaml",
    );
    expect(suggestion("Busines", ["Business", "Asia"])).toBe('; did you mean "Business"?');
  });

  test("is to add it where there are more than twenty names to choose from, or none", () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `number ${index}`);
    expect(suggestion("x", names(20))).toMatch(
      /^; use one of number 0, .*, number 19, or add it to site.yaml$/,
    );
    expect(suggestion("x", names(21))).toBe("; add it to site.yaml");
    expect(suggestion("x", [])).toBe("; add it to site.yaml");
  });
});

import { describe, expect, it } from "vitest";
import { newOnce } from "../../../../src/publish/rendering/templates/once.ts";

describe("parts of pages that are made once", () => {
  it("are made once for the same objects, and again for others", () => {
    const made: string[] = [];
    const once = newOnce((template, context) => {
      made.push(template);
      return `${template} ${JSON.stringify(context)}`;
    });
    const [harbour, market] = [{ name: "Harbour" }, { name: "Market" }];
    const [english, korean] = [{ by: "By" }, { by: "글" }];
    const entry = 'entry.njk {"entry":{"name":"Harbour"},"texts":{"by":"By"}}';
    expect(once("entry.njk", { entry: harbour, texts: english })).toBe(entry);
    expect(once("entry.njk", { entry: harbour, texts: english })).toBe(entry);
    expect(made).toEqual(["entry.njk"]);
    expect(once("entry.njk", { entry: harbour, texts: korean })).toContain("글");
    expect(once("entry.njk", { entry: market, texts: english })).toContain("Market");
    expect(once("other.njk", { entry: harbour, texts: english })).toMatch(/^other/);
    expect(once("entry.njk", { entry: harbour, texts: english })).toBe(entry);
    expect(made).toEqual(["entry.njk", "entry.njk", "entry.njk", "other.njk"]);
  });
});

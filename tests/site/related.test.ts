import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { relatedOlder } from "../../src/site/related.ts";

type Story = { readonly name: string; readonly terms: readonly string[] };

const termsOf = (story: Story) => story.terms;

describe("related stories", () => {
  it("are older ones that share the rarest terms, the newer first among equals", () => {
    const stories = [
      { name: "a", terms: ["Asia", "tunnel"] },
      { name: "b", terms: ["Asia"] },
      { name: "c", terms: ["Asia"] },
      { name: "d", terms: ["Sport"] },
      { name: "e", terms: ["Asia", "tunnel"] },
    ];
    const related = relatedOlder(stories, termsOf, 2);
    const namesFor = (index: number) =>
      related.get(stories[index] ?? { name: "", terms: [] })?.map((one) => one.name);
    expect(namesFor(0)).toEqual([]);
    // "tunnel" is rarer than "Asia"; of b and c, which share as much, c is newer.
    expect(namesFor(4)).toEqual(["a", "c"]);
    expect(namesFor(3)).toEqual([]);
  });

  it("do not change when a newer story is added", () => {
    const story = fc.record({
      name: fc.string(),
      terms: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e")),
    });
    fc.assert(
      fc.property(
        fc.array(story, { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        (stories, limit) => {
          const before = relatedOlder(stories.slice(0, -1), termsOf, limit);
          const after = relatedOlder(stories, termsOf, limit);
          for (const [one, others] of before) expect(after.get(one)).toEqual(others);
        },
      ),
    );
  });
});

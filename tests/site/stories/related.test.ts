import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relatedOlder } from "../../../src/site/stories/related.ts";

type Story = { readonly name: string; readonly terms: readonly string[] };

const story = (name: string, ...terms: string[]): Story => ({ name, terms });

const relatedTo = (name: string, oldestFirst: readonly Story[], limit = 4) => {
  const relatedOf = relatedOlder(oldestFirst, ({ terms }) => terms, limit);
  return oldestFirst
    .filter((one) => one.name === name)
    .flatMap(relatedOf)
    .map((other) => other.name);
};

describe("the stories related to a story", () => {
  test("are older ones that share a term; a rare term counts for more than a common one", () => {
    const stories = [
      story("rare", "tunnel"),
      story("common 1", "asia"),
      story("common 2", "asia"),
      story("unrelated", "sport"),
      story("it", "asia", "tunnel"),
      story("newer", "asia", "tunnel"),
    ];
    expect(relatedTo("it", stories)).toEqual(["rare", "common 2", "common 1"]);
  });

  test("that share more terms come first, and of equals the newer", () => {
    const stories = [
      story("both", "a", "b"),
      story("one", "a"),
      story("other", "b"),
      story("apart", "c"),
      story("it", "a", "b"),
    ];
    expect(relatedTo("it", stories)).toEqual(["both", "other", "one"]);
  });

  test("are no more than a page has room for", () => {
    const stories = [story("1", "a"), story("2", "a"), story("3", "a"), story("it", "a")];
    expect(relatedTo("it", stories, 2)).toEqual(["3", "2"]);
  });

  const anyStories = fc
    .array(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 3 }), { maxLength: 80 })
    .map((all) => all.map((terms, index) => story(String(index), ...terms)));
  const termsOf = ({ terms }: Story) => terms;

  test("are all older, different from one another, and share a term with it", () => {
    fc.assert(
      fc.property(anyStories, (stories) => {
        const relatedOf = relatedOlder(stories, termsOf, 4);
        for (const it of stories) {
          const related = relatedOf(it);
          expect(new Set(related).size).toBe(related.length);
          for (const other of related) {
            expect(Number(other.name)).toBeLessThan(Number(it.name));
            expect(other.terms.some((term) => it.terms.includes(term))).toBe(true);
          }
        }
      }),
    );
  });

  test("stay the same when newer stories come", () => {
    fc.assert(
      fc.property(anyStories, fc.nat(), (stories, some) => {
        const before = stories.slice(0, some % (stories.length + 1));
        const after = relatedOlder(stories, termsOf, 4);
        const relatedBefore = relatedOlder(before, termsOf, 4);
        for (const it of before) expect(after(it)).toEqual(relatedBefore(it));
      }),
    );
  });

  test("are looked for among the 32 newest under a term, however many there are: no build gets quadratic", () => {
    const older = Array.from({ length: 100 }, (_, index) => story(String(index), "asia"));
    const newest = Array.from({ length: 32 }, (_, index) => String(99 - index));
    expect(relatedTo("new", [...older, story("other", "sport"), story("new", "asia")], 100)).toEqual(newest);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { relatedOlder } from "../../src/site/related.ts";

type Story = { readonly name: string; readonly terms: readonly string[] };

const story = (name: string, ...terms: string[]): Story => ({ name, terms });

/** The names of the stories related to the last of a list. */
function relatedToLast(oldestFirst: readonly Story[], limit = 4): string[] | undefined {
  const last = oldestFirst.at(-1);
  const related = relatedOlder(oldestFirst, ({ terms }) => terms, limit);
  return last && related.get(last)?.map(({ name }) => name);
}

describe("related stories", () => {
  test("share a term, and more so if it is a rare one", () => {
    expect(
      relatedToLast([
        story("common", "asia"),
        story("rare", "asia", "lighthouses"),
        story("common too", "asia"),
        story("apart", "sport"),
        story("new", "asia", "lighthouses"),
      ]),
    ).toEqual(["rare", "common too", "common"]);
  });

  test("are so many at most, of equals the newer", () => {
    const older = ["a", "b", "c", "d", "e", "f"].map((name) => story(name, "asia"));
    expect(relatedToLast([...older, story("other", "sport"), story("new", "asia")], 3)).toEqual([
      "f",
      "e",
      "d",
    ]);
  });

  const stories = fc.array(
    fc.uniqueArray(fc.constantFrom("asia", "sport", "ferries", "trade"), { maxLength: 3 }),
    { maxLength: 60 },
  );

  test("are older, and share a term, always", () => {
    fc.assert(
      fc.property(stories, (terms) => {
        const oldestFirst = terms.map((list, index) => story(String(index), ...list));
        for (const [newer, related] of relatedOlder(oldestFirst, (one) => one.terms, 4)) {
          for (const older of related) {
            expect(Number(older.name)).toBeLessThan(Number(newer.name));
            expect(older.terms.some((term) => newer.terms.includes(term))).toBe(true);
          }
        }
      }),
    );
  });

  test("stay the same when newer stories are added", () => {
    fc.assert(
      fc.property(stories, stories, (before, after) => {
        const old = before.map((list, index) => story(String(index), ...list));
        const all = [...old, ...after.map((list, index) => story(`new ${index}`, ...list))];
        const first = relatedOlder(old, (one) => one.terms, 4);
        const second = relatedOlder(all, (one) => one.terms, 4);
        for (const one of old) expect(second.get(one)).toEqual(first.get(one));
      }),
    );
  });

  test("are looked for among the 32 newest under a term, however many there are: no build gets quadratic", () => {
    const older = Array.from({ length: 100 }, (_, index) => story(String(index), "asia"));
    const newest = Array.from({ length: 32 }, (_, index) => String(99 - index));
    expect(relatedToLast([...older, story("other", "sport"), story("new", "asia")], 100)).toEqual(newest);
  });
});

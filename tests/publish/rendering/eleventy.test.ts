import { expect, test } from "vitest";
import { inTurns } from "../../../src/publish/rendering/eleventy.ts";

test("pages are rendered in turns of so many at most, each of which names every kind", () => {
  const page = (path: string) => ({
    path,
    view: () => {
      throw new Error("nobody has to look at a page to place it");
    },
  });
  const [a, b, c] = [page("a"), page("b"), page("c")];
  expect(inTurns({ article: [a, b], listing: [c], lost: [] }, 2)).toEqual([
    { article: [a, b], listing: [], lost: [] },
    { article: [], listing: [c], lost: [] },
  ]);
  expect(inTurns({ article: [a], listing: [b, c] }, 2)).toEqual([
    { article: [a], listing: [b] },
    { article: [], listing: [c] },
  ]);
  expect(inTurns({ article: [] }, 2)).toEqual([]);
});

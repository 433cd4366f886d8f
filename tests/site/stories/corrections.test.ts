import { describe, expect, test } from "vitest";
import { correctionsOf, newestCorrections } from "../../../src/site/stories/corrections.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const corrections = (...ofDays: readonly (readonly [day: string, text: string])[]) =>
  `corrections: [${ofDays.map(([date, text]) => `{date: ${date}, text: ${text}}`).join(", ")}]`;

const articles = articlesOf(siteOf(), [
  ["A", "2026-11-01", corrections(["2026-11-20", "one"], ["2026-11-21", "two"], ["2026-11-20", "three"])],
  ["B", "2026-11-02", corrections(["2026-11-21 08:30", "four"])],
  ["C", "2026-11-03"],
]);

describe("corrections", () => {
  test("have an address by their day, which a later one leaves to them", () => {
    expect(
      articles.map((article) => correctionsOf(article).map(({ anchor, text }) => [anchor, text])),
    ).toEqual([
      [
        ["correction-2026-11-20", "one"],
        ["correction-2026-11-21", "two"],
        ["correction-2026-11-20-2", "three"],
      ],
      [["correction-2026-11-21", "four"]],
      [],
    ]);
  });

  test("of all articles stand newest first, whatever the order of the articles", () => {
    const newest = ["four", "two", "three", "one"];
    expect(newestCorrections(articles).map(({ text }) => text)).toEqual(newest);
    expect(newestCorrections([...articles].reverse()).map(({ text }) => text)).toEqual(newest);
  });
});

import { describe, expect, test } from "vitest";
import { BodyHtml } from "../../src/content/body-html.ts";
import { searchParts } from "../../src/site/search-parts.ts";
import type { SearchRecord } from "../../src/site/search-records.ts";

const none = { category: [], tag: [], source: [], author: [], place: [], year: [], language: [] };

/** So many records of a year, newest first. */
function recordsOf(year: number, count: number): SearchRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    address: `/${year}/${count - index}/`,
    title: "",
    description: "",
    keywords: "",
    body: new BodyHtml("", () => ""),
    language: "en",
    day: 0,
    year,
    facets: none,
    metas: [],
  }));
}

const shape = (records: readonly SearchRecord[]) =>
  searchParts(records).map(({ name, records: own }) => [name, own.length]);

describe("the parts of the search index", () => {
  test("are the newest year, and the years before it together while they are few", () => {
    expect(shape([...recordsOf(2026, 3), ...recordsOf(2025, 2), ...recordsOf(2023, 4)])).toEqual([
      ["", 3],
      ["2023-2025", 6],
    ]);
  });

  test("are closed when they have 10,000 articles", () => {
    expect(
      shape([
        ...recordsOf(2026, 10),
        ...recordsOf(2025, 400),
        ...recordsOf(2024, 6000),
        ...recordsOf(2023, 6000),
        ...recordsOf(2022, 12_000),
      ]),
    ).toEqual([
      ["", 10],
      ["2025", 400],
      ["2023-2024", 12_000],
      ["2022", 12_000],
    ]);
  });

  test("of past years stay as they are when an article is added to the newest", () => {
    const past = [...recordsOf(2025, 7), ...recordsOf(2024, 10_000), ...recordsOf(2020, 5)];
    const before = searchParts([...recordsOf(2026, 2), ...past]);
    const after = searchParts([...recordsOf(2026, 3), ...past]);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  test("follow each other from new to old, so that their articles are in order of time", () => {
    const records = [...recordsOf(2026, 2), ...recordsOf(2025, 10_001), ...recordsOf(2024, 10_001)];
    expect(searchParts(records).flatMap((part) => part.records)).toEqual(records);
  });

  test("of a site without articles are one, and empty", () => {
    expect(searchParts([])).toEqual([{ name: "", records: [] }]);
  });
});

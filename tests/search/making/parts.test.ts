import { describe, expect, test } from "vitest";
import { BodyHtml } from "../../../src/content/markup/body-html.ts";
import { searchParts } from "../../../src/search/making/parts.ts";
import type { SearchRecord } from "../../../src/search/making/records.ts";

const none = { category: [], tag: [], source: [], author: [], place: [], year: [], language: [] };

/** So many records of a month, newest first. */
function recordsOf(month: string, count: number): SearchRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    address: `/${month}/${count - index}/`,
    title: "",
    description: "",
    keywords: "",
    body: new BodyHtml("", () => ""),
    language: "en",
    day: 0,
    month,
    facets: none,
    metas: [],
  }));
}

/** So many records of each month of a year, newest first. */
const yearOf = (year: number, count: number) =>
  Array.from({ length: 12 }, (_, index) =>
    recordsOf(`${year}-${String(12 - index).padStart(2, "0")}`, count),
  ).flat();

const shape = (records: readonly SearchRecord[]) =>
  searchParts(records).map(({ name, records: own }) => [name, own.length]);

describe("the parts of the search index", () => {
  test("are the newest year, and the years before it together while they are few", () => {
    const records = [
      ...recordsOf("2026-03", 3),
      ...recordsOf("2026-01", 996),
      ...recordsOf("2025-12", 2),
      ...recordsOf("2023-04", 4),
    ];
    expect(shape(records)).toEqual([
      ["", 999],
      ["2023-04", 6],
    ]);
  });

  test("are the newest months and those before them, once the newest year has 1,000 articles", () => {
    const records = [
      ...recordsOf("2026-05", 20),
      ...recordsOf("2026-04", 480),
      ...recordsOf("2026-03", 300),
      ...recordsOf("2026-01", 200),
      ...recordsOf("2025-12", 7),
    ];
    expect(shape(records)).toEqual([
      ["", 500],
      ["2026-01", 500],
      ["2025-12", 7],
    ]);
  });

  test("are closed with the month that brings them 2,400 articles", () => {
    expect(shape([...recordsOf("2026-01", 10), ...yearOf(2025, 240), ...yearOf(2024, 250)])).toEqual([
      ["", 10],
      ["2025-09", 4 * 240],
      ["2024-11", 2 * 250 + 8 * 240],
      ["2024-01", 10 * 250],
    ]);
  });

  test("hold twice as many where past years have more than 19,200 articles, so that they stay few", () => {
    expect(shape([...recordsOf("2026-01", 10), ...yearOf(2025, 2000)])).toEqual([
      ["", 10],
      ["2025-10", 6000],
      ["2025-07", 6000],
      ["2025-04", 6000],
      ["2025-01", 6000],
    ]);
  });

  test("hold 9,600 where there are more than 76,800, so that Pagefind has memory for each", () => {
    expect(shape([...recordsOf("2026-01", 10), ...yearOf(2025, 7000)])).toEqual([
      ["", 10],
      ["2025-11", 14_000],
      ["2025-09", 14_000],
      ["2025-07", 14_000],
      ["2025-05", 14_000],
      ["2025-03", 14_000],
      ["2025-01", 14_000],
    ]);
  });

  test("of past years stay as they are when an article is added to the newest", () => {
    const past = [...recordsOf("2025-12", 7), ...yearOf(2024, 400), ...recordsOf("2020-01", 5)];
    const before = searchParts([...recordsOf("2026-02", 2), ...past]);
    const after = searchParts([...recordsOf("2026-02", 3), ...past]);
    expect(after.slice(1)).toEqual(before.slice(1));
  });

  test("follow each other from new to old, so that their articles are in order of time", () => {
    const records = [...yearOf(2026, 300), ...yearOf(2025, 900), ...yearOf(2024, 40)];
    expect(searchParts(records).flatMap((part) => part.records)).toEqual(records);
  });

  test("of a site without articles are one, and empty", () => {
    expect(searchParts([])).toEqual([{ name: "", records: [] }]);
  });
});

import { expect, test } from "vitest";
import { seriesConflicts } from "../../../../src/site/pages/series/series-conflicts.ts";
import { articlesOf, siteOf } from "../../../site-values.ts";

const told = (values: Parameters<typeof articlesOf>[1]) =>
  seriesConflicts(articlesOf(siteOf(), values)).map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
  );

test("two spellings of a series are told where the one stands that fewer articles have", () => {
  expect(
    told([
      ["a", "2026-11-01", "series: Port, by Night"],
      ["b", "2026-11-02", "series: Port by night"],
      ["c", "2026-11-03", "series: Port by night"],
      ["d", "2026-11-04", "series: Starboard"],
    ]),
  ).toEqual([
    'articles/a.md:5:9 same-slug: the series "Port, by Night" and "Port by night" in articles/b.md have one address, /series/port-by-night/; spell them alike',
  ]);
});

test("of two spellings that are as frequent, that of the first file is meant", () => {
  expect(
    told([
      ["part-10", "2026-11-01", "series: PORT"],
      ["part-9", "2026-11-02", "series: Port"],
    ]),
  ).toEqual([
    'articles/part-10.md:5:9 same-slug: the series "PORT" and "Port" in articles/part-9.md have one address, /series/port/; spell them alike',
  ]);
});

test("a series of one spelling is no conflict, nor is a tag of its name", () => {
  expect(
    told([
      ["a", "2026-11-01", "series: Port", "tags: [PORT]"],
      ["b", "2026-11-02", "series: Port"],
    ]),
  ).toEqual([]);
});

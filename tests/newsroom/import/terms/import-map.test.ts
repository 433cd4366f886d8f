import { describe, expect, test } from "vitest";
import { readImportMap } from "../../../../src/newsroom/import/terms/import-map.ts";

function faultsOf(...lines: readonly string[]): string[] {
  const { diagnostics } = readImportMap("map.yaml", lines.join("\n"));
  return diagnostics.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
  );
}

describe("the file of --map", () => {
  test("gives foreign keys and terms our names, or none", () => {
    const { map } = readImportMap(
      "map.yaml",
      "keys:\n  byline: authors\n  layout: null\ncategories:\n  Wirtschaft: Business\n  Uncategorized: ~\n",
    );
    expect([...(map?.keys ?? [])]).toEqual([
      ["byline", "authors"],
      ["layout", null],
    ]);
    expect([...(map?.terms.get("category") ?? [])]).toEqual([
      ["Wirtschaft", "Business"],
      ["Uncategorized", null],
    ]);
    expect(map?.terms.get("tag")?.size).toBe(0);
  });

  test("may be empty", () => {
    expect(faultsOf("# nothing yet")).toEqual([]);
  });

  test("is told where it is wrong, and what to do", () => {
    expect(faultsOf("category:", "  a: b")).toEqual([
      'map.yaml:1:1 unknown-key: "category" is not a key of the map; did you mean "categories"?',
    ]);
    expect(faultsOf("tags: [a]")).toEqual([
      'map.yaml:1:7 wrong-type: "tags" must be lines such as "Their name: Our name"',
    ]);
    expect(faultsOf("tags:", "  a: [b]")).toEqual([
      'map.yaml:2:6 wrong-type: "tags.a" must be a name, or null',
    ]);
    expect(faultsOf("keys:", "  byline: author")).toEqual([
      expect.stringMatching(
        /^map\.yaml:2:11 bad-value: "keys\.byline" must be a key of front matter \(title, .*not "author"$/,
      ),
    ]);
  });
});

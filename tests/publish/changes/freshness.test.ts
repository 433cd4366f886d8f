import { expect, test } from "vitest";
import { Freshness } from "../../../src/publish/changes/freshness.ts";

test("a file is made where its key is not that of what stands, and else left where it is", () => {
  const file = { key: "one", digest: "d", sizeBytes: 1, writtenMs: 0 };
  const left: string[] = [];
  const freshness = new Freshness(
    new Map([
      ["same", file],
      ["other", file],
    ]),
    (path) => left.push(path),
  );
  expect([
    freshness.isStale("same", "one"),
    freshness.isStale("other", "two"),
    freshness.isStale("new", "one"),
  ]).toEqual([false, true, true]);
  expect(left).toEqual(["same"]);
  expect(["same", "other", "new"].map((path) => freshness.isNew(path))).toEqual([false, false, true]);
  expect([...freshness.keys]).toEqual([
    ["same", "one"],
    ["other", "two"],
    ["new", "one"],
  ]);
});

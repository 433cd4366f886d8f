import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { isPathBelow, isWithin, pathFrom } from "../../../src/content/files/paths.ts";

describe("a path in a list", () => {
  test.for(["index.html", "2026/11/a/index.html", ".well-known/trust.txt", "경제/..a/b..", "a\\b"])(
    "leads to something below the folder: %s",
    (path) => expect(isPathBelow(path)).toBe(true),
  );

  test.for([
    "",
    ".",
    "..",
    "../victim.txt",
    "a/../../victim.txt",
    "/etc/passwd",
    "a//b",
    "a/",
    "a/.",
    "C:/x",
    "..\\x",
    "a\\..\\..\\x",
    "\\\\host\\x",
    "a\0b",
  ])("is not taken for one: %j", (path) => expect(isPathBelow(path)).toBe(false));
});

describe("a place", () => {
  test.for([
    ["/site/articles", "/site", true],
    ["/site", "/site", true],
    ["/site/..a", "/site", true],
    ["/site", "/", true],
    ["/", "/", true],
    ["/site-old/articles", "/site", false],
    ["/", "/site", false],
  ] as const)("%s lies within %s: %s", ([place, folder, isThere]) => {
    expect(isWithin(resolve(place), resolve(folder))).toBe(isThere);
  });

  test("has a path with forward slashes from a folder", () => {
    expect(pathFrom(resolve("/site"), join(resolve("/site"), "articles", "a.md"))).toBe("articles/a.md");
  });
});

import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownListName, ownListText, readOwnFiles } from "../../../../src/publish/output/standing/own-files.ts";
import { siteFolder } from "../../../site-folder.ts";

const listOf = async (text: string) => readOwnFiles(await siteFolder({ [ownListName]: text }));

describe("the list of Dateline's files in an output folder", () => {
  test("gives what it was written of, and is the same in whatever order that came", async () => {
    expect(ownListText(["b/index.html", "a.html"])).toBe(ownListText(["a.html", "b/index.html"]));
    expect(await listOf(ownListText(["b/index.html", "a.html"]))).toEqual(
      new Set(["a.html", "b/index.html"]),
    );
  });

  test.for(["../victim.txt", "/victim.txt", "a/../../victim.txt", ""])(
    "is not trusted where it names what lies elsewhere: %j",
    async (path) => {
      expect(await listOf(ownListText(["a.html", path]))).toBeUndefined();
    },
  );

  test("is not trusted where it is missing, cut short or changed", async () => {
    const text = ownListText(["a.html"]);
    expect(await readOwnFiles(join(await siteFolder({}), "none"))).toBeUndefined();
    expect(await listOf(text.slice(0, -2))).toBeUndefined();
    expect(await listOf(text.replace("a.html", "b.html"))).toBeUndefined();
  });
});

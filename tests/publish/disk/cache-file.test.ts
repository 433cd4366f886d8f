import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hexDigest } from "../../../src/content/values/digest.ts";
import { readCacheFile, writeCacheFile } from "../../../src/publish/disk/cache-file.ts";
import { siteFolder } from "../../site-folder.ts";

describe("a file of the cache", () => {
  async function written(): Promise<string> {
    const file = join(await siteFolder({}), ".cache/articles");
    await writeCacheFile(file, "articles", { title: "부산" });
    return file;
  }

  test("gives back what was put in", async () => {
    expect(await readCacheFile(await written(), "articles")).toEqual({ title: "부산" });
  });

  test("is nothing where it is missing, or of another kind", async () => {
    const file = await written();
    expect(await readCacheFile(`${file}-missing`, "articles")).toBeUndefined();
    expect(await readCacheFile(file, "pages")).toBeUndefined();
  });

  test.for([
    ["cut short", (text: string) => text.slice(0, -3)],
    ["tampered with", (text: string) => text.replace("부산", "부신")],
    ["of another version", (text: string) => text.replace("dateline-cache 1", "dateline-cache 2")],
    ["emptied", () => ""],
    ["vouched for, and no JSON", () => `dateline-cache 1 articles ${hexDigest("{")}\n{`],
  ] as const)("is nothing where it is %s", async ([, damaged]) => {
    const file = await written();
    await writeFile(file, damaged(await readFile(file, "utf8")));
    expect(await readCacheFile(file, "articles")).toBeUndefined();
  });
});

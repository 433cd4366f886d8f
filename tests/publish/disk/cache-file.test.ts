import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hexDigest } from "../../../src/content/values/digest.ts";
import {
  readCached,
  readCacheFile,
  writeCached,
  writeCacheFile,
} from "../../../src/publish/disk/cache-file.ts";
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

  test("gives back bytes that are no text, and none where one of them changed", async () => {
    const file = await written();
    const bytes = Uint8Array.of(0xff, 0x0a, 0x00, 0xd8, 0x0a);
    await writeCached(file, "media", bytes);
    expect(new Uint8Array((await readCached(file, "media")) ?? [])).toEqual(bytes);
    const kept = await readFile(file);
    kept[kept.length - 2] = 0xd9;
    await writeFile(file, kept);
    expect(await readCached(file, "media")).toBeUndefined();
  });

  test("is not written where its text would be longer than a text can be", async () => {
    const file = join(await siteFolder({}), ".cache/articles");
    // As V8 says it of a text of half a gigabyte.
    const endless = { toJSON: () => "x".repeat(2 ** 30) };
    await writeCacheFile(file, "articles", endless);
    expect(await readCacheFile(file, "articles")).toBeUndefined();
  });

  test("costs nothing but time where it cannot be written", async () => {
    const file = await written();
    await mkdir(`${file}-folder/below`, { recursive: true });
    await writeCacheFile(`${file}-folder`, "articles", {});
    expect(await readCacheFile(`${file}-folder`, "articles")).toBeUndefined();
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

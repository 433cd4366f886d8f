import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ContentCache } from "../../../src/publish/disk/content-cache.ts";
import { siteFolder } from "../../site-folder.ts";

describe("what was slow to make", () => {
  test("is found by its name in the next build, and not where a build is to be fresh", async () => {
    const folder = await siteFolder({});
    await new ContentCache(folder, false).keep("media/a.jpg", Buffer.from("picture"));
    const found = await new ContentCache(folder, false).find("media/a.jpg");
    expect(Buffer.from(found ?? []).toString()).toBe("picture");
    expect(await new ContentCache(folder, false).find("media/b.jpg")).toBeUndefined();
    expect(await new ContentCache(folder, true).find("media/a.jpg")).toBeUndefined();
  });

  test.for([
    ["cut short", (kept: Buffer) => kept.subarray(0, -1)],
    ["shorter than its checksum", (kept: Buffer) => kept.subarray(0, 5)],
    ["changed", (kept: Buffer) => Buffer.concat([kept.subarray(0, -1), Buffer.from("x")])],
    ["emptied", () => Buffer.alloc(0)],
  ] as const)("is not used where its file was %s", async ([, damage]) => {
    const folder = await siteFolder({});
    const cache = new ContentCache(folder, false);
    await cache.keep("a", Buffer.from("picture"));
    const file = join(folder, ".cache/a");
    await writeFile(file, damage(await readFile(file)));
    expect(await cache.find("a")).toBeUndefined();
  });

  test("may be impossible to keep, which costs time alone", async () => {
    const folder = await siteFolder({ ".cache": "a file where the folder should be" });
    await new ContentCache(folder, false).keep("a", Buffer.from("picture"));
    expect(await new ContentCache(folder, false).find("a")).toBeUndefined();
  });
});

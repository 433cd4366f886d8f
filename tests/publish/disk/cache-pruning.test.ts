import { mkdir, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pruneCache } from "../../../src/publish/disk/cache-pruning.ts";
import { filesBelow, siteFolder, writeFiles } from "../../site-folder.ts";

const nowMs = Date.parse("2026-11-24");
const daysAgo = (days: number) => new Date(nowMs - days * 24 * 60 * 60 * 1000);

/** A cache whose files were written so many days ago. */
async function cacheOf(ages: Readonly<Record<string, number>>): Promise<string> {
  const folder = await siteFolder({});
  const cache = join(folder, ".cache");
  await mkdir(cache);
  for (const [path, days] of Object.entries(ages)) {
    await writeFiles(cache, { [path]: "x" });
    await utimes(join(cache, path), daysAgo(days), daysAgo(days));
  }
  return cache;
}

const left = async (cache: string) => [...(await filesBelow(cache)).keys()];

describe("the cache", () => {
  test("loses pictures and cards that no page shows and that were made over 30 days ago", async () => {
    const cache = await cacheOf({
      "media/ab/0123456789abcdef-card.png": 31,
      "media/ab/0123456789abcdef-1-800.avif": 31,
      "media/ab/1123456789abcdef-1-800.avif": 31,
      "media/cd/0123456789abcdef-card.png": 29,
    });
    pruneCache(cache, new Set(["media/ab/0123456789abcdef-1-800.avif"]), nowMs);
    expect(await left(cache)).toEqual([
      "media/ab/0123456789abcdef-1-800.avif",
      "media/cd/0123456789abcdef-card.png",
    ]);
  });

  test("keeps the records of the eight outputs that were built last", async () => {
    const recordOf = (index: number) => `published-${String(index).padStart(22, "0")}`;
    const ages = Array.from({ length: 10 }, (_, index) => [recordOf(index), (index * 7) % 10] as const);
    const cache = await cacheOf({ ...Object.fromEntries(ages), articles: 400 });
    pruneCache(cache, new Set(), nowMs);
    const oldest = ages.filter(([, days]) => days >= 8).map(([name]) => name);
    expect(oldest).toHaveLength(2);
    expect(await left(cache)).toEqual(
      ["articles", ...ages.map(([name]) => name).filter((name) => !oldest.includes(name))].sort(),
    );
  });

  test("loses after a day what a killed run had half-written", async () => {
    const id = "a3d0f458-7ec7-4fe9-96c5-a99bb5edbbd4";
    const cache = await cacheOf({
      [`articles.${id}`]: 2,
      [`.dateline-articles-${id}`]: 2,
      [`published-${"0".repeat(22)}.${id}`]: 0.5,
      [`media/ab/0123456789abcdef-card.png.${id}`]: 2,
      [`media/ab/.dateline-0123456789abcdef-card.png-${id}`]: 2,
      [`media/ab/1123456789abcdef-card.png.${id}`]: 0.5,
    });
    pruneCache(cache, new Set(), nowMs);
    expect(await left(cache)).toEqual([
      `media/ab/1123456789abcdef-card.png.${id}`,
      `published-${"0".repeat(22)}.${id}`,
    ]);
  });

  test("loses nothing that has another name, or lies behind a link", async () => {
    const ages = {
      "media/ab/holiday.jpg": 400,
      "media/notes/0123456789abcdef-card.png": 400,
      "thesis.txt": 400,
    };
    const cache = await cacheOf({ ...ages, "elsewhere/ab/0123456789abcdef-card.png": 400 });
    await symlink("../elsewhere/ab", join(cache, "media/cd"));
    const linked = await cacheOf({});
    await symlink(join(cache, "elsewhere"), join(linked, "media"));
    const before = await left(cache);
    pruneCache(cache, new Set(), nowMs);
    pruneCache(linked, new Set(), nowMs);
    pruneCache(join(cache, "no such folder"), new Set(), nowMs);
    expect(await left(cache)).toEqual(before);
  });
});

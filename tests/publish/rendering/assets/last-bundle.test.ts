import { rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { whileUnchanged } from "../../../../src/publish/rendering/assets/last-bundle.ts";
import { siteFolder } from "../../../site-folder.ts";

/** What is made of two files, and how often it was. */
async function bundleOfTwo(makingOf: (files: readonly string[]) => Promise<void> = async () => {}) {
  const folder = await siteFolder({ "a.css": "a", "b.css": "b" });
  const files = ["a.css", "b.css"].map((name) => join(folder, name));
  let made = 0;
  const bundle = whileUnchanged(async () => {
    made += 1;
    await makingOf(files);
    return { value: made, files };
  });
  return { files, bundle };
}

/** Nobody writes to the files for as long as a file system may take two writes for one. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2100));

test("what was bundled is bundled again when a file of it was written to, made or removed, and not before", async () => {
  const { files, bundle } = await bundleOfTwo();
  const [first = "", second = ""] = files;
  await settled();
  expect([await bundle(), await bundle()]).toEqual([1, 1]);
  await writeFile(first, "c");
  expect(await bundle()).toBe(2);
  await settled();
  expect([await bundle(), await bundle()]).toEqual([3, 3]);
  await rm(second);
  expect(await bundle()).toBe(4);
  await writeFile(second, "b");
  expect(await bundle()).toBe(5);
});

test("what is bundled while its files are written is not remembered: they may be written again within the same moment", async () => {
  const { bundle } = await bundleOfTwo(async ([first = ""]) => {
    await writeFile(first, "c");
    // A time that is set says nothing of when it was set.
    await utimes(first, 0, 0);
  });
  expect([await bundle(), await bundle()]).toEqual([1, 2]);
});

import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeWhole } from "../../../src/publish/disk/whole-file.ts";
import { siteFolder } from "../../site-folder.ts";

test("a file is written with the folders above it, over the one before, and nothing is left beside it", async () => {
  const folder = await siteFolder({});
  const file = join(folder, ".cache/media/a.bin");
  await writeWhole(file, "before");
  await Promise.all([writeWhole(file, "after"), writeWhole(file, "after")]);
  expect(await readFile(file, "utf8")).toBe("after");
  expect(await readdir(join(folder, ".cache/media"))).toEqual(["a.bin"]);
});

test("a file that cannot be put in place leaves nothing beside it", async () => {
  const folder = await siteFolder({});
  await mkdir(join(folder, "taken/below"), { recursive: true });
  await expect(writeWhole(join(folder, "taken"), "text")).rejects.toThrow();
  expect((await readdir(folder)).sort()).toEqual(["articles", "site.yaml", "taken"]);
});

import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { writeAllWhole, writeWhole } from "../../../src/publish/disk/whole-file.ts";
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

test("of several files, none is in place where one cannot be written, and nothing is left aside", async () => {
  const folder = await siteFolder({ "articles/a.md": "before" });
  const files = ["articles/a.md", "site.yaml/below.md"].map((path) => ({
    file: join(folder, path),
    content: "after",
  }));
  await expect(writeAllWhole(files, { asideFolder: folder })).rejects.toThrow(/ENOTDIR|EEXIST/);
  expect(await readFile(join(folder, "articles/a.md"), "utf8")).toBe("before");
  expect((await readdir(folder)).sort()).toEqual(["articles", "site.yaml"]);
});

test("a name as long as a disk takes has room aside, in any script", async () => {
  const folder = await siteFolder({});
  for (const name of [`${"a".repeat(252)}.md`, `${"항".repeat(84)}.md`, `${"😀".repeat(63)}.md`]) {
    await writeWhole(join(folder, name), "text", { mode: 0o600 });
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }
});

test("the permissions that a file shall have are its own, whatever new files get", async () => {
  const file = join(await siteFolder({}), "a.md");
  const umask = process.umask(0o022);
  onTestFinished(() => void process.umask(umask));
  await writeWhole(file, "text", { mode: 0o664 });
  expect((await stat(file)).mode & 0o777).toBe(0o664);
});

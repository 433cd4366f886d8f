import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTextFile } from "../../../src/content/files/folder-files.ts";
import { siteFolder } from "../../site-folder.ts";

describe("a text file of a site folder", () => {
  test("is read without its byte-order mark, and may be absent", async () => {
    const folder = await siteFolder({ "redirects.txt": "\uFEFF/a /b\n" });
    expect(await readTextFile(folder, "redirects.txt")).toBe("/a /b\n");
    expect(await readTextFile(folder, "no-such.txt")).toBeUndefined();
  });

  test("that cannot be read, or holds no text, is told by its name", async () => {
    const folder = await siteFolder({ "a.txt": "" });
    await mkdir(join(folder, "folder.txt"));
    await writeFile(join(folder, "bytes.txt"), Buffer.from([0xff, 0xfe, 0xfd]));
    expect(await readTextFile(folder, "folder.txt")).toMatchObject({
      file: "folder.txt",
      code: "unreadable-file",
    });
    expect(await readTextFile(folder, "bytes.txt")).toMatchObject({ file: "bytes.txt", severity: "error" });
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FileWriter } from "../../src/build/file-writer.ts";
import { filesBelow } from "../site-folder.ts";

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe("files written beside one another", () => {
  test("are all there at the end, with the folders above them, many more than are written at a time", async () => {
    const folder = await emptyFolder();
    const writer = new FileWriter(folder);
    const files = new Map(
      Array.from({ length: 200 }, (_, index) => [`a/${index % 7}/b/${index}.txt`, `text ${index}`]),
    );
    files.set("top.txt", "top");
    for (const [path, text] of files) await writer.write(path, text);
    await writer.write("bytes.bin", Uint8Array.of(0xff, 0x00));
    await writer.finish();
    const written = await filesBelow(folder);
    expect(written.get("bytes.bin")).toBe("\u00FF\u0000");
    written.delete("bytes.bin");
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(files));
  });

  test("may be handed over all at once", async () => {
    const folder = await emptyFolder();
    const writer = new FileWriter(folder);
    await Promise.all(Array.from({ length: 100 }, (_, index) => writer.write(`${index}/index.html`, "x")));
    await writer.finish();
    expect((await filesBelow(folder)).size).toBe(100);
  });

  test("that cannot be written fail at the end, by the first reason, and the others are written", async () => {
    const folder = await emptyFolder();
    const writer = new FileWriter(folder);
    await writer.write("a", "a file");
    await writer.finish();
    await writer.write("a/b.txt", "below a file");
    await writer.write("c.txt", "beside it");
    await expect(writer.finish()).rejects.toThrow("ENOTDIR");
    expect((await filesBelow(folder)).get("c.txt")).toBe("beside it");
  });
});

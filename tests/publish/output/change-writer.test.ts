import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { digestOf } from "../../../src/content/values/digest.ts";
import { ChangeWriter } from "../../../src/publish/output/change-writer.ts";
import { Crew } from "../../../src/publish/threads/crew.ts";
import { filesBelow } from "../../site-folder.ts";

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const standsAs = (text: string) => ({
  key: "k",
  digest: digestOf(text),
  sizeBytes: text.length,
  writtenMs: 1,
});

describe("what a build makes", () => {
  test("is written, with the folders above it, texts and bytes", async () => {
    const folder = await emptyFolder();
    const writer = new ChangeWriter(folder, new Crew(), new Map());
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

  test("is written whole, whatever its length and letters, a short text after a long one", async () => {
    const folder = await emptyFolder();
    const writer = new ChangeWriter(folder, new Crew(), new Map());
    // Three bytes a letter: 1.2 MB, more than is set aside for texts, and 0.9 MB, less.
    const texts = ["京".repeat(400_000), "京".repeat(300_000), "é", ""];
    for (const [index, text] of texts.entries()) await writer.write(`${index}.txt`, text);
    await writer.finish();
    for (const [index, text] of texts.entries()) {
      expect((await readFile(join(folder, `${index}.txt`), "utf8")) === text, `text ${index}`).toBe(true);
    }
  });

  test("is not written where the output holds it already, and is recorded with its new key", async () => {
    const folder = await emptyFolder();
    const standing = new Map([
      ["same.html", standsAs("same")],
      ["other.html", standsAs("before")],
      ["left.html", standsAs("left")],
    ]);
    const writer = new ChangeWriter(folder, new Crew(), standing);
    writer.isStale("same.html", "new key");
    await writer.write("same.html", "same");
    await writer.write("other.html", "after");
    writer.leave("left.html");
    await writer.finish();
    expect(Object.fromEntries(await filesBelow(folder))).toEqual({ "other.html": "after" });
    expect([...writer.written.keys()]).toEqual(["other.html"]);
    expect(Object.fromEntries(writer.records())).toMatchObject({
      "same.html": { ...standsAs("same"), key: "new key" },
      "left.html": { ...standsAs("left"), key: "" },
      "other.html": { digest: digestOf("after"), sizeBytes: 5, key: "" },
    });
  });

  test("is left, key and all, where the output holds what has its key", async () => {
    const standing = new Map([["page.html", standsAs("page")]]);
    const writer = new ChangeWriter(await emptyFolder(), new Crew(), standing);
    expect([writer.isNew("page.html"), writer.isNew("other.html")]).toEqual([false, true]);
    expect([writer.isStale("page.html", "k"), writer.isStale("other.html", "k")]).toEqual([false, true]);
    await writer.finish();
    expect(Object.fromEntries(writer.records())).toEqual({ "page.html": standsAs("page") });
  });

  test("fails at the end where it cannot be written, by the first reason, and the rest is written", async () => {
    const folder = await emptyFolder();
    const writer = new ChangeWriter(folder, new Crew(), new Map());
    await writer.write("a", "a file");
    await writer.write("a/b.txt", "below a file");
    await writer.write("c.txt", "beside it");
    await expect(writer.finish()).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect((await filesBelow(folder)).get("c.txt")).toBe("beside it");
  });
});

describe("a file that is published as it is", () => {
  /** Larger than what is read at once. */
  const large = Buffer.alloc(3_000_000, "0123456789");

  test("is copied, whatever its size, and recorded by its content", async () => {
    const [source, target] = [await emptyFolder(), await emptyFolder()];
    await writeFile(join(source, "a.pdf"), large);
    const writer = new ChangeWriter(target, new Crew(), new Map());
    writer.copy("deep/in/a.pdf", join(source, "a.pdf"));
    expect((await readFile(join(target, "deep/in/a.pdf"))).equals(large)).toBe(true);
    expect(writer.written.get("deep/in/a.pdf")).toMatchObject({
      digest: digestOf(large),
      sizeBytes: 3_000_000,
    });
  });

  test("is not written where a copy of it stands, and not even read where it was not written to since", async () => {
    const [source, target] = [await emptyFolder(), await emptyFolder()];
    const file = join(source, "a.txt");
    await writeFile(file, "same");
    const first = new ChangeWriter(target, new Crew(), new Map([["a.txt", standsAs("same")]]));
    first.copy("a.txt", file);
    const records = first.records();
    expect(records.get("a.txt")).toMatchObject({ digest: digestOf("same"), writtenMs: 1 });
    const second = new ChangeWriter(
      target,
      new Crew(),
      new Map([["a.txt", { ...standsAs("????"), key: records.get("a.txt")?.key ?? "" }]]),
    );
    second.copy("a.txt", file);
    expect([first.written.size, second.written.size, await filesBelow(target)]).toEqual([0, 0, new Map()]);
    await writeFile(file, "else");
    const third = new ChangeWriter(target, new Crew(), new Map(Object.entries(records)));
    third.copy("a.txt", file);
    expect(third.written.get("a.txt")).toMatchObject({ digest: digestOf("else") });
  });
});

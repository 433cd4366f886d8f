import { mkdtemp, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { adoptInPlace, touchedBelow } from "../../../src/publish/output/adopting.ts";
import { ChangeWriter } from "../../../src/publish/output/change-writer.ts";
import { Crew } from "../../../src/publish/threads/crew.ts";
import { writeFiles } from "../../site-folder.ts";

test("what a run writes in the output itself is taken, and what others write to theirs meanwhile stays theirs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dateline-adopting-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const theirs = { ".git/HEAD": "x", CNAME: "news.example" };
  await writeFiles(folder, { ...theirs, "about/index.html": "Old.", "left.txt": "Left." });
  const before = touchedBelow(folder);
  const standing = {
    sound: new Map(),
    paths: new Set(["about/index.html", "left.txt"]),
    foreign: new Set([".git/", "CNAME"]),
  };
  await utimes(join(folder, "CNAME"), 0, 0);
  await writeFiles(folder, {
    ".git/HEAD": "y",
    ".git/index": "new",
    "about/index.html": "New.",
    "menu.txt": "M",
  });
  const writer = new ChangeWriter(folder, new Crew(), new Map());
  expect(adoptInPlace(folder, before, standing, writer).sort()).toEqual(["about/index.html", "menu.txt"]);
});

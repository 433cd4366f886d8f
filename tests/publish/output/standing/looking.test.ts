import { mkdir, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listWithStamps } from "../../../../src/content/files/articles-listing.ts";
import { digestOf } from "../../../../src/content/values/digest.ts";
import { writePublishedTo } from "../../../../src/publish/output/published.ts";
import { beginLook } from "../../../../src/publish/output/standing/looking.ts";
import { ownListName, ownListText } from "../../../../src/publish/output/standing/own-files.ts";
import type { PublishedFile } from "../../../../src/publish/output/standing/recorded-files.ts";
import { siteFolder, writeFiles } from "../../../site-folder.ts";

/** A page as it stands, or as it stood: what it says, and how the record has it. */
const pages = {
  "sound/index.html": ["Sound.", "Sound."],
  "edited/index.html": ["Edited", "Before"],
  "longer/index.html": ["Longer than before", "Before"],
  "unrecorded/index.html": ["Unrecorded", undefined],
  "restored/index.html": ["Restored", "Restored"],
  "gone/index.html": [undefined, "Gone"],
} as const;

test.for([
  ["few files, which are looked at here", 0],
  ["many, which a thread looks at", 9000],
] as const)("what stands there is told of %s", async ([, more]) => {
  const folder = await siteFolder({});
  const output = join(folder, "_site");
  await mkdir(output);
  const missing = Array.from({ length: more }, (_, index) => `2026/11/some-longer-slug-${index}/index.html`);
  const own = new Set([...Object.keys(pages), "link.html", ...missing]);
  const recorded = new Map<string, PublishedFile>();
  for (const [path, [stands, stood]] of Object.entries(pages)) {
    if (stands !== undefined) await writeFiles(output, { [path]: stands });
    if (stood === undefined) continue;
    const writtenMs = stands === undefined ? 1 : (await stat(join(output, path))).mtimeMs;
    const key = `article:${path}`;
    recorded.set(path, { key, digest: digestOf(stood), sizeBytes: stood.length, writtenMs });
  }
  for (const path of ["edited/index.html", "restored/index.html"]) await utimes(join(output, path), 5, 5);
  await symlink("sound/index.html", join(output, "link.html"));
  await writeFiles(output, { CNAME: "x", "theirs/a.txt": "x", "sound/a.txt": "x" });
  await writeFiles(output, { [ownListName]: ownListText(own) });
  const record = join(folder, ".cache/published-x");
  await writePublishedTo(record, {
    files: recorded,
    searchParts: {},
    causes: new Map(),
    articles: new Map(),
    bases: {},
    foreign: [],
  });

  await writeFiles(folder, { "articles/a.md": "A", "articles/boats.png": "B" });
  const look = await beginLook({ siteFolder: folder, outputFolder: output, record });
  expect(await look.listed).toEqual(more > 0 ? await listWithStamps(folder) : undefined);
  const { sound, paths, foreign } = await look.standing(own, recorded);
  const restored = { ...recorded.get("restored/index.html"), writtenMs: 5000 };
  expect(sound).toEqual(
    new Map([
      ["sound/index.html", recorded.get("sound/index.html")],
      ["restored/index.html", restored],
    ]),
  );
  expect([...paths].sort()).toEqual(
    ["edited", "longer", "restored", "sound", "unrecorded"].map((name) => `${name}/index.html`),
  );
  expect([...foreign].sort()).toEqual(["CNAME", "link.html", "sound/a.txt", "theirs/"]);
});

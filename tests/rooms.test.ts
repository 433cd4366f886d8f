import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { grouped } from "../src/content/values/grouped.ts";
import { projectFolder } from "../src/publish/disk/project.js";

/** Modules that are one table of data, read by looking something up. */
const tables = ["src/site/settings/texts.ts"];

const entries = await readdir(join(projectFolder, "src"), { recursive: true, withFileTypes: true });
const modules = entries
  .filter((entry) => entry.isFile())
  .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)));
const rooms = grouped(entries, ({ parentPath }) => relative(projectFolder, parentPath));

describe("a newcomer finds what is looked for", () => {
  test("in rooms of nine files and rooms at most", () => {
    const full = [...rooms].filter(([, inside]) => inside.length > 9);
    expect(full.map(([room, inside]) => `${room} holds ${inside.length}`)).toEqual([]);
  });

  test("in modules that fit on a few screens", async () => {
    const lengths = await Promise.all(
      modules.map(async (file) => {
        const text = await readFile(join(projectFolder, file), "utf8");
        return { file, lines: text.split("\n").length - 1 };
      }),
    );
    const long = lengths.filter(({ file, lines }) => lines > 220 && !tables.includes(file));
    expect(long.map(({ file, lines }) => `${file} has ${lines} lines`)).toEqual([]);
  });

  test("in folders that no tool takes for generated", () => {
    const generated = /\/(?:build|dist|out)$/;
    expect([...rooms.keys()].filter((room) => generated.test(room))).toEqual([]);
  });

  test("under names that say what they hold", () => {
    const vague = /\/(?:utils?|helpers?|common|misc)(?:\.|$)/;
    expect([...modules, ...rooms.keys()].filter((path) => vague.test(path))).toEqual([]);
  });
});

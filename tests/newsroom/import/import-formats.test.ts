import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ImportFormat } from "../../../src/newsroom/import/import-format.ts";
import {
  importFormatNamed,
  importFormatOf,
  importFormats,
} from "../../../src/newsroom/import/import-formats.ts";
import { projectFolder } from "../../../src/publish/disk/project.js";

/** A text in each format, by its name: a whole article with nothing wrong. A new format needs one. */
const examples: Readonly<Record<string, string>> = {
  text: "Home » Ferry returns\nAsia\nFerry returns\nGENEVA — It is back.\nSource : Harbour Agency",
};

const names = importFormats.map(({ name }) => name);

/** Every format that stands in a module of the room. */
async function formatsOfTheRoom(): Promise<ImportFormat[]> {
  const files = await readdir(join(projectFolder, "src/newsroom/import"));
  const modules: object[] = await Promise.all(
    files.map((file) => import(join(projectFolder, "src/newsroom/import", file))),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isFormat);
}

function isFormat(value: unknown): value is ImportFormat {
  return typeof value === "object" && value !== null && "recognizes" in value && "read" in value;
}

describe("the formats of foreign copy", () => {
  test("are all in the list, each once", async () => {
    const found = await formatsOfTheRoom();
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  test("have an example each in this test", () => {
    expect(Object.keys(examples).sort()).toEqual([...names].sort());
  });

  test.for(importFormats)("know their own: $name", (format) => {
    const text = examples[format.name] ?? "";
    expect(importFormatOf(text).name).toBe(format.name);
    const { articles, diagnostics } = format.read("example", text, {});
    expect(articles.length).toBeGreaterThan(0);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(articles.every(({ date }) => date !== undefined)).toBe(format.namesDates);
  });

  test("are found by their names", () => {
    expect(importFormatNamed("text")?.title).toBe("pasted copy");
    expect(importFormatNamed("Text")).toBeUndefined();
  });

  test("leave no text without a format: what none knows is pasted copy", () => {
    expect(importFormatOf("").name).toBe("text");
    expect(importFormatOf('{"items": []}').name).toBe("text");
  });
});

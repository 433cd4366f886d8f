import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundledCode, templatesFolder } from "../../../../src/publish/disk/project.js";
import { codesModule, writeBundledCodes } from "../../../../src/publish/rendering/templates/bundled-codes.ts";
import { bundledCodesFile, codeName } from "../../../../src/publish/rendering/templates/made-code.ts";
import { readTemplates } from "../../../../src/publish/rendering/templates/template-files.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-codes-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("commands begin with templates as code", () => {
  test("which lie beside the code of the modules", async () => {
    const code = await bundledCode();
    expect(Object.keys(await import(new URL(bundledCodesFile, code).href))).not.toEqual([]);
  });

  test("all of Dateline's own", async () => {
    await writeBundledCodes(folder);
    const codes = await import(pathToFileURL(join(folder, bundledCodesFile)).href);
    const names = [...readTemplates([templatesFolder])].map(([name, text]) => codeName(name, text));
    expect(Object.keys(codes).sort()).toEqual(names.sort());
  });

  test("a template that has been edited is another", () => {
    expect(codeName("pages/article.njk", "<p>{{ a }}</p>")).not.toBe(
      codeName("pages/article.njk", "<p>{{ b }}</p>"),
    );
  });

  test("one that cannot be read is left out, and the others are there", async () => {
    const texts = new Map([
      ["broken.njk", "{% if %}"],
      ["sound.njk", "{% for turn in turns %}{{ turn }}{% endfor %}"],
    ]);
    const file = join(folder, "codes.mjs");
    await writeFile(file, codesModule(texts));
    const codes = await import(pathToFileURL(file).href);
    expect(Object.keys(codes)).toEqual([codeName("sound.njk", texts.get("sound.njk") ?? "")]);
    expect(await readFile(file, "utf8")).not.toContain("loop.first");
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { projectFolder } from "../src/publish/disk/project.js";

const lockFile = z.object({
  packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })),
});
const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) });

const read = (name: string) => readFile(join(projectFolder, name), "utf8");

describe("the packages Dateline needs", async () => {
  const text = await read("package-lock.json");
  const { packages } = lockFile.parse(JSON.parse(text));
  const { allowScripts } = manifest.parse(JSON.parse(await read("package.json")));

  test("run nothing when they are installed: a script is told of and refused", () => {
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = new Set(scripted.map(([path]) => path.replace(/^.*node_modules\//, "")));
    expect(allowScripts).toEqual(Object.fromEntries([...names].map((name) => [name, false])));
  });

  test("are not tied to one registry", () => {
    expect(text).not.toContain('"resolved": "http');
  });

  test("hold one copy of the library that decodes pictures of strangers, so that no older one is left in use", () => {
    const places = Object.keys(packages).filter((path) => /(^|\/)node_modules\/sharp$/.test(path));
    expect(places).toEqual(["node_modules/sharp"]);
  });
});

/** The sample publication, and what is told by it: tests that a newsroom leaves out once it has put its own in its place. */
import { existsSync, readFileSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { grouped } from "../src/content/values/grouped.ts";
import { projectFolder } from "../src/publish/disk/project.js";
import { importsOf } from "./source-imports.ts";

const article = "articles/2026/11/harbour-tunnel-opens-after-nine-years.md";

/** Whether a project publishes the sample: under its name, with its articles. */
export function isSample(project: string): boolean {
  const site = join(project, "site.yaml");
  return (
    existsSync(join(project, article)) &&
    existsSync(site) &&
    readFileSync(site, "utf8").includes("title: The Meridian Post\n")
  );
}

/** A file of the sample, or one that speaks of it. */
export function sampleText(path: "README.md" | "site.yaml" | `articles/${string}`): Promise<string> {
  return readFile(join(projectFolder, path), "utf8");
}

/** site.yaml of the sample, and the pictures that it names: files of a site folder. */
export async function sampleSettings(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  const text = await sampleText("site.yaml");
  const pictures = [...text.matchAll(/picture: (\S+)/g)].map(
    async ([, file = ""]) => [file, await readFile(join(projectFolder, file))] as const,
  );
  return { "site.yaml": text, ...Object.fromEntries(await Promise.all(pictures)) };
}

/** Makes a folder a copy of the sample's site folder. */
export async function copySample(folder: string): Promise<void> {
  for (const part of ["articles", "pages", "site.yaml"]) {
    await cp(join(projectFolder, part), join(folder, part), { recursive: true });
  }
}

/** The tests that the sample is needed for: those whose imports lead to this module. */
export async function testsOfSample(): Promise<string[]> {
  const importing = grouped(await importsOf("tests"), ({ target }) => target);
  const reached = new Set(["tests/sample.ts"]);
  for (const target of reached) for (const { file } of importing.get(target) ?? []) reached.add(file);
  return [...reached].filter((file) => file.endsWith(".test.ts")).sort();
}

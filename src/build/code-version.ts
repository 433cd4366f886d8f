/** The version of Dateline's own code: changes with every change of a module, the packages or Eleventy's configuration. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../content/digest.ts";
import { onDemand } from "../site/on-demand.ts";
import { projectFolder } from "./project.ts";

/** A digest of everything but content, templates and styles that decides what a page says; that of the process's start. */
export const codeVersion = onDemand(readCodeVersion);

async function readCodeVersion(): Promise<string> {
  const modules = (await readdir(join(projectFolder, "src"), { recursive: true }))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join("src", name));
  const files = [...modules, ".eleventy.ts", "package.json", "package-lock.json"].sort();
  const texts = await Promise.all(files.map((file) => readFile(join(projectFolder, file)).catch(() => "")));
  return digestOf(process.versions.icu ?? "", ...files.flatMap((file, index) => [file, texts[index] ?? ""]));
}

/** Who imports what, read from the source files themselves. */
import { readdir, readFile } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { projectFolder } from "../src/publish/disk/project.js";

export type Import = { readonly file: string; readonly target: string };

/** The source files below a folder of the project: paths from its root, with forward slashes. */
export async function sourceFilesBelow(folder: string): Promise<string[]> {
  const paths = await readdir(join(projectFolder, folder), { recursive: true });
  return paths.filter((path) => /\.[jt]s$/.test(path)).map((path) => posix.join(folder, ...path.split(sep)));
}

/** Every import of the source files below a folder: paths from the project's root, or a package's name. */
export async function importsOf(folder: string): Promise<Import[]> {
  const files = await sourceFilesBelow(folder);
  const found = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(projectFolder, file), "utf8");
      const targets = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(["'`])([^"'`\n]+)\1/g)];
      return targets.map(({ 2: target = "" }) => ({ file, target: resolved(file, target) }));
    }),
  );
  return found.flat();
}

function resolved(file: string, target: string): string {
  return target.startsWith(".") ? posix.join(posix.dirname(file), target) : target;
}

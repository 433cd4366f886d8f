/** Moving and removing many files of a folder. Folders that are left empty go, too. */
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file below a folder, by path relative to it, with forward slashes. None where there is no such folder. */
export function filePathsBelow(folder: string): string[] {
  const paths: string[] = [];
  const visit = (prefix: string): void => {
    for (const entry of entriesOf(join(folder, prefix))) {
      if (entry.isDirectory()) visit(`${prefix}${entry.name}/`);
      else paths.push(prefix + entry.name);
    }
  };
  visit("");
  return paths;
}

/** Moves the files of one folder into another on the same disk, over those that stand there. */
export function putInPlace(from: string, to: string, isWanted: (path: string) => boolean): void {
  const made = new Set<string>();
  for (const path of filePathsBelow(from).filter(isWanted)) {
    const target = join(to, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    renameSync(join(from, path), target);
  }
}

/** Removes files of a folder, and the folders above them that hold nothing else. Those that are gone already are passed over. */
export function removeFrom(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(join(folder, path), { force: true });
    let parent = dirname(path);
    while (parent !== "." && entriesOf(join(folder, parent)).length === 0) {
      removeEmptyFolder(join(folder, parent));
      parent = dirname(parent);
    }
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function removeEmptyFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}

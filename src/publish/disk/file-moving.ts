/** Moving, linking and removing many files of a folder. A symbolic link is never followed to what it leads to. */
import {
  constants,
  copyFileSync,
  type Dirent,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { onDemandFor } from "../../content/values/on-demand.ts";

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

/** What a folder holds. Nothing where there is no such folder. */
export function entriesOf(folder: string): Dirent[] {
  return unlessAbsent(() => readdirSync(folder, { withFileTypes: true })) ?? [];
}

/** What stands at a place, be it a link. */
export function standingAt(place: string) {
  return unlessAbsent(() => lstatSync(place));
}

/** Moves files of one folder into another on the same disk, over those that stand there. */
export function putInPlace(from: string, to: string, paths: readonly string[]): void {
  const makeFolder = folderMaker();
  for (const path of paths) {
    const target = join(to, path);
    makeFolder(dirname(target));
    renameSync(join(from, path), target);
  }
}

/** Gives files of one folder a second name in another on the same disk. What stands there stays, and what is gone is passed over. */
export function linkInto(from: string, to: string, paths: Iterable<string>): void {
  const makeFolder = folderMaker();
  for (const path of paths) {
    const [source, target] = [join(from, path), join(to, path)];
    const found = standingAt(source);
    if (found === undefined) continue;
    makeFolder(dirname(target));
    if (found.isSymbolicLink()) unlessThere(() => symlinkSync(readlinkSync(source), target));
    else unlessThere(() => linkOrCopy(source, target));
  }
}

/**
 * Removes files of a folder, and the folders above them that hold nothing else. What is gone already is passed over,
 * and so is what is no file, or lies behind a link.
 */
export function removeFrom(folder: string, paths: readonly string[]): void {
  const isPlain = plainFolders(folder);
  const parents = new Set<string>();
  for (const path of paths) {
    const parent = dirname(path);
    if (!isPlain(parent)) continue;
    const file = join(folder, path);
    if (standingAt(file)?.isFile()) unlinkSync(file);
    parents.add(parent);
  }
  for (const parent of parents) removeEmptyFolders(folder, parent);
}

/** Removes a folder that holds nothing, and those above it, as far as they then hold nothing. */
function removeEmptyFolders(folder: string, path: string): void {
  for (let parent = path; parent !== "."; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch (error) {
      // https://pubs.opengroup.org/onlinepubs/9799919799/functions/rmdir.html: of one that is not empty.
      if (hasCode(error, "ENOTEMPTY", "EEXIST")) return;
      if (!hasCode(error, "ENOENT")) throw error;
    }
  }
}

/** Whether a path below a folder is of folders throughout, none of them a link; what does not exist counts as one. */
export function plainFolders(folder: string): (path: string) => boolean {
  const isPlain = onDemandFor(
    (path: string): boolean =>
      path === "." || (isPlain(dirname(path)) && (standingAt(join(folder, path))?.isDirectory() ?? true)),
  );
  return isPlain;
}

/**
 * Makes a folder where there is none, and those above it. Node's own way never ends where a folder cannot be made because
 * the system says that there is nothing of its name, as it does in `/proc`.
 *
 * @throws what the system says
 */
export function makeFolder(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) makeFolder(parent);
  const isThere = () => existsSync(folder) && statSync(folder).isDirectory();
  try {
    if (!isThere()) mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!hasCode(error, "EEXIST") || !isThere()) throw error;
  }
}

/** Makes the function that makes a folder below one that is there, and those above it, at its first call. */
export function folderMaker(): (folder: string) => void {
  return onDemandFor((folder) => void mkdirSync(folder, { recursive: true }));
}

/** Makes the function that gives a file a second name at a path of a folder, and makes the folders above it. */
export function fileLinker(folder: string): (file: string, path: string) => void {
  const makeFolder = folderMaker();
  return (file, path) => {
    const target = join(folder, path);
    makeFolder(dirname(target));
    unlessThere(() => linkOrCopy(file, target));
  };
}

/** Some disks know no second names. */
function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if (hasCode(error, "EEXIST")) throw error;
    copyFileSync(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}

function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

function unlessAbsent<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  }
}

/** Whether an error is one of the system's, by one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && codes.includes(error.code)
  );
}

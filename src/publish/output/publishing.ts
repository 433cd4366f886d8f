/** Bringing what a build wrote aside into the output folder. Killed at any moment, it leaves what the next build mends. */
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  entriesOf,
  filePathsBelow,
  hasCode,
  linkInto,
  plainFolders,
  putInPlace,
  removeFrom,
  standingAt,
} from "../disk/file-moving.ts";
import { ownListName, ownListText } from "./standing/own-files.ts";

export type OutputChange = {
  /** Paths of Dateline's before, whether or not they still stand. */
  readonly before: ReadonlySet<string>;
  /** Paths of Dateline's from now on. */
  readonly now: ReadonlySet<string>;
  /** Those among them that were written aside. */
  readonly written: readonly string[];
  /** What stays of somebody else's: files, and folders with a slash at their end. */
  readonly foreign: ReadonlySet<string>;
};

/**
 * Removes what is gone and moves what was written among the rest, which is left untouched. At every moment the list in
 * the output names all that is Dateline's there, so that a build that is killed leaves nothing the next one does not know.
 *
 * @param folder what was written
 * @param isListed whether the list in the output names what was there before
 */
export function publishInPlace(
  { before, now, written }: OutputChange,
  folder: string,
  target: string,
  isListed: boolean,
): void {
  const gone = [...before].filter((path) => !now.has(path));
  const list = (paths: ReadonlySet<string>): void => {
    writeFileSync(join(folder, ownListName), ownListText(paths));
    renameSync(join(folder, ownListName), join(target, ownListName));
  };
  const all = new Set([...before, ...now]);
  if (!isListed || all.size > before.size) list(all);
  // First, since a new page may need the place of a file that is gone.
  removeFrom(target, gone);
  putInPlace(folder, target, written);
  // In the order of the list before, in which most of them are sorted already.
  if (gone.length > 0) list(new Set([...all].filter((path) => now.has(path))));
}

/**
 * Completes what was written with what is left and what is somebody else's, and puts it in the place of the folder that
 * was there: nobody who reads it meets one part of this build and another of the last one.
 *
 * @param folder what was written
 * @param old where the folder that was there is put until it is removed
 */
export async function publishWhole(
  { before, now, written, foreign }: OutputChange,
  folder: string,
  target: string,
  old: string,
): Promise<void> {
  const isWritten = new Set(written);
  writeFileSync(join(folder, ownListName), ownListText(now));
  linkInto(
    target,
    folder,
    [...now].filter((path) => !isWritten.has(path)),
  );
  // Last, so that its owners have little time to write in it unseen.
  for (const path of foreign) linkForeign(path, target, folder);
  const mode = standingAt(target)?.mode;
  if (mode !== undefined) chmodSync(folder, mode);
  const isReplaced = await rename(target, old).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, "ENOENT")) return false;
      throw error;
    },
  );
  try {
    await rename(folder, target);
  } catch (error) {
    if (isReplaced) await rename(old, target);
    throw error;
  }
  if (!isReplaced) return;
  takeOver(old, target, before);
  await rm(old, { recursive: true, force: true });
}

/**
 * Moves what somebody else wrote in a folder that was replaced, since all there was given to the one that replaced it.
 * Done again after it was cut off, it does what is left; once it is done, the folder has no list any more.
 *
 * @param own paths of Dateline's in the old folder
 */
export function takeOver(old: string, target: string, own: ReadonlySet<string>): void {
  const isPlain = plainFolders(target);
  for (const path of filePathsBelow(old)) {
    if (own.has(path) || path === ownListName || !isPlain(dirname(path))) continue;
    const late = standingAt(join(old, path));
    const given = standingAt(join(target, path));
    const isLater = given === undefined || (late?.ino !== given.ino && (late?.mtimeMs ?? 0) > given.mtimeMs);
    if (late !== undefined && isLater && !given?.isDirectory()) putInPlace(old, target, [path]);
  }
  rmSync(join(old, ownListName), { force: true });
}

/** @param path of a file, or with a slash at its end of a folder */
function linkForeign(path: string, from: string, to: string): void {
  if (!path.endsWith("/")) {
    linkInto(from, to, [path]);
    return;
  }
  mkdirSync(join(to, path), { recursive: true, mode: standingAt(join(from, path))?.mode });
  for (const entry of entriesOf(join(from, path))) {
    linkForeign(path + entry.name + (entry.isDirectory() ? "/" : ""), from, to);
  }
}

/** The output folder: written aside, put in place at the end, whole or where it changed. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { headersMark } from "../site/headers.ts";
import { putInPlace, removeFrom } from "./file-moving.ts";

/** Beside the output folder, so that putting it in place is a rename. */
const asidePrefix = ".dateline-";

export class OutputFault extends Error {}

export type Output = {
  /** Where to write, aside. */
  readonly folder: string;
  /** Puts everything written in the place of what was there. */
  readonly publish: () => Promise<void>;
  /**
   * Removes files from what was there and puts everything written among the rest, which is left untouched. Killed
   * on the way, the next build ends what was begun.
   *
   * @param removed paths in the output folder, with forward slashes
   */
  readonly publishChanges: (removed: readonly string[]) => Promise<void>;
  /** Removes what was written. What was there before stays. */
  readonly discard: () => Promise<void>;
};

/**
 * Makes room for an output folder.
 *
 * @throws OutputFault if the folder holds files that Dateline did not write: it would be replaced whole
 */
export async function openOutput(outputFolder: string): Promise<Output> {
  const target = resolve(outputFolder);
  await mkdir(dirname(target), { recursive: true });
  await tidyUp(target);
  await refuseForeignFolder(target);
  const folder = asideName(target, "new");
  await mkdir(folder);
  return {
    folder,
    publish: async () => {
      const old = asideName(target, "old");
      const existed = await rename(target, old).then(
        () => true,
        () => false,
      );
      try {
        await rename(folder, target);
      } catch (error) {
        if (existed) await rename(old, target);
        throw error;
      }
      await rm(old, { recursive: true, force: true });
    },
    publishChanges: async (removed) => {
      const list = join(folder, removedList);
      await writeFile(list, JSON.stringify(removed));
      const changes = asideName(target, "changes");
      await rename(folder, changes);
      await applyChanges(changes, target);
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** In a folder of changes: the paths to be removed. No page has such a name: an address never starts with a dot. */
const removedList = ".removed.json";

/** Brings a folder of changes into the output. Done again after it was cut off, it does what is left. */
async function applyChanges(changes: string, target: string): Promise<void> {
  const list = join(changes, removedList);
  const removed: unknown = JSON.parse(await readFile(list, "utf8"));
  // First, since a new page may need the place of a file that is gone.
  if (Array.isArray(removed)) removeFrom(target, removed.map(String));
  putInPlace(changes, target, (path) => path !== removedList);
  await rm(changes, { recursive: true, force: true });
}

/** Being written; taken away to make room; complete, and to be brought into the output. */
const roles = ["new", "old", "changes"] as const;
type Role = (typeof roles)[number];

async function refuseForeignFolder(target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new OutputFault(`${target} is a file; give --output the name of a folder`);
  const names = await readdir(target);
  if (names.length === 0) return;
  const headers = await readFile(join(target, "_headers"), "utf8").catch(() => "");
  if (headers.startsWith(headersMark)) return;
  throw new OutputFault(
    `${target} holds files that Dateline did not write, and a build replaces the whole folder; empty it or name another`,
  );
}

/** `.dateline-_site-new-4711`: whose it is, what it is, and the process that writes it. */
function asideName(target: string, role: Role): string {
  return join(dirname(target), `${asidePrefix}${basename(target)}-${role}-${process.pid}`);
}

/**
 * Removes what killed builds left behind. One that was killed between two renames gets its old output back; one that
 * was killed while it brought changes into the output is ended.
 */
async function tidyUp(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = `${asidePrefix}${basename(target)}-`;
  for (const name of await readdir(folder)) {
    const [roleName, processId] = name.startsWith(prefix) ? name.slice(prefix.length).split("-") : [];
    const role = roles.find((known) => known === roleName);
    if (role === undefined || isRunning(Number(processId))) continue;
    const path = join(folder, name);
    const isInPlace = await stat(target).then(
      () => true,
      () => false,
    );
    if (role === "old" && !isInPlace) await rename(path, target);
    else if (role === "changes" && isInPlace) await applyChanges(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}

function isRunning(processId: number): boolean {
  if (processId === process.pid || !Number.isInteger(processId)) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

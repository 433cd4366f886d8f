/** The output folder: found, guarded, and opened for what a build writes aside. */
import { mkdir, readdir, readFile, readlink, realpath, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { headersMark } from "../../site/machines/headers.ts";
import { makeFolder, standingAt } from "../disk/file-moving.ts";
import { isRunning, processMark } from "../disk/running.ts";
import { type OutputChange, publishInPlace, publishWhole, takeOver } from "./publishing.ts";
import { readOwnFiles } from "./standing/own-files.ts";
import { readRecordedFiles } from "./standing/recorded-files.ts";

export class OutputFault extends Error {}

export type Output = {
  /** The output folder itself, where a symbolic link leads to it. */
  readonly target: string;
  /** Where to write, aside. */
  readonly folder: string;
  /** The file of the record of what was published there. */
  readonly recordFile: string;
  /** The files there that Dateline wrote, as the list in the folder has them; undefined where there is none. */
  readonly ownFiles: ReadonlySet<string> | undefined;
  /** Brings everything written into the output, file by file among what is left untouched, or the folder as a whole. */
  readonly publish: (change: OutputChange, how: "in place" | "whole") => Promise<void>;
  /** Removes what was written. What was there before stays. */
  readonly discard: () => Promise<void>;
};

/**
 * Makes room for an output folder, and clears up what killed builds left beside it.
 *
 * @param recordFileOf the file of the record of an output folder
 * @throws OutputFault if the folder holds a site of somebody else
 */
export async function openOutput(
  outputFolder: string,
  recordFileOf: (target: string) => string,
): Promise<Output> {
  const target = await folderBehind(outputFolder);
  await tidyUp(target);
  const recordFile = recordFileOf(target);
  const ownFiles = await readOwnFiles(target);
  if (ownFiles === undefined) await refuseForeignFolder(target, recordFile);
  const folder = asideName(target, "new");
  await mkdir(folder);
  const discard = () => rm(folder, { recursive: true, force: true });
  return {
    target,
    folder,
    recordFile,
    ownFiles,
    publish: async (change, how) => {
      if (ownFiles !== undefined && isNothing(change)) return discard();
      if (how === "whole") await publishWhole(change, folder, target, asideName(target, "old"));
      else publishInPlace(change, folder, target, ownFiles !== undefined);
      await discard();
    },
    discard,
  };
}

function isNothing({ before, now, written }: OutputChange): boolean {
  return written.length === 0 && before.size === now.size && [...now].every((path) => before.has(path));
}

/** As many links may lead from one to the next as Linux follows: https://man7.org/linux/man-pages/man7/path_resolution.7.html */
const mostLinks = 40;

/** Where an output folder lies, be it that it does not exist yet. */
async function folderBehind(outputFolder: string): Promise<string> {
  let place = resolve(outputFolder);
  for (let links = 0; links <= mostLinks; links += 1) {
    makeFolder(dirname(place));
    place = join(await realpath(dirname(place)), basename(place));
    const to = await readlink(place).catch(() => undefined);
    if (to === undefined) return place;
    place = resolve(dirname(place), to);
  }
  throw new OutputFault(
    `${outputFolder} is a symbolic link that leads back to itself; mend it or name another`,
  );
}

async function refuseForeignFolder(target: string, recordFile: string): Promise<void> {
  const found = standingAt(target);
  if (found === undefined) return;
  if (!found.isDirectory()) throw new OutputFault(`${target} is a file; give --output the name of a folder`);
  const names = await readdir(target);
  if (names.every(isForHosts) || (await holdsSite(target)) || (await holdsRecorded(target, recordFile)))
    return;
  throw new OutputFault(`${target} holds files that Dateline did not write; empty it or name another`);
}

/** What a folder may hold before its first site: `.git`, `.well-known`, `.nojekyll` and the like, and a name for the host. */
function isForHosts(name: string): boolean {
  return name.startsWith(".") || name === "CNAME";
}

async function holdsSite(folder: string): Promise<boolean> {
  const headers = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  return headers.startsWith(headersMark);
}

/** Whether anything stands there as it was recorded. */
async function holdsRecorded(target: string, recordFile: string): Promise<boolean> {
  for (const [path, { sizeBytes }] of await readRecordedFiles(recordFile)) {
    const found = standingAt(join(target, path));
    if (found?.isFile() && found.size === sizeBytes) return true;
  }
  return false;
}

/** Being written; taken away to make room. */
type Role = "new" | "old";

/** Beside the output folder, so that putting it in place is a rename: `.dateline-_site-new-4711-1c5f09ab`. */
function asideName(target: string, role: Role): string {
  return join(dirname(target), `${asidePrefix(target)}${role}-${processMark()}`);
}

function asidePrefix(target: string): string {
  return `.dateline-${basename(target)}-`;
}

/** Earlier versions had folders of changes, and marked none with when its process was started. */
const asideRest = /^(?<role>new|old|changes)-(?<mark>\d+(?:-[0-9a-f]+)?)$/;

/**
 * Removes what killed builds left behind. One that was killed between two renames gets its old output back. Nothing
 * else of what lies there is used: whatever it says, it is not known who wrote it.
 */
async function tidyUp(target: string): Promise<void> {
  const folder = dirname(target);
  const prefix = asidePrefix(target);
  for (const name of await readdir(folder)) {
    const { role, mark } =
      (name.startsWith(prefix) && asideRest.exec(name.slice(prefix.length))?.groups) || {};
    if (role === undefined || mark === undefined || isRunning(mark)) continue;
    const left = join(folder, name);
    if (role === "old") await restore(left, target);
    // What cannot be removed takes up room, and nothing else.
    await rm(left, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Puts an output that was taken away in its place again, or where the next one stands there, what others wrote in it late. */
async function restore(old: string, target: string): Promise<void> {
  if (!standingAt(old)?.isDirectory() || !(await holdsSite(old))) return;
  // An empty folder was made by nobody's build.
  await rmdir(target).catch(() => undefined);
  if (standingAt(target) === undefined) return rename(old, target);
  const ownFiles = await readOwnFiles(old);
  if (ownFiles !== undefined && (await holdsSite(target))) takeOver(old, target, ownFiles);
}

/** Keeping the cache from growing for ever: what no build has used for long is removed. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { entriesOf, standingAt } from "./file-moving.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A picture taken out of a story may come back, and the preview shows drafts that a build knows nothing of. */
const mediaKeptMs = 30 * dayMs;

/** What a killed run was about to write is of no use; what is younger may be another process's. */
const halfWrittenKeptMs = dayMs;

/** Branches and drafts are built into folders of their own. */
const recordsKept = 8;

const recordName = /^published-[\w-]{22}$/;
const mediaFolderName = /^[0-9a-f]{2}$/;
const mediaName = /^[0-9a-f]{16}-[\w-]+\.\w+$/;
const halfWrittenName = /^[\w.-]+[.-][0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Removes encoded pictures and cards that were made long ago and are not used, the records of outputs but for those built
 * last, and what killed runs left half-written. Only what has a name as Dateline gives it is touched.
 *
 * @param usedMedia the media files of this build, by path in the output folder
 * @param nowMs the time by the clock that stamps files
 */
export function pruneCache(cacheFolder: string, usedMedia: ReadonlySet<string>, nowMs = Date.now()): void {
  const top = filesOf(cacheFolder).filter((name) => recordName.test(name) || halfWrittenName.test(name));
  const ages = top.map((name) => ({ path: name, ageMs: ageOf(join(cacheFolder, name), nowMs) }));
  const records = ages.filter(({ path }) => recordName.test(path)).sort((a, b) => a.ageMs - b.ageMs);
  const halfWritten = ages.filter(({ path, ageMs }) => !recordName.test(path) && ageMs > halfWrittenKeptMs);
  const unused = mediaPaths(cacheFolder).filter((path) => {
    if (usedMedia.has(path)) return false;
    const keptMs = halfWrittenName.test(path.slice("media/ab/".length)) ? halfWrittenKeptMs : mediaKeptMs;
    return ageOf(join(cacheFolder, path), nowMs) > keptMs;
  });
  for (const { path } of [...records.slice(recordsKept), ...halfWritten]) remove(cacheFolder, path);
  for (const path of unused) remove(cacheFolder, path);
}

function mediaPaths(cacheFolder: string): string[] {
  const media = join(cacheFolder, "media");
  if (!standingAt(media)?.isDirectory()) return [];
  return entriesOf(media)
    .filter((entry) => entry.isDirectory() && mediaFolderName.test(entry.name))
    .flatMap(({ name: folder }) =>
      filesOf(join(media, folder))
        .filter((name) => mediaName.test(name) || halfWrittenName.test(name))
        .map((name) => `media/${folder}/${name}`),
    );
}

function filesOf(folder: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

/** Zero where it has gone by itself. */
function ageOf(file: string, nowMs: number): number {
  return nowMs - (standingAt(file)?.mtimeMs ?? nowMs);
}

function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
}

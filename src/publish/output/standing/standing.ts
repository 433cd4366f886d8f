/** What stands in the output folder: files of Dateline's, sound or not, and what is not its own. */
import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { entriesOf } from "../../disk/file-moving.ts";
import { digestOfFile } from "./copied-file.ts";
import { ownListName } from "./own-files.ts";
import type { PublishedFile, PublishedFiles } from "./recorded-files.ts";

export type Standing = {
  /** Files whose content is what the last build wrote. */
  readonly sound: PublishedFiles;
  /** Every file of Dateline's. */
  readonly paths: ReadonlySet<string>;
  /**
   * All else by path, which no build may touch. A folder without a file of Dateline's is named as a whole, with a slash
   * at its end.
   */
  readonly foreign: ReadonlySet<string>;
};

/** How what stands there differs from what a record says: little, as a rule, and soon told by a thread. */
export type Deviations = {
  /** Paths of Dateline's where no file is, or a link. */
  readonly missing: readonly string[];
  /** Recorded files that are not as they were written, and those that are not recorded. */
  readonly unsound: readonly string[];
  /** Sound files that were written at another time than is recorded. */
  readonly rewritten: readonly (readonly [path: string, writtenMs: number])[];
  readonly foreign: readonly string[];
};

/**
 * Looks at what stands in the output folder. A file with the size and the time it was written with is taken for
 * sound; where only the time differs, as after a restore from a cache of CI, its content is compared.
 *
 * @param own paths of Dateline's. What is no file there is somebody else's, a link too
 * @param recorded what the last build wrote
 */
export function standingOutput(
  outputFolder: string,
  own: ReadonlySet<string>,
  recorded: PublishedFiles,
): Standing {
  return standingBy(deviationsIn(outputFolder, own, recorded), own, recorded);
}

export function deviationsIn(
  outputFolder: string,
  own: ReadonlySet<string>,
  recorded: PublishedFiles,
): Deviations {
  const missing = new Set(own);
  const unsound: string[] = [];
  const rewritten: (readonly [path: string, writtenMs: number])[] = [];
  const foreign: string[] = [];
  const ownFolders = foldersHolding(own);
  const visit = (prefix: string): void => {
    for (const entry of entriesOf(join(outputFolder, prefix))) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (ownFolders.has(path)) visit(`${path}/`);
        else foreign.push(`${path}/`);
      } else if (entry.isFile() && own.has(path)) {
        missing.delete(path);
        const record = recorded.get(path);
        const writtenMs = record && writtenAt(join(outputFolder, path), record);
        if (writtenMs === undefined) unsound.push(path);
        else if (writtenMs !== record?.writtenMs) rewritten.push([path, writtenMs]);
      } else if (path !== ownListName) foreign.push(path);
    }
  };
  visit("");
  return { missing: [...missing], unsound, rewritten, foreign };
}

/** When a file was written that is sound; undefined where it is not. */
function writtenAt(file: string, { sizeBytes, writtenMs, digest }: PublishedFile): number | undefined {
  const { size, mtimeMs } = lstatSync(file);
  if (size !== sizeBytes) return undefined;
  return mtimeMs === writtenMs || digestOfFile(file) === digest ? mtimeMs : undefined;
}

/** @param own and recorded as they were told to whom has looked */
export function standingBy(
  { missing, unsound, rewritten, foreign }: Deviations,
  own: ReadonlySet<string>,
  recorded: PublishedFiles,
): Standing {
  const isAsRecorded = missing.length + unsound.length + rewritten.length === 0;
  if (isAsRecorded && [...recorded.keys()].every((path) => own.has(path))) {
    return { sound: recorded, paths: own, foreign: new Set(foreign) };
  }
  const paths = new Set(own);
  for (const path of missing) paths.delete(path);
  const sound = new Map([...recorded].filter(([path]) => paths.has(path)));
  for (const path of unsound) sound.delete(path);
  for (const [path, writtenMs] of rewritten) {
    const record = sound.get(path);
    if (record !== undefined) sound.set(path, { ...record, writtenMs });
  }
  return { sound, paths, foreign: new Set(foreign) };
}

/** Every folder that paths lie in, but for the one they are relative to. */
export function foldersHolding(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let parent = dirname(path); parent !== "." && !folders.has(parent); parent = dirname(parent)) {
      folders.add(parent);
    }
  }
  return folders;
}

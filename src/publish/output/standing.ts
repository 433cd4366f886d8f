/** What stands in the output folder: files of Dateline's, sound or not, and what is not its own. */
import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { entriesOf } from "../disk/file-moving.ts";
import { digestOfFile } from "./copied-file.ts";
import { ownListName } from "./own-files.ts";
import type { Published, PublishedFile } from "./published.ts";

/** What there is to build on. */
export type LastBuild = { readonly published: Published; readonly standing: Standing };

export type Standing = {
  /** Files whose content is what the last build wrote. */
  readonly sound: ReadonlyMap<string, PublishedFile>;
  /** Every file of Dateline's. */
  readonly paths: readonly string[];
  /**
   * All else by path, which no build may touch. A folder without a file of Dateline's is named as a whole, with a slash
   * at its end.
   */
  readonly foreign: ReadonlySet<string>;
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
  recorded: Readonly<Record<string, PublishedFile>>,
): Standing {
  const sound = new Map<string, PublishedFile>();
  const paths: string[] = [];
  const foreign = new Set<string>();
  const ownFolders = foldersAbove(own);
  const visit = (prefix: string): void => {
    for (const entry of entriesOf(join(outputFolder, prefix))) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (ownFolders.has(path)) visit(`${path}/`);
        else foreign.add(`${path}/`);
        continue;
      }
      if (!entry.isFile() || !own.has(path)) {
        if (path !== ownListName) foreign.add(path);
        continue;
      }
      paths.push(path);
      const record = recorded[path];
      if (record === undefined) continue;
      const file = join(outputFolder, path);
      const { size, mtimeMs } = lstatSync(file);
      if (size !== record.sizeBytes) continue;
      if (mtimeMs === record.writtenMs) sound.set(path, record);
      else if (digestOfFile(file) === record.digest) {
        sound.set(path, { ...record, writtenMs: mtimeMs });
      }
    }
  };
  visit("");
  return { sound, paths, foreign };
}

/** Every folder that paths lie in, but for the one they are relative to. */
export function foldersAbove(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let parent = dirname(path); parent !== "." && !folders.has(parent); parent = dirname(parent)) {
      folders.add(parent);
    }
  }
  return folders;
}

/** Which files of an output folder are Dateline's: a list that lies in the folder and goes where it goes. */
import { join } from "node:path";
import { isPathBelow } from "../../../content/files/paths.ts";
import { cacheFileText, readCacheFile } from "../../disk/cache-file.ts";

/** The list's name in the output folder. No page has such a name: an address never starts with a dot. */
export const ownListName = ".dateline-files";

const kind = "files";

/** Paths in the output folder, with forward slashes; undefined where there is no list that can be trusted. */
export async function readOwnFiles(outputFolder: string): Promise<ReadonlySet<string> | undefined> {
  const list = await readCacheFile(join(outputFolder, ownListName), kind);
  return Array.isArray(list) && list.every(isOwnPath) ? new Set(list) : undefined;
}

function isOwnPath(path: unknown): path is string {
  return typeof path === "string" && isPathBelow(path);
}

/** The list of some files. The same files give the same bytes. */
export function ownListText(paths: Iterable<string>): string {
  return cacheFileText(kind, [...paths].sort());
}

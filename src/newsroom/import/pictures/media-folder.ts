/** A folder of uploads, as somebody has copied it from the old system: `--media`. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../../../content/diagnostics/diagnostic.ts";
import { decoded } from "../../../content/values/address.ts";

export type MediaFolder = {
  /** The path of the file that an address, or a path within the old site, names; undefined where there is none. */
  readonly fileOf: (src: string) => string | undefined;
};

/** Folders that hold uploads: what lies below counts, whatever they lie in themselves. */
const uploads = /^(?:.*?\/)??(?:wp-content\/uploads|uploads|content\/images|assets|static|public)\//is;

/**
 * Finds all files of a folder: that of the uploads itself, or one that holds it. Letter case, and how accents and Hangul are
 * composed (Unicode NFC or NFD), count for nothing where no file has the very name.
 *
 * @throws what the file system says
 */
export async function openMediaFolder(folder: string): Promise<MediaFolder> {
  const files = await filesBelow(folder);
  const deepest = files.reduce((most, file) => Math.max(most, file.split("/").length), 0);
  const byPath = new Map(files.map((file) => [file, file]));
  const alike = new Map<string, string>();
  const note = (key: string, file: string) => void (alike.has(key) || alike.set(key, file));
  for (const file of files) note(keyOf(file), file);
  for (const file of files) note(keyOf(file.replace(uploads, "")), file);
  return {
    fileOf: (src) => {
      const paths = pathsIn(src, deepest);
      const find = (found: (path: string) => string | undefined) =>
        paths.map(found).find((one) => one !== undefined);
      const file = find((path) => byPath.get(path)) ?? find((path) => alike.get(keyOf(path)));
      return file === undefined ? undefined : join(folder, file);
    },
  };
}

function keyOf(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/**
 * What an address may be below a folder of uploads: with all that it lies in, down to its path below its own uploads.
 *
 * @param deepest of so many parts a path there has at most
 */
function pathsIn(src: string, deepest: number): string[] {
  const path = decoded(src.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, "").replace(/[?#].*$/s, "")).replace(
    /^\/+/,
    "",
  );
  const shortest = path.replace(uploads, "");
  const least = shortest === path ? 1 : shortest.split("/").length;
  const parts = path.split("/");
  const paths: string[] = [];
  for (let count = Math.min(deepest, parts.length); count >= least; count -= 1) {
    paths.push(parts.slice(-count).join("/"));
  }
  return paths;
}

async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (prefix: string): Promise<void> => {
    for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
      if (entry.isDirectory()) await visit(`${prefix}${entry.name}/`);
      else if (entry.isFile()) files.push(prefix + entry.name);
    }
  };
  await visit("");
  return files.sort(compareText);
}

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
const uploads = /(?:^|.*?\/)(?:wp-content\/uploads|uploads|content\/images|assets|static|public)\//i;

/**
 * Finds all files of a folder: that of the uploads itself, or one that holds it. Letter case, and how accents and Hangul are
 * composed (Unicode NFC or NFD), count for nothing where no file has the very name.
 *
 * @throws what the file system says
 */
export async function openMediaFolder(folder: string): Promise<MediaFolder> {
  const files = await filesBelow(folder);
  const byPath = new Map(files.map((file) => [file, file]));
  const alike = new Map<string, string>();
  const note = (key: string, file: string) => void (alike.has(key) || alike.set(key, file));
  for (const file of files) note(keyOf(file), file);
  for (const file of files) note(keyOf(file.replace(uploads, "")), file);
  return {
    fileOf: (src) => {
      const paths = pathsIn(src);
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

/** What an address may be below a folder of uploads: with all that it lies in, down to its path below its own uploads. */
function pathsIn(src: string): string[] {
  const path = decoded(src.replace(/^(?:[a-z]+:)?\/\/[^/]*/i, "").replace(/[?#].*$/s, "")).replace(
    /^\/+/,
    "",
  );
  const shortest = path.replace(uploads, "");
  const least = shortest === path ? 1 : shortest.split("/").length;
  const parts = path.split("/");
  return parts
    .slice(0, Math.max(1, parts.length - least + 1))
    .map((_, index) => parts.slice(index).join("/"));
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

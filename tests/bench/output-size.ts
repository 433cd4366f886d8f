/** What a generator wrote: files, pages, bytes. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

export async function outputSize(folder: string): Promise<{ pages: number; files: number; MB: number }> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  let bytes = 0;
  for (const entry of entries) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  const pages = entries.filter((entry) => entry.name.endsWith(".html")).length;
  return { pages, files: entries.length, MB: Math.round(bytes / 1e6) };
}

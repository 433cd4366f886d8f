/** What a generator wrote: files, pages, bytes, and how many files and folders the fullest folder holds. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

type OutputSize = { pages: number; files: number; MB: number; "largest folder": number };

export async function outputSize(folder: string): Promise<OutputSize> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const entry of files) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  const perFolder = new Map<string, number>();
  let largestFolder = 0;
  for (const { parentPath } of entries) {
    const count = (perFolder.get(parentPath) ?? 0) + 1;
    perFolder.set(parentPath, count);
    largestFolder = Math.max(largestFolder, count);
  }
  return {
    pages: files.filter((entry) => entry.name.endsWith(".html")).length,
    files: files.length,
    MB: Math.round(bytes / 1e6),
    "largest folder": largestFolder,
  };
}

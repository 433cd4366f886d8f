/** Writing files without waiting: where a thread has nothing else to do, this is the cheapest way. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const madeFolders = new Set<string>();

/** Writes a file below a folder, and makes the folders above it. */
export function writeNow(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  const parent = dirname(file);
  if (!madeFolders.has(parent)) {
    mkdirSync(parent, { recursive: true });
    madeFolders.add(parent);
  }
  writeFileSync(file, content);
}

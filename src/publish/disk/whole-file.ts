/** Files that are whole at any moment. */
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { withPath } from "../../content/diagnostics/system-reasons.ts";

/**
 * Writes a file aside and then in place, and makes the folders above it: a killed run leaves what was there before, and
 * another process that reads or writes the same file meets one or the other.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(aside, content);
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw withPath(error, file);
  }
}

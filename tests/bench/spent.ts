/** What was measured and compared, and is not needed any more. */
import { rm, statfs } from "node:fs/promises";

/** `f_type` of a file system in memory: `TMPFS_MAGIC` in Linux's magic.h. */
const inMemory = 0x01021994;

/**
 * Removes a folder where that costs the next run nothing: in memory, of which it takes much. Elsewhere it stays until the benchmark
 * ends: ext4 without a journal looks for inodes that were not freed within the last minutes, which makes files dear after a deletion
 * (`recently_deleted` in Linux's fs/ext4/ialloc.c).
 */
export async function removeSpent(folder: string): Promise<void> {
  if (isCheaplyRemoved(await statfs(folder))) await rm(folder, { recursive: true });
}

export function isCheaplyRemoved({ type }: { readonly type: number }): boolean {
  return type === inMemory;
}

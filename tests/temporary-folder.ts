/**
 * The folder for what tests write aside: one for each run, removed at its end with all that is left in it. Whole sites are
 * written by the thousand: in memory, where there is plenty of it.
 */
import { existsSync, statfsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memory = "/dev/shm";
const plentyBytes = 4e9;

export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(isPlentiful(memory) ? memory : tmpdir(), "dateline-tests-"));
  // As the folder is in which it lies: tests act as other users, too.
  await chmod(folder, 0o1777);
  // For the processes of tests, which inherit it.
  process.env["TMPDIR"] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

function isPlentiful(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > plentyBytes;
}

/** The secret that opens the desk: it stands in the address that is printed, so that no other user of the machine gets in. */
import { randomBytes } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../publish/disk/whole-file.ts";

/** For the owner alone: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/sys_stat.h.html */
const ownerOnly = 0o600;

const keyPattern = /^[\w-]{32}$/;

/**
 * The key of a site folder's desk. It is kept in `.cache/desk-key`, so that open forms still work when the desk is
 * started again; a new one is made where there is none, or where others may read or have written it.
 */
export async function deskKey(siteFolder: string): Promise<string> {
  const file = join(siteFolder, ".cache", "desk-key");
  const known = await keptKey(file);
  if (known !== undefined) return known;
  const key = randomBytes(24).toString("base64url");
  // Where nothing can be kept, the key holds until the desk is ended.
  await writeWhole(file, `${key}\n`, { mode: ownerOnly }).catch(() => undefined);
  return key;
}

async function keptKey(file: string): Promise<string | undefined> {
  const found = await lstat(file).catch(() => undefined);
  if (found === undefined || !found.isFile()) return undefined;
  // Windows has neither owners nor such permissions: there a home folder is its user's alone.
  const isOwn =
    process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o077) === 0);
  const key = isOwn ? (await readFile(file, "utf8").catch(() => "")).trim() : "";
  return keyPattern.test(key) ? key : undefined;
}

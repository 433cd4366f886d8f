/**
 * The files of the cache: one line that says what the file is, and JSON.
 *
 *     dateline-cache 1 KIND SHA256-OF-THE-JSON
 *     {…}
 *
 * A file of another version or kind, one cut short and one that was tampered with are the same as none.
 */
import { readFile } from "node:fs/promises";
import { hexDigest } from "../../content/values/digest.ts";
import { writeWhole } from "./whole-file.ts";

const version = 1;

/** What a cache file holds, or undefined where there is none that can be trusted. */
export async function readCacheFile(file: string, kind: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => "");
  const headEnd = text.indexOf("\n");
  const json = text.slice(headEnd + 1);
  if (headEnd === -1 || text.slice(0, headEnd) !== headOf(kind, json)) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Writes a cache file. */
export async function writeCacheFile(file: string, kind: string, value: unknown): Promise<void> {
  await writeWhole(file, cacheFileText(kind, value));
}

/** The text of a cache file. */
export function cacheFileText(kind: string, value: unknown): string {
  const json = JSON.stringify(value);
  return `${headOf(kind, json)}\n${json}`;
}

function headOf(kind: string, json: string): string {
  return `dateline-cache ${version} ${kind} ${hexDigest(json)}`;
}

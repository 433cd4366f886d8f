/**
 * The files of the cache: one line that says what the file is, and its content.
 *
 *     dateline-cache 1 KIND SHA256-OF-THE-CONTENT
 *     {…}
 *
 * A file of another version or kind, one cut short and one that was tampered with are the same as none.
 */
import { readFile } from "node:fs/promises";
import { hexDigest } from "../../content/values/digest.ts";
import { writeWhole } from "./whole-file.ts";

const version = 1;

/** The content of a cache file, or undefined where there is none that can be trusted. */
export async function readCached(file: string, kind: string): Promise<Buffer | undefined> {
  const kept = await readFile(file).catch(() => Buffer.of());
  const headEnd = kept.indexOf("\n");
  const content = kept.subarray(headEnd + 1);
  return kept.toString("utf8", 0, headEnd) === headOf(kind, content) ? content : undefined;
}

/** The value that a cache file holds as JSON, or undefined where there is none that can be trusted. */
export async function readCacheFile(file: string, kind: string): Promise<unknown> {
  try {
    return JSON.parse(String(await readCached(file, kind)));
  } catch {
    return undefined;
  }
}

/** Writes a cache file. One that cannot be written costs the next process its time, and nothing else. */
export async function writeCached(file: string, kind: string, content: Uint8Array): Promise<void> {
  const kept = Buffer.concat([Buffer.from(`${headOf(kind, content)}\n`), content]);
  await writeWhole(file, kept).catch(() => undefined);
}

/** Writes a cache file that holds a value as JSON. */
export async function writeCacheFile(file: string, kind: string, value: unknown): Promise<void> {
  const json = jsonWithinLimits(value);
  if (json !== undefined) await writeCached(file, kind, Buffer.from(json));
}

/** No text of V8 is longer than half a billion letters: the articles of some 450,000. What is longer is not kept. */
export function jsonWithinLimits(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The text of a cache file. */
export function cacheFileText(kind: string, value: unknown): string {
  const json = JSON.stringify(value);
  return `${headOf(kind, json)}\n${json}`;
}

function headOf(kind: string, content: string | Uint8Array): string {
  return `dateline-cache ${version} ${kind} ${hexDigest(content)}`;
}

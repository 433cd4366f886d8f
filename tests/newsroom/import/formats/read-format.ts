/** Reading a foreign archive in tests: what a format makes of a text. */
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {
  ForeignFormat,
  ReadingOptions,
} from "../../../../src/newsroom/import/foreign/foreign-format.ts";
import type { ForeignEntry } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import type { ForeignSource } from "../../../../src/newsroom/import/foreign/foreign-source.ts";

const options: ReadingOptions = {
  site: { timezone: "Asia/Seoul", language: "en", terms: {} },
  keys: new Map(),
};

/** A file of an archive on disk, and as a source. */
export async function sourceOf(
  name: string,
  text: string | Uint8Array,
  address?: string,
): Promise<ForeignSource> {
  const path = join(await mkdtemp(join(tmpdir(), "dateline-")), name);
  await writeFile(path, text);
  const head = new TextDecoder().decode(Buffer.from(text).subarray(0, 64 * 1024), { stream: true });
  return { name, path, isFolder: false, head, files: [], address };
}

/** All that a format gives of a source, by kind. */
export async function entriesOf(
  format: ForeignFormat,
  source: ForeignSource,
  site: Partial<ReadingOptions["site"]> = {},
) {
  const entries: ForeignEntry[] = [];
  for await (const entry of format.read(source, { ...options, site: { ...options.site, ...site } }))
    entries.push(entry);
  return {
    sites: entries.flatMap((entry) => (entry.kind === "site" ? [entry] : [])),
    stories: entries.flatMap((entry) => (entry.kind === "article" || entry.kind === "page" ? [entry] : [])),
    files: entries.flatMap((entry) => (entry.kind === "file" ? [entry] : [])),
    terms: entries.flatMap((entry) => (entry.kind === "term" ? [entry] : [])),
    notes: entries.flatMap((entry) => (entry.kind === "note" ? [entry.note] : [])),
    faults: entries.flatMap((entry) => (entry.kind === "fault" ? [entry] : [])),
    /** As it would be logged: nothing private may stand in it. */
    text: JSON.stringify(
      entries.map((entry) => ("body" in entry ? { ...entry, body: entry.body() } : entry)),
    ),
  };
}

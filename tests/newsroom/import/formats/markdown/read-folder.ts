/** Folders of other systems for tests, read as an import reads them. */
import { basename, join } from "node:path";
import { givenSources } from "../../../../../src/newsroom/import/archive/given-sources.ts";
import type {
  ForeignEntry,
  ForeignFile,
  ForeignStory,
  ForeignTerm,
} from "../../../../../src/newsroom/import/foreign/foreign-item.ts";
import type { ImportNote } from "../../../../../src/newsroom/import/foreign/import-notes.ts";
import { markdownFolder } from "../../../../../src/newsroom/import/formats/markdown/markdown-folder.ts";
import { siteFolder } from "../../../../site-folder.ts";
import { siteOf } from "../../../../site-values.ts";

export type ReadFolder = {
  readonly entries: readonly ForeignEntry[];
  /** By the path of its file. */
  readonly stories: ReadonlyMap<string, ForeignStory>;
  readonly site: ForeignEntry | undefined;
  readonly terms: readonly ForeignTerm[];
  readonly files: readonly ForeignFile[];
  readonly notes: readonly ImportNote[];
  readonly faults: readonly string[];
};

export const keysOf = (keys: Readonly<Record<string, string | null>>) => new Map(Object.entries(keys));

/** Reads files by path, as a folder of the name "old". */
export async function readFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  keys: ReadonlyMap<string, string | null> = new Map(),
): Promise<ReadFolder> {
  const placed = Object.entries(files).map(([path, text]) => [`old/${path}`, text] as const);
  const folder = await siteFolder(Object.fromEntries(placed));
  return readGiven(join(folder, "old"), keys);
}

export async function readGiven(
  path: string,
  keys: ReadonlyMap<string, string | null> = new Map(),
): Promise<ReadFolder> {
  const { given } = await givenSources([path], markdownFolder);
  const entries: ForeignEntry[] = [];
  const options = { site: siteOf("timezone: Asia/Hong_Kong"), keys };
  for (const { source } of given) {
    const named = { ...source, name: source.isFolder ? "old" : basename(source.name) };
    for await (const entry of markdownFolder.read(named, options)) entries.push(entry);
  }
  const stories = entries.flatMap((entry) =>
    entry.kind === "article" || entry.kind === "page" ? [entry] : [],
  );
  return {
    entries,
    stories: new Map(stories.map((story) => [story.id, story])),
    site: entries.find(({ kind }) => kind === "site"),
    terms: entries.flatMap((entry) => (entry.kind === "term" ? [entry] : [])),
    files: entries.flatMap((entry) => (entry.kind === "file" ? [entry] : [])),
    notes: entries.flatMap((entry) => (entry.kind === "note" ? [entry.note] : [])),
    faults: entries.flatMap((entry) =>
      entry.kind === "fault"
        ? [
            `${entry.diagnostic.file}:${entry.diagnostic.line}:${entry.diagnostic.column} ${entry.diagnostic.code}`,
          ]
        : [],
    ),
  };
}

/** Without what was not said, and without what is not for comparing. */
export function told(story: ForeignStory | undefined): Record<string, unknown> {
  const { body: _, place: _1, id: _2, ...values } = story ?? { body: 0, place: 0, id: 0 };
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

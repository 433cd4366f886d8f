/** The files in the record of what the last build published, as columns. */
import { isPathBelow } from "../../../content/files/paths.ts";
import { readCacheFile } from "../../disk/cache-file.ts";

export type PublishedFile = {
  /** Changes with everything that decides what the file holds; empty where that is made anew by every build. */
  readonly key: string;
  /** Of its content. */
  readonly digest: string;
  readonly sizeBytes: number;
  /** When it was written, in milliseconds since 1970. */
  readonly writtenMs: number;
};

/** By path in the output folder, with forward slashes. */
export type PublishedFiles = ReadonlyMap<string, PublishedFile>;

export type FileColumns = {
  readonly paths: readonly string[];
  readonly keys: readonly string[];
  readonly digests: readonly string[];
  readonly sizesBytes: readonly number[];
  readonly writtenMs: readonly number[];
};

/** Of the cache file. */
export const recordKind = "published";

/** The files of a record; none where it cannot be trusted. No more than that is read of it here: a thread begins with it. */
export async function readRecordedFiles(record: string): Promise<PublishedFiles> {
  const found = await readCacheFile(record, recordKind);
  const columns = isObject(found) ? found["files"] : undefined;
  return isFileColumns(columns) ? filesOf(columns) : new Map();
}

export function filesOf({ paths, keys, digests, sizesBytes, writtenMs }: FileColumns): PublishedFiles {
  const files = new Map<string, PublishedFile>();
  for (const [index, path] of paths.entries()) {
    files.set(path, {
      key: keys[index] ?? "",
      digest: digests[index] ?? "",
      sizeBytes: sizesBytes[index] ?? 0,
      writtenMs: writtenMs[index] ?? 0,
    });
  }
  return files;
}

export function fileColumns(files: PublishedFiles): FileColumns {
  const all = [...files.values()];
  return {
    paths: [...files.keys()],
    keys: all.map(({ key }) => key),
    digests: all.map(({ digest }) => digest),
    sizesBytes: all.map(({ sizeBytes }) => sizeBytes),
    writtenMs: all.map(({ writtenMs }) => writtenMs),
  };
}

/** Each looked at by a schema, they would take a second longer. */
export function isFileColumns(value: unknown): value is FileColumns {
  return (
    isObject(value) &&
    areTexts(value["paths"]) &&
    value["paths"].every(isPathBelow) &&
    areTexts(value["keys"]) &&
    areTexts(value["digests"]) &&
    areNumbers(value["sizesBytes"]) &&
    areNumbers(value["writtenMs"])
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function areTexts(values: unknown): values is readonly string[] {
  return Array.isArray(values) && values.every((value) => typeof value === "string");
}

function areNumbers(values: unknown): values is readonly number[] {
  return Array.isArray(values) && values.every((value) => typeof value === "number");
}

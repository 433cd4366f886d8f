/** Files of agencies: one, or a folder of them, as they are delivered, with each version of an item in a file of its own. */
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { withoutEndSlashes } from "../../../../content/values/address.ts";
import type { ReadingOptions } from "../../foreign/foreign-format.ts";
import type { ForeignEntry } from "../../foreign/foreign-item.ts";
import { type ForeignSource, headBytes } from "../../foreign/foreign-source.ts";
import { noteOf } from "../../foreign/reading/note-of.ts";
import type { AgencyItem } from "./agency-item.ts";
import { entriesOf } from "./agency-story.ts";

/** What is in a file, one after the other: items, and what is told of others. */
export type ItemReader = (file: ForeignSource) => AsyncIterable<AgencyItem | ForeignEntry>;

/** Names of files that may hold copy of some kind. */
const copyName = /\.(?:json|jsonl|ndjson|ninjs|xml|nitf|rss|atom|html?|md|markdown|txt)$/i;

/**
 * Whether a source is a file of items, or a folder of nothing else, by the first file of it: where other copy lies in it,
 * each file is looked at by itself.
 */
export function holdsItems(
  source: ForeignSource,
  ending: RegExp,
  isItems: (head: string) => boolean,
): boolean {
  if (!source.isFolder) return isItems(source.head);
  const copy = source.files.filter((file) => copyName.test(file));
  const [first] = copy;
  return (
    first !== undefined &&
    copy.every((file) => ending.test(file)) &&
    isItems(headOf(join(source.path, first)))
  );
}

/** All entries of a source. Of each item the newest version alone is a story: the others are listed. */
export async function* entriesOfFiles(
  source: ForeignSource,
  ending: RegExp,
  itemsIn: ItemReader,
  options: ReadingOptions,
): AsyncGenerator<ForeignEntry> {
  const files = source.isFolder ? filesIn(source, ending) : [source];
  const newest = new Map<string, string>();
  const versions = new Map<string, number>();
  for (const file of files) {
    let index = 0;
    for await (const one of itemsIn(file)) {
      if ("kind" in one) continue;
      const mark = `${file.path} ${index++}`;
      if (one.version < (versions.get(one.id) ?? one.version)) continue;
      versions.set(one.id, one.version);
      newest.set(one.id, mark);
    }
  }
  for (const file of files) {
    let index = 0;
    for await (const one of itemsIn(file)) {
      if ("kind" in one) yield one;
      else yield* entriesOf(one, newest.get(one.id) === `${file.path} ${index++}`, options);
    }
  }
  if (!source.isFolder) return;
  const others = source.files.filter((file) => !ending.test(file));
  const pictures = others.filter((file) => pictureName.test(file));
  const name = nameOf(source);
  for (const file of pictures) {
    const place = { file: `${name}/${file}` };
    yield { kind: "file", id: file, place, src: file, path: join(source.path, file) };
  }
  const count = others.length - pictures.length;
  if (count > 0) {
    const message = `${count === 1 ? "1 file in it is no item" : `${count} files in it are no items`} and no picture`;
    yield noteOf({ id: source.name, place: { file: source.name } }, { code: "other-kind", message });
  }
}

/** Pictures that an agency delivers beside its items, which name them by their paths. */
const pictureName = /\.(?:avif|bmp|gif|jpe?g|png|tiff?|webp)$/i;

function nameOf(folder: ForeignSource): string {
  return withoutEndSlashes(folder.name);
}

function filesIn(folder: ForeignSource, ending: RegExp): ForeignSource[] {
  const name = nameOf(folder);
  return folder.files
    .filter((file) => ending.test(file))
    .map((file) => ({
      name: `${name}/${file}`,
      path: join(folder.path, file),
      isFolder: false,
      head: "",
      files: [],
    }));
}

function headOf(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(headBytes);
    return bytes.toString("utf8", 0, readSync(file, bytes, 0, headBytes, 0));
  } finally {
    closeSync(file);
  }
}

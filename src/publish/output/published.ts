/** The record of what the last build published. */
import { join } from "node:path";
import { z } from "zod";
import { digestOf } from "../../content/values/digest.ts";
import { type SearchParts, searchPartsSchema } from "../../search/making/merging/made-parts.ts";
import { readCacheFile, writeCacheFile } from "../disk/cache-file.ts";
import {
  areTexts,
  type FileColumns,
  fileColumns,
  filesOf,
  isFileColumns,
  isObject,
  type PublishedFiles,
  recordKind,
} from "./standing/recorded-files.ts";
import type { Standing } from "./standing/standing.ts";

/** What there is to build on. */
export type LastBuild = {
  readonly published: Published;
  readonly standing: Standing;
  /** Where it stands: the output folder. */
  readonly folder: string;
};

/** What is in the record, in columns: of some hundred thousand files and articles, objects would take several times as long to read. */
const recordSchema = z.object({
  files: z.custom<FileColumns>(isFileColumns),
  searchParts: searchPartsSchema,
  causes: z.custom<TextColumns>(isTextColumns),
  articles: z.custom<TextColumns>(isTextColumns),
  bases: z.record(z.string(), z.string()),
  foreign: z.array(z.string()).readonly(),
});

type TextColumns = { readonly names: readonly string[]; readonly texts: readonly string[] };

function isTextColumns(value: unknown): value is TextColumns {
  return isObject(value) && areTexts(value["names"]) && areTexts(value["texts"]);
}

/** What a build published. */
export type Published = {
  /** By path in the output folder, with forward slashes. */
  readonly files: PublishedFiles;
  readonly searchParts: SearchParts;
  /** What stood behind it: digests by what may be named as the cause of a change. */
  readonly causes: ReadonlyMap<string, string>;
  /** The articles that were shown, as `statesOf` has them, and by kind of page what all of a kind rested on. */
  readonly articles: ReadonlyMap<string, string>;
  readonly bases: Readonly<Record<string, string>>;
  /** What of somebody else's stood in the output folder, so that it is named once. */
  readonly foreign: readonly string[];
};

/** The record that a file holds, or undefined where there is none that can be trusted. */
export async function readPublishedFrom(file: string): Promise<Published | undefined> {
  const record = recordSchema.safeParse(await readCacheFile(file, recordKind)).data;
  return (
    record && {
      ...record,
      files: filesOf(record.files),
      causes: textsOf(record.causes),
      articles: textsOf(record.articles),
    }
  );
}

/** Keeps the record of a build in a file. */
export async function writePublishedTo(file: string, published: Published): Promise<void> {
  const { files, causes, articles, ...others } = published;
  const record: z.infer<typeof recordSchema> = {
    ...others,
    files: fileColumns(files),
    causes: textColumns(causes),
    articles: textColumns(articles),
  };
  await writeCacheFile(file, recordKind, record);
}

/**
 * A record for each output folder: previews of branches may be built beside the site.
 *
 * @param outputFolder its absolute path
 */
export function recordFileFor(cacheFolder: string, outputFolder: string): string {
  return join(cacheFolder, `published-${digestOf(outputFolder)}`);
}

function textsOf({ names, texts }: TextColumns): Map<string, string> {
  return new Map(names.map((name, index) => [name, texts[index] ?? ""]));
}

function textColumns(texts: Published["articles"]): TextColumns {
  return { names: [...texts.keys()], texts: [...texts.values()] };
}

/** What the last build published, and how much of it still stands in the output folder as it was written. */
import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { digestOf } from "../content/digest.ts";
import { readCacheFile, writeCacheFile } from "./cache-file.ts";
import { filePathsBelow } from "./file-moving.ts";

const publishedFile = z.object({
  /** Changes with everything that decides what the file holds; empty where that is made anew by every build. */
  key: z.string(),
  /** Of its content. */
  digest: z.string(),
  sizeBytes: z.number(),
  /** When it was written, in milliseconds since 1970. */
  writtenMs: z.number(),
});

const indexedEntry = z.object({
  articles: z.number(),
  dates: z.string(),
  facets: z.string(),
  words: z.string(),
  common: z.array(z.string()).readonly(),
});

const publishedSchema = z.object({
  /** By path in the output folder, with forward slashes. */
  files: z.record(z.string(), publishedFile),
  /** Parts of the search index, by the digest of what they were made from. */
  searchParts: z.record(z.string(), z.object({ paths: z.array(z.string()).readonly(), entry: indexedEntry })),
  /** What stood behind it: digests by what may be named as the cause of a change. */
  causes: z.record(z.string(), z.string()),
});

export type Published = z.infer<typeof publishedSchema>;
export type PublishedFile = z.infer<typeof publishedFile>;

const kind = "published";

/** The record of the last build into an output folder, or undefined where there is none. */
async function readPublished(cacheFolder: string, outputFolder: string): Promise<Published | undefined> {
  const found = publishedSchema.safeParse(await readCacheFile(fileFor(cacheFolder, outputFolder), kind));
  return found.data;
}

/** The last build into an output folder, as far as it still stands; undefined where nothing is known of it. */
export async function readLastBuild(
  cacheFolder: string,
  outputFolder: string,
): Promise<LastBuild | undefined> {
  const published = await readPublished(cacheFolder, outputFolder);
  return published && { published, standing: standingOutput(outputFolder, published) };
}

/** Keeps the record of a build. */
export async function writePublished(
  cacheFolder: string,
  outputFolder: string,
  published: Published,
): Promise<void> {
  await writeCacheFile(fileFor(cacheFolder, outputFolder), kind, published);
}

/** A record for each output folder: previews of branches may be built beside the site. */
function fileFor(cacheFolder: string, outputFolder: string): string {
  return join(cacheFolder, `published-${digestOf(resolve(outputFolder))}`);
}

/** What there is to build on. */
export type LastBuild = { readonly published: Published; readonly standing: Standing };

export type Standing = {
  /** Files whose content is what the last build wrote. */
  readonly sound: ReadonlyMap<string, PublishedFile>;
  /** Every file in the output folder. */
  readonly paths: readonly string[];
};

/**
 * Looks at what stands in the output folder. A file with the size and the time it was written with is taken for
 * sound; where only the time differs, as after a restore from a cache of CI, its content is compared.
 */
function standingOutput(outputFolder: string, published: Published): Standing {
  const sound = new Map<string, PublishedFile>();
  const paths = filePathsBelow(outputFolder);
  for (const path of paths) {
    const record = published.files[path];
    if (record === undefined) continue;
    const file = join(outputFolder, path);
    const { size, mtimeMs } = lstatSync(file);
    if (size !== record.sizeBytes) continue;
    if (mtimeMs === record.writtenMs) sound.set(path, record);
    else if (digestOf(readFileSync(file)) === record.digest) {
      sound.set(path, { ...record, writtenMs: mtimeMs });
    }
  }
  return { sound, paths };
}

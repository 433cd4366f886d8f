/** The record of what the last build published. */
import { join } from "node:path";
import { z } from "zod";
import { isPathBelow } from "../../content/files/paths.ts";
import { digestOf } from "../../content/values/digest.ts";
import { searchPartsSchema } from "../../search/making/made-parts.ts";
import { readCacheFile, writeCacheFile } from "../disk/cache-file.ts";

const publishedFile = z.object({
  /** Changes with everything that decides what the file holds; empty where that is made anew by every build. */
  key: z.string(),
  /** Of its content. */
  digest: z.string(),
  sizeBytes: z.number(),
  /** When it was written, in milliseconds since 1970. */
  writtenMs: z.number(),
});

const publishedSchema = z.object({
  /** By path in the output folder, with forward slashes. */
  files: z.record(z.string().refine(isPathBelow), publishedFile),
  searchParts: searchPartsSchema,
  /** What stood behind it: digests by what may be named as the cause of a change. */
  causes: z.record(z.string(), z.string()),
  /** What of somebody else's stood in the output folder, so that it is named once. Earlier versions did not say. */
  foreign: z.array(z.string()).readonly().default([]),
});

export type Published = z.infer<typeof publishedSchema>;
export type PublishedFile = z.infer<typeof publishedFile>;

const kind = "published";

/**
 * The record of the last build into an output folder, or undefined where there is none.
 *
 * @param outputFolder its absolute path
 */
export async function readPublished(
  cacheFolder: string,
  outputFolder: string,
): Promise<Published | undefined> {
  return readPublishedFrom(fileFor(cacheFolder, outputFolder));
}

/** The record that a file holds, or undefined where there is none that can be trusted. */
export async function readPublishedFrom(file: string): Promise<Published | undefined> {
  return publishedSchema.safeParse(await readCacheFile(file, kind)).data;
}

/** Keeps the record of a build. @param outputFolder its absolute path */
export async function writePublished(
  cacheFolder: string,
  outputFolder: string,
  published: Published,
): Promise<void> {
  await writePublishedTo(fileFor(cacheFolder, outputFolder), published);
}

/** Keeps the record of a build in a file. */
export async function writePublishedTo(file: string, published: Published): Promise<void> {
  await writeCacheFile(file, kind, published);
}

/** A record for each output folder: previews of branches may be built beside the site. */
function fileFor(cacheFolder: string, outputFolder: string): string {
  return join(cacheFolder, `published-${digestOf(outputFolder)}`);
}

/** The record of what the last build published. */
import { join } from "node:path";
import { z } from "zod";
import { isPathBelow } from "../../content/files/paths.ts";
import { digestOf } from "../../content/values/digest.ts";
import { isRecord } from "../../content/writing/article-form.ts";
import { searchPartsSchema } from "../../search/making/made-parts.ts";
import { readCacheFile, writeCacheFile } from "../disk/cache-file.ts";

export type PublishedFile = {
  /** Changes with everything that decides what the file holds; empty where that is made anew by every build. */
  readonly key: string;
  /** Of its content. */
  readonly digest: string;
  readonly sizeBytes: number;
  /** When it was written, in milliseconds since 1970. */
  readonly writtenMs: number;
};

function isPublishedFile(value: unknown): value is PublishedFile {
  return (
    isRecord(value) &&
    typeof value["key"] === "string" &&
    typeof value["digest"] === "string" &&
    typeof value["sizeBytes"] === "number" &&
    typeof value["writtenMs"] === "number"
  );
}

/** Of some hundred thousand entries, each looked at by a schema, a push would take a second longer. */
const files = z.custom<Record<string, PublishedFile>>(
  (value) =>
    isRecord(value) &&
    Object.entries(value).every(([path, file]) => isPathBelow(path) && isPublishedFile(file)),
);
const texts = z.custom<Record<string, string>>(
  (value) => isRecord(value) && Object.values(value).every((text) => typeof text === "string"),
);

const publishedSchema = z.object({
  /** By path in the output folder, with forward slashes. */
  files,
  searchParts: searchPartsSchema,
  /** What stood behind it: digests by what may be named as the cause of a change. */
  causes: texts,
  /** The articles that were shown, as `statesOf` has them, and by kind of page what all of a kind rested on. */
  articles: texts.default({}),
  bases: texts.default({}),
  /** What of somebody else's stood in the output folder, so that it is named once. Earlier versions did not say. */
  foreign: z.array(z.string()).readonly().default([]),
});

export type Published = z.infer<typeof publishedSchema>;

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

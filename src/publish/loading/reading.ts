/** Reading all articles, on every core there is. */
import { setImmediate } from "node:timers/promises";
import type { ContentRules } from "../../content/article/article.ts";
import { type FileReading, readArticles } from "../../content/files/articles-folder.ts";
import type { Crew } from "../threads/crew.ts";
import { type PackedReadings, packed, unpacked } from "../threads/packed-reading.ts";

/** Few enough that no core waits long for the last chunk of another. */
const filesPerChunk = 50;

/**
 * Reads article files, in the order given; what comes of them does not depend on the crew.
 *
 * @param withFindings whether to look for what the house style finds in single articles
 */
export async function readAllArticles(
  siteFolder: string,
  files: readonly string[],
  rules: ContentRules,
  withFindings: boolean,
  crew: Crew,
): Promise<FileReading[]> {
  const chunks = Array.from({ length: Math.ceil(files.length / filesPerChunk) }, (_, index) =>
    files.slice(index * filesPerChunk, (index + 1) * filesPerChunk),
  );
  const readings: FileReading[][] = [];
  let next = 0;
  async function readUntilDone(read: (chunk: readonly string[]) => Promise<PackedReadings>): Promise<void> {
    for (let index = next++; index < chunks.length; index = next++) {
      readings[index] = unpacked(await read(chunks[index] ?? []), rules);
    }
  }
  const here = async (chunk: readonly string[]) => {
    await setImmediate();
    // Copied, as from a worker: values that are cut from the text of a file keep all of it in memory.
    return structuredClone(packed(readArticles(siteFolder, chunk, rules, withFindings)));
  };
  await Promise.all([
    ...Array.from({ length: crew.tasksAtOnce }, () => readUntilDone((chunk) => crew.run("readChunk", chunk))),
    readUntilDone(here),
  ]);
  return readings.flat();
}

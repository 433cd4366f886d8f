/** Reading all articles, on every core there is. */
import { setImmediate } from "node:timers/promises";
import type { ContentRules } from "../../../content/article/article.ts";
import { type FileReading, readArticles, readBytes } from "../../../content/files/articles-folder.ts";
import { digestOf, digestOfValue } from "../../../content/values/digest.ts";
import { onDemand } from "../../../content/values/on-demand.ts";
import {
  ambiguousNames,
  isPictureFault,
  type PictureFault,
  type Pictures,
  type Rendition,
} from "../../../content/values/picture.ts";
import type { Crew } from "../../threads/crew.ts";
import { type PackedReadings, packed, unpacked } from "../../threads/packed-reading.ts";

/** Few enough that no core waits long for the last chunk of another. */
const filesPerChunk = 50;

/**
 * Reads article files, in the order given; what comes of them does not depend on the crew.
 *
 * @param withFindings whether to look for what the house style finds in single articles
 * @param settle what becomes of each reading; as soon as it is made, since all bodies together would fill the memory
 */
export async function readAllArticles(
  siteFolder: string,
  files: readonly string[],
  rules: ContentRules,
  withFindings: boolean,
  crew: Crew,
  settle: (reading: FileReading) => FileReading = (reading) => reading,
): Promise<FileReading[]> {
  const chunks = Array.from({ length: Math.ceil(files.length / filesPerChunk) }, (_, index) =>
    files.slice(index * filesPerChunk, (index + 1) * filesPerChunk),
  );
  const readings: FileReading[][] = [];
  let next = 0;
  async function readUntilDone(read: (chunk: readonly string[]) => Promise<PackedReadings>): Promise<void> {
    for (let index = next++; index < chunks.length; index = next++) {
      readings[index] = unpacked(await read(chunks[index] ?? []), rules).map(settle);
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

/** Makes the function that says which pictures a reading rests on: those the article shows, or all where it has a fault. */
export function picturesBehind(pictures: Pictures): (reading: FileReading) => string {
  const all = onDemand(() => digestOfValue(pictures));
  // Adding such a picture may change what other articles show.
  const ambiguous = onDemand(() => digestOfValue(ambiguousNames(pictures)));
  // Its address changes with everything about a picture.
  const addressOf = (picture: Rendition | PictureFault | undefined) =>
    picture === undefined || isPictureFault(picture) ? "" : picture.src;
  return ({ article, diagnostics }) => {
    if (article === undefined || diagnostics.length > 0) return all();
    if (article.pictures.length === 0) return "";
    return [ambiguous(), ...article.pictures.map(({ file }) => addressOf(pictures.get(file)))].join(" ");
  };
}

export function digestIn(path: string): string {
  const bytes = readBytes(path);
  return typeof bytes === "string" ? "" : digestOf(bytes);
}

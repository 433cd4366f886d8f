/** Reading all articles, on every core there is. */
import { setImmediate } from "node:timers/promises";
import type { ContentRules } from "../content/article.ts";
import { type ArticlesReading, readArticles } from "../content/articles-folder.ts";
import type { Crew } from "./crew.ts";
import { packed, unpacked } from "./packed-reading.ts";

/** Few enough that no core waits long for the last chunk of another. */
const filesPerChunk = 50;

/** Reads article files, in the order given; what comes of them does not depend on the crew. */
export async function readAllArticles(
  siteFolder: string,
  files: readonly string[],
  rules: ContentRules,
  crew: Crew,
): Promise<ArticlesReading> {
  const chunks = Array.from({ length: Math.ceil(files.length / filesPerChunk) }, (_, index) =>
    files.slice(index * filesPerChunk, (index + 1) * filesPerChunk),
  );
  const readings: ArticlesReading[] = [];
  let next = 0;
  async function readUntilDone(read: (chunk: readonly string[]) => Promise<ArticlesReading>): Promise<void> {
    for (let index = next++; index < chunks.length; index = next++) {
      readings[index] = await read(chunks[index] ?? []);
    }
  }
  const byCrew = async (chunk: readonly string[]) => {
    return unpacked(await crew.run("readChunk", chunk), rules);
  };
  const here = async (chunk: readonly string[]) => {
    await setImmediate();
    return unpacked(packed(readArticles(siteFolder, chunk, rules)), rules);
  };
  await Promise.all([
    ...Array.from({ length: crew.tasksAtOnce }, () => readUntilDone(byCrew)),
    readUntilDone(here),
  ]);
  return {
    articles: readings.flatMap((reading) => reading.articles),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
}

/** A part that was made before, read from its files: what is in it need not be indexed again. */
import { inflateRawSync } from "node:zlib";
import pMap from "p-map";
import { z } from "zod";
import { type ListFile, pathsIn, wordCounts } from "../../opened/pagefind/files/list-file.ts";
import { packedWordsOf, wordsInFile } from "../../opened/pagefind/files/piece-file.ts";
import type { IndexedArticles } from "./indexed-articles.ts";

const listSchema = z.object({
  version: z.string(),
  days: z.array(z.number()),
  articles: z.string(),
  pieces: z.string(),
  words: z.string(),
  bounds: z.string(),
  metas: z.array(z.string()),
}) satisfies z.ZodType<ListFile>;

/** Reading waits for the disk, not for a core. */
const readsAtOnce = 16;

/**
 * Reads a part.
 *
 * @param folder below `/pagefind/`: empty, or a name and a slash
 * @param list the name of its list
 * @param read gives a file by its path below `/pagefind/`
 * @throws if a file is not there, or not what it should be
 */
export async function standingPart(
  folder: string,
  list: string,
  read: (path: string) => Promise<Uint8Array>,
): Promise<IndexedArticles> {
  const text = Buffer.from(await read(folder + list)).toString("utf8");
  const known = listSchema.parse(JSON.parse(text));
  const counts = wordCounts(known);
  const paths = pathsIn(known);
  const pieces = await pMap(paths.pieces, (path) => read(folder + path), { concurrency: readsAtOnce });
  return {
    version: known.version,
    metas: known.metas,
    articles: counts.map((words, place) => ({
      words,
      content: { standsAt: folder + (paths.articles[place] ?? "") },
    })),
    words: () => wordsOf(pieces, counts),
  };
}

function* wordsOf(pieces: readonly Uint8Array[], counts: readonly number[]) {
  for (const piece of pieces) {
    yield* wordsInFile(piece, inflateRawSync(packedWordsOf(piece)).toString("utf8"), counts);
  }
}

/** Parts of the search index as they were made, to be known to the next build. */
import { z } from "zod";

const partEntry = z.object({
  articles: z.number(),
  list: z.string(),
  facets: z.string(),
  places: z.string(),
  words: z.string(),
});

/**
 * By the digest of what a part is made of: its folder and files, by paths below `/pagefind/`, Pagefind's code among them; and what
 * readers are told of it.
 */
export const searchPartsSchema = z.record(
  z.string(),
  z.object({
    folder: z.string(),
    paths: z.array(z.string()).readonly(),
    /** What an article's index rests on beside what Pagefind was given of it. */
    base: z.string(),
    /** By which articles are known again, newest first: see `KnownArticles`. */
    keys: z.string(),
    code: z.string(),
    /** Words of a third of its articles and more; of few articles none. */
    common: z.array(z.string()).readonly(),
    entry: partEntry,
  }),
);

export type SearchParts = z.infer<typeof searchPartsSchema>;

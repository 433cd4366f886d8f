/** The index in the reader's browser: the newest part first, the others merged into it, the rest when it is needed. */
import type { FoundResult, Pagefind, Ranking } from "/pagefind/pagefind.js";
import {
  type DatesFile,
  type FacetsFile,
  metaNames,
  type PartEntry,
  type PartsFile,
  type WordsFile,
} from "../index-format.ts";
import { indexedText, writtenText } from "../index-letters.ts";
import { ArticleList, commonWords } from "./article-list.ts";
import { type KnownWord, knownWords } from "./known-words.ts";

/** How much less a word that begins with the one looked for counts than the word itself, the longer it is the less. */
const similarity = 6;

/** By so much Pagefind's weight of similarity lessens the word itself. */
const ofSame = Math.exp((Math.exp(-1 / 8) - 1) * similarity);

/**
 * How Pagefind weighs a word: as BM25 does, with k1 = 2 and b = 0.75 (Robertson and others, "Okapi at TREC-3", 1994).
 * Titles weigh more than the rest because they stand in the indexed text as headings. What Pagefind is told of an
 * article beside its text says nothing of its relevance, though it indexes that, too.
 */
const ranking: Ranking = {
  termFrequency: 1,
  termSimilarity: similarity,
  termSaturation: 2 * ofSame,
  pageLength: 0.75,
  diacriticSimilarity: 0,
  metaWeights: Object.fromEntries(["title", ...metaNames].map((name) => [name, 0])),
};

/** Where the index comes from: the network, or a test. */
export type IndexSource = {
  /** Where the site begins: `/`, or `/news/`. */
  readonly root: string;
  readonly fetchJson: (address: string) => Promise<unknown>;
  readonly loadPagefind: () => Promise<typeof import("/pagefind/pagefind.js")>;
};

export type SearchIndex = {
  readonly file: PartsFile;
  /** Grows with every part that is merged. */
  readonly articles: ArticleList;
  readonly common: ReadonlySet<string>;
  /** Articles in which Pagefind finds a word or a phrase; of null, all. */
  readonly lookUp: (text: string | null) => Promise<readonly FoundResult[]>;
  /** Merges the other parts. */
  readonly loadAll: () => Promise<void>;
  readonly loadNewestFacets: () => Promise<void>;
  /** Of all parts. */
  readonly loadFacets: () => Promise<void>;
  readonly loadWords: () => Promise<ReadonlyMap<string, KnownWord>>;
};

/** Opens the newest part of the index. @throws if anything of it cannot be loaded */
export async function openIndex(source: IndexSource): Promise<SearchIndex> {
  const loadingPagefind = source.loadPagefind();
  loadingPagefind.catch(() => {});
  const file = await load<PartsFile>(source, "parts.json");
  const [newest, ...older] = file.parts;
  if (newest === undefined) throw new Error("the index has no parts");
  const folder = folderOf(source);
  const articles = new ArticleList();
  const datesOf = file.parts.map((part) => once(() => load<DatesFile>(source, part.folder + part.dates)));
  const options = { baseUrl: source.root, metaCacheTag: file.version, ranking };
  let pagefind: Pagefind | undefined;
  const found = new Map<string | null, Promise<FoundResult[]>>();
  const openNewest = async () => {
    const { createInstance } = await loadingPagefind;
    pagefind = createInstance({ basePath: folder, ...options });
    await pagefind.init();
  };
  /** Pagefind's names of all articles that are not in the list yet, newest first: in this order they were indexed. */
  const newIds = async () => {
    const { results } = (await pagefind?.search(null)) ?? { results: [] };
    return results.slice(articles.size).map(({ id }) => id);
  };
  if (newest.articles > 0) {
    const [dates] = await Promise.all([datesOf[0]?.(), openNewest()]);
    if (dates !== undefined) articles.addPart(dates, await newIds());
  }

  const lookUp = (text: string | null) => {
    let results = found.get(text);
    if (results === undefined) {
      results =
        pagefind === undefined
          ? Promise.resolve([])
          : pagefind.search(text && indexedText(text)).then((made) => made.results.map(written));
      results.catch(() => found.delete(text));
      found.set(text, results);
      // What was found first is dropped first: the reader has typed on.
      if (found.size > lookUpsKept) found.delete(found.keys().next().value ?? "");
    }
    return results;
  };

  const loadAll = once(async () => {
    const merging = older.map((part) => pagefind?.mergeIndex(folder + part.folder, options));
    try {
      const loading = Promise.all(datesOf.slice(1).map((loadDates) => loadDates()));
      const [dates] = await Promise.all([loading, ...merging]);
      const ids = await newIds();
      for (const part of dates) articles.addPart(part, ids.splice(0, part.days.length));
    } catch (error) {
      // Pagefind keeps a part that failed, and finds nothing more with it.
      await openNewest();
      throw error;
    } finally {
      found.clear();
    }
  });

  const facetsOf = (part: PartEntry) => load<FacetsFile>(source, part.folder + part.facets);
  const loadNewestFacets = once(async () => articles.addFacets(await facetsOf(newest)));
  const loadFacets = once(async () => {
    const [parts] = await Promise.all([Promise.all(older.map(facetsOf)), loadNewestFacets()]);
    for (const part of parts) articles.addFacets(part);
  });

  const loadWords = once(async () => {
    const files = file.parts.map((part) => load<WordsFile>(source, part.folder + part.words));
    return knownWords(await Promise.all(files));
  });

  const common = commonWords(file.parts);
  return { file, articles, common, lookUp, loadAll, loadNewestFacets, loadFacets, loadWords };
}

/** Two for each spelling of the words of a pasted sentence, and those of the one before. */
const lookUpsKept = 200;

/** A result whose text is as its author wrote it. */
function written(result: FoundResult): FoundResult {
  return {
    ...result,
    data: async () => {
      const page = await result.data();
      return { ...page, content: writtenText(page.content) };
    },
  };
}

/** The files of an index are our own: their form is not checked again. */
async function load<Value>(source: IndexSource, path: string): Promise<Value>;
async function load(source: IndexSource, path: string): Promise<unknown> {
  return source.fetchJson(folderOf(source) + path);
}

function folderOf({ root }: IndexSource): string {
  return `${root}pagefind/`;
}

/** Does something when it is first asked for, and again only if it failed. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    if (made === undefined) {
      made = make();
      made.catch(() => {
        made = undefined;
      });
    }
    return made;
  };
}

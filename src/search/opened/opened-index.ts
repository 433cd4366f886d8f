/** The index in the reader's browser: the newest part first, the others when they are needed. */
import {
  type FacetsFile,
  type PartEntry,
  type PartsFile,
  placesText,
  type WordsFile,
} from "../index-format.ts";
import { indexedText, writtenText } from "../index-letters.ts";
import { ArticleList } from "./article-list.ts";
import { type KnownWord, knownWords } from "./known-words.ts";
import type { Ranking } from "./pagefind/code.ts";
import { LostFile } from "./pagefind/lost-file.ts";
import { once } from "./pagefind/once.ts";
import type { FoundPage, Hit } from "./pagefind/part.ts";
import type { PartsSearch } from "./pagefind/parts-search.ts";

/** How much less a word that begins with the one looked for counts than the word itself, the longer it is the less. */
const similarity = 6;

/** By so much Pagefind's weight of similarity lessens the word itself. */
const ofSame = Math.exp((Math.exp(-1 / 8) - 1) * similarity);

/**
 * How Pagefind weighs a word: as BM25 does, with k1 = 2 and b = 0.75 (Robertson and others, "Okapi at TREC-3", 1994).
 * Titles weigh more than the rest because they stand in the indexed text as headings.
 */
const ranking: Ranking = {
  termFrequency: 1,
  termSimilarity: similarity,
  termSaturation: 2 * ofSame,
  pageLength: 0.75,
  diacriticSimilarity: 0,
};

/** Where the index comes from: the network, or a test. */
export type IndexSource = {
  /** Where the site begins: `/`, or `/news/`. */
  readonly root: string;
  /** A file of the index, by its path. */
  readonly fetchJson: (path: string) => Promise<unknown>;
  /** Starts Pagefind. @param code the path of its code */
  readonly startSearch: (code: string, ranking: Ranking) => PartsSearch;
};

/** An article in which Pagefind found something. */
export type FoundResult = Hit & { readonly data: () => Promise<FoundPage> };

/** Facets of the articles, loaded into the list of them. */
export type FacetFiles = {
  readonly loadNewest: () => Promise<void>;
  /** Of all parts. */
  readonly loadAll: () => Promise<void>;
};

export type SearchIndex = {
  readonly file: PartsFile;
  /** Grows with every part that is opened. */
  readonly articles: ArticleList;
  readonly common: ReadonlySet<string>;
  /** Articles in which Pagefind finds a word or a phrase; of null, all. */
  readonly lookUp: (text: string | null) => Promise<readonly FoundResult[]>;
  /** Opens the other parts. What did not come is asked for again by the next call, and what came is kept. */
  readonly loadAll: () => Promise<void>;
  /** All facets but the place. */
  readonly facets: FacetFiles;
  readonly places: FacetFiles;
  readonly loadWords: () => Promise<ReadonlyMap<string, KnownWord>>;
  /** Ends it: it is not asked any more. */
  readonly close: () => void;
};

/** Opens the newest part of the index. @throws if anything of it cannot be loaded */
export async function openIndex(source: IndexSource): Promise<SearchIndex> {
  const file = await load<PartsFile>(source, partsFile);
  const [newest] = file.parts;
  if (newest === undefined) throw new Error("the index has no parts");
  const search = source.startSearch(file.code, ranking);
  /** Whether another index has taken the place of this one. */
  const isReplaced = async () => {
    const now = await load<PartsFile>(source, partsFile).catch(() => file);
    return now.version !== file.version;
  };
  /** What this index names and the server does not have is lost, not gone. */
  const asked = async <Value>(answer: Promise<Value>): Promise<Value> => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof LostFile && error.isGone) || (await isReplaced())) throw error;
      throw new LostFile(error.address, false);
    }
  };
  const articles = new ArticleList();
  const found = new Map<string | null, Promise<FoundResult[]>>();

  const openings = file.parts.map(({ folder, list, articles: count }) =>
    once(async () => (count === 0 ? [] : asked(search.open({ folder, list })))),
  );
  const open = async (parts: readonly PartEntry[]) => {
    const opened = openings.slice(0, parts.length).map((openPart) => openPart());
    // Those after one that is lost are not waited for.
    for (const opening of opened) opening.catch(() => {});
    try {
      while (articles.partCount < parts.length) {
        const place = articles.partCount;
        const days = (await opened[place]) ?? [];
        const names = days.map((_, own) => `${parts[place]?.folder ?? ""}${own}`);
        // Another call may have added it meanwhile.
        if (articles.partCount === place) articles.addPart(days, names);
      }
    } finally {
      found.clear();
    }
  };
  try {
    await open([newest]);
  } catch (error) {
    search.close();
    throw error;
  }

  const resultOf = (hit: Hit): FoundResult => ({
    ...hit,
    data: async () => {
      const page = await asked(search.page(hit.id));
      const url = source.root + page.url.replace(/^\//, "");
      // The text as its author wrote it.
      return { ...page, url, content: writtenText(page.content) };
    },
  });
  const lookUp = (text: string | null) => {
    let results = found.get(text);
    if (results === undefined) {
      results = asked(search.search(text && indexedText(text))).then((hits) => hits.map(resultOf));
      results.catch(() => found.delete(text));
      found.set(text, results);
      // What was found first is dropped first: the reader has typed on.
      if (found.size > lookUpsKept) found.delete(found.keys().next().value ?? "");
    }
    return results;
  };

  const loadAll = once(() => open(file.parts));

  const facetFiles = (name: "facets" | "places"): FacetFiles => {
    const files = file.parts.map((part) =>
      once(async () =>
        part[name] === "" ? noPlaces(part) : asked(load<FacetsFile>(source, part.folder + part[name])),
      ),
    );
    const loadNewest = once(async () => {
      const facets = await files[0]?.();
      if (facets !== undefined) articles.addFacets(facets);
    });
    const loadAll = once(async () => {
      const [older] = await Promise.all([Promise.all(files.slice(1).map((ask) => ask())), loadNewest()]);
      for (const part of older) articles.addFacets(part);
    });
    return { loadNewest, loadAll };
  };

  const wordsOf = file.parts.map((part) =>
    once(() => asked(load<WordsFile>(source, part.folder + part.words))),
  );
  const loadWords = once(async () => {
    return knownWords(await Promise.all(wordsOf.map((ask) => ask())));
  });

  const common = new Set(file.common);
  const { close } = search;
  const [facets, places] = [facetFiles("facets"), facetFiles("places")];
  return { file, articles, common, lookUp, loadAll, facets, places, loadWords, close };
}

/** The places of a part in which no article names one. */
function noPlaces({ articles }: PartEntry): FacetsFile {
  return { place: { values: [], articles: placesText(Array.from({ length: articles }, () => [])) } };
}

/** Two for each spelling of the words of a pasted sentence, and those of the one before. */
const lookUpsKept = 200;

/** The file that names all others. */
export const partsFile = "parts.json";

/** The files of an index are our own: their form is not checked again. */
async function load<Value>(source: IndexSource, path: string): Promise<Value>;
async function load(source: IndexSource, path: string): Promise<unknown> {
  return source.fetchJson(path);
}

/** Pagefind's browser module, as far as the search uses it: https://pagefind.app/docs/api/ */

export type FoundPage = {
  url: string;
  /** Plain text. */
  content: string;
  meta: Record<string, string>;
};

export type FoundResult = {
  id: string;
  score: number;
  /** Places of the words found, counted by the white space of the content. */
  words: number[];
  data(): Promise<FoundPage>;
};

export type Ranking = {
  termFrequency?: number;
  termSimilarity?: number;
  termSaturation?: number;
  pageLength?: number;
  diacriticSimilarity?: number;
  metaWeights?: Record<string, number>;
};

export type InstanceOptions = {
  basePath?: string;
  baseUrl?: string;
  ranking?: Ranking;
  /** Takes the place of the time in the address of the file that names all others, so that it can be kept. */
  metaCacheTag?: string;
};

export type Pagefind = {
  init(): Promise<void>;
  mergeIndex(path: string, options: InstanceOptions): Promise<void>;
  search(query: string | null): Promise<{ results: FoundResult[] }>;
};

export function createInstance(options: InstanceOptions): Pagefind;

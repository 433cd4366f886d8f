/** Pagefind's browser module, as far as the search uses it: https://pagefind.app/docs/api/ */

export type Filters = Record<string, Record<string, number>>;

export type FoundPage = {
  url: string;
  /** HTML: escaped text with `mark` elements. */
  excerpt: string;
  meta: Record<string, string>;
};

export type Found = {
  results: { id: string; data(): Promise<FoundPage> }[];
  /** How many results there would be with each further filter. */
  filters: Filters;
  totalFilters: Filters;
  unfilteredResultCount: number;
};

export type SearchOptions = {
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, "asc" | "desc">;
};

export function init(): Promise<void>;
export function filters(): Promise<Filters>;
export function search(query: string | null, options?: SearchOptions): Promise<Found>;

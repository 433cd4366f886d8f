/** What the build writes beside Pagefind's own files, and the reader's browser reads: the parts of the index. */

export const facets = ["category", "tag", "source", "author", "place", "year", "language"] as const;
export type Facet = (typeof facets)[number];
export type ByFacet<Value> = { readonly [Name in Facet]: Value };

/** A value for every facet, made by a function of the facet. */
export function byFacet<Value>(make: (facet: Facet) => Value): ByFacet<Value>;
export function byFacet<Value>(make: (facet: Facet) => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(facets.map((facet) => [facet, make(facet)]));
}

/** `/pagefind/parts.json` */
export type PartsFile = {
  /** Changes when anything in any part does. */
  readonly version: string;
  /** By how many days the bonus of newer articles halves. */
  readonly recencyDays: number;
  /** Newest first. The first lies in `/pagefind/` itself, with what all of them need. */
  readonly parts: readonly PartEntry[];
};

export type PartEntry = {
  /** Below `/pagefind/`: empty, or a name and a slash. */
  readonly folder: string;
  readonly articles: number;
  /** File names in the folder: a DatesFile, a FacetsFile and a WordsFile. */
  readonly dates: string;
  readonly facets: string;
  readonly words: string;
  /** Words of a third of its articles and more: they tell articles apart badly and are dear to look up. */
  readonly common: readonly string[];
};

/** How old the articles are, newest first: in this order Pagefind has them, and the FacetsFile. */
export type DatesFile = {
  /** Days since 1970-01-01: of the newest article, then how many days each is older than the one before. */
  readonly days: readonly number[];
};

export type FacetsFile = ByFacet<{
  /** Slug, space, name. Slugs hold no space. */
  readonly values: readonly string[];
  /** For each article, the places of its values. */
  readonly ofArticles: readonly (readonly number[])[];
}>;

/** In how many articles a word stands, for words that are worth suggesting. A mark stands before their endings. */
export type WordsFile = Readonly<Record<string, number>>;

/** Stands between the stem of a word and its ending: `rid/ing`. */
export const stemMark = "/";

/** What a result shows beside its title. */
export const metaNames = [
  "date",
  "day",
  "categories",
  "source",
  "summary",
  "picture",
  "language",
  "direction",
] as const;
export type MetaName = (typeof metaNames)[number];

/** Stands before everything in an indexed text that is no part of the story as readers see it. */
export const endOfStory = "\u2063";

/** Stands, with a space after it, between two words of a script that is written without spaces. */
export const joinedWords = "\u2060";

const dayMs = 86_400_000;

/** The number of a day such as `2026-11-20` since 1970-01-01; NaN for what is no day. */
export function dayNumber(day: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00Z`) / dayMs : Number.NaN;
}

/** A facet's value is its slug, a space, and its name. */
export function splitFacetValue(value: string): { slug: string; name: string } {
  const space = value.indexOf(" ");
  return space === -1
    ? { slug: value, name: value }
    : { slug: value.slice(0, space), name: value.slice(space + 1) };
}

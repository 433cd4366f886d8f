/** What the build writes beside Pagefind's own files, and the reader's browser reads: the parts of the index. */
import { slugOf } from "../content/values/slug.ts";

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
  /** The path of Pagefind's code below `/pagefind/`. */
  readonly code: string;
  /** Words of a third of the articles of every part and more: they tell articles apart badly and are dear to look up. */
  readonly common: readonly string[];
  /** Newest first. The first lies in `/pagefind/` itself. */
  readonly parts: readonly PartEntry[];
};

export type PartEntry = {
  /** Below `/pagefind/`: empty, or a name and a slash. */
  readonly folder: string;
  readonly articles: number;
  /** File names in the folder: a ListFile of articles and pieces, a FacetsFile and a WordsFile. */
  readonly list: string;
  readonly facets: string;
  /** The FacetsFile of the places, which are many and seldom chosen; empty where no article names one. */
  readonly places: string;
  readonly words: string;
};

export type FacetsFile = Partial<ByFacet<WrittenFacet>>;

export type WrittenFacet = {
  /** See `facetValueText`. Those that most articles have come first. */
  readonly values: readonly string[];
  /** The places of each article's values: see `placesText`. */
  readonly articles: string;
};

/** Above the space and the quotation mark. */
const firstLetter = 0x23;
const surrogates = { first: 0xd800, count: 0x800 };

/** A letter for a place in a list: short to write for the first of them. */
export function placeLetter(place: number): string {
  const code = firstLetter + place;
  return String.fromCodePoint(code < surrogates.first ? code : code + surrogates.count);
}

/** The place in a list that a letter stands for. */
export function letterPlace(letter: string): number {
  const code = letter.codePointAt(0) ?? firstLetter;
  return (code < surrogates.first ? code : code - surrogates.count) - firstLetter;
}

/** Where no article has several values. */
const atMostOne = "!";

/**
 * For each article, the letters of its places in a list, and a space. Those after the first are counted from the one
 * before: small numbers, which compress well. Where no article has several, a mark stands before them all, and each
 * has one letter, or a space for none.
 */
export function placesText(articles: readonly (readonly number[])[]): string {
  if (articles.every((places) => places.length <= 1)) {
    return atMostOne + articles.map(([place]) => (place === undefined ? " " : placeLetter(place))).join("");
  }
  const written = articles.map((own) => {
    const places = [...own].sort((a, b) => a - b);
    return places.map((place, at) => placeLetter(place - ((places[at - 1] ?? -1) + 1))).join("");
  });
  return written.map((letters) => `${letters} `).join("");
}

export function placesIn(text: string): number[][] {
  if (text.startsWith(atMostOne)) {
    return [...text.slice(atMostOne.length)].map((letter) => (letter === " " ? [] : [letterPlace(letter)]));
  }
  const articles = text.split(" ").slice(0, -1);
  return articles.map((letters) => {
    let next = 0;
    return Array.from(letters, (letter) => {
      const place = next + letterPlace(letter);
      next = place + 1;
      return place;
    });
  });
}

/** In how many articles a word stands, for words that are worth suggesting. A mark stands before their endings. */
export type WordsFile = Readonly<Record<string, number>>;

/** Stands between the stem of a word and its ending: `rid/ing`. */
export const stemMark = "/";

/**
 * What Pagefind takes for the address of an article: the address, a space, and what a result shows, as JSON. Pagefind
 * has fields for that, but indexes their words, too, which nobody looks for: every piece of the index would be larger.
 */
export function addressWithMetas(address: string, metas: Readonly<Record<string, string>>): string {
  return `${address.replaceAll(" ", "%20")} ${JSON.stringify(metas)}`;
}

export function splitAddress(text: string): { url: string; meta: Readonly<Record<string, string>> } {
  const space = text.indexOf(" ");
  return { url: text.slice(0, space), meta: JSON.parse(text.slice(space)) };
}

/** What a result shows beside its title. */
export const metaNames = [
  "date",
  "day",
  "categories",
  "source",
  "label",
  "summary",
  "picture",
  "focus",
  "language",
  "direction",
] as const;
export type MetaName = (typeof metaNames)[number];

/** Stands before everything in an indexed text that is no part of the story as readers see it. */
export const endOfStory = "\u2063";

/** Stands, with a space after it, between two words of a script that is written without spaces. */
export const joinedWords = "\u2060";

const dayMs = 86_400_000;

/** In the place of a day: of a page that is no article. */
export const undated = 0;

/** The number of a day such as `2026-11-20` since 1970-01-01; NaN for what is no day. */
export function dayNumber(day: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00Z`) / dayMs : Number.NaN;
}

/** A value of a facet is its slug, a space, and its name; written down, the name alone where the slug follows from it. */
export function facetValueText(value: string): string {
  const space = value.indexOf(" ");
  const name = value.slice(space + 1);
  return slugOf(name) === value.slice(0, space) ? name : ` ${value}`;
}

export function splitFacetValue(text: string): { slug: string; name: string } {
  if (!text.startsWith(" ")) return { slug: slugOf(text), name: text };
  const space = text.indexOf(" ", 1);
  return { slug: text.slice(1, space), name: text.slice(space + 1) };
}

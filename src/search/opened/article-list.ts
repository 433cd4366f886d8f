/** The articles of the index as a list, newest first: how old each is and which values of each facet it has. */
import {
  byFacet,
  type Facet,
  type FacetsFile,
  facets,
  type PartEntry,
  placesIn,
  splitFacetValue,
} from "../index-format.ts";

export type FacetValue = { readonly slug: string; readonly name: string };

export class ArticleList {
  /** Place in the list, by Pagefind's name. */
  readonly places = new Map<string, number>();
  /** Days since 1970, by place. */
  readonly days: number[] = [];
  /** Where each part ends. */
  readonly #ends: number[] = [];
  readonly #values = byFacet(() => new Map<string, FacetValue>());
  readonly #ofArticles = byFacet((): FacetValue[][] => []);

  get size(): number {
    return this.days.length;
  }

  get partCount(): number {
    return this.#ends.length;
  }

  /** Adds the next older part. @param days as in its PartEntry @param ids Pagefind's names of its articles */
  addPart(days: readonly number[], ids: readonly string[]): void {
    let day = 0;
    for (const [index, step] of days.entries()) {
      day = index === 0 ? step : day - step;
      this.places.set(ids[index] ?? "", this.days.length);
      this.days.push(day);
    }
    this.#ends.push(this.days.length);
  }

  /** Adds facets of the next older part: those that its file has. */
  addFacets(file: FacetsFile): void {
    for (const facet of facets) {
      const { values = [], articles = "" } = file[facet] ?? {};
      // The same value of several parts is one object.
      const known = values.map((written) => {
        const value = splitFacetValue(written);
        const same = this.#values[facet].get(value.slug) ?? value;
        this.#values[facet].set(value.slug, same);
        return same;
      });
      for (const places of placesIn(articles)) {
        this.#ofArticles[facet].push(places.flatMap((place) => known[place] ?? []));
      }
    }
  }

  partOf(place: number): number {
    return this.#ends.findIndex((end) => place < end);
  }

  /** How many articles a part has. */
  sizeOf(part: number): number {
    return (this.#ends[part] ?? 0) - (this.#ends[part - 1] ?? 0);
  }

  valuesOf(facet: Facet, place: number): readonly FacetValue[] {
    return this.#ofArticles[facet][place] ?? [];
  }

  /** The name of a value, by its slug. */
  nameOf(facet: Facet, slug: string): string | undefined {
    return this.#values[facet].get(slug)?.name;
  }
}

/** Words that are common in all parts that are large enough to tell. */
export function commonWords(parts: readonly PartEntry[]): ReadonlySet<string> {
  const lists = parts.map((part) => part.common).filter((list) => list.length > 0);
  const [first = [], ...others] = lists;
  return new Set(first.filter((word) => others.every((list) => list.includes(word))));
}

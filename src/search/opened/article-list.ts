/** The articles of the index as a list, newest first: how old each is and which values of each facet it has. */
import { byFacet, type Facet, type FacetsFile, facets, placesIn, splitFacetValue } from "../index-format.ts";

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

  /** Adds the next older part. @param days of its articles @param ids Pagefind's names of them */
  addPart(days: readonly number[], ids: readonly string[]): void {
    for (const [index, day] of days.entries()) {
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

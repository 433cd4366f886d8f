/** The list of results: what stands in it, and what of it did not come. */
import type { Found } from "../../answering/finding.ts";
import type { ArticleList } from "../../opened/article-list.ts";
import { unlessLost } from "../../opened/pagefind/lost-file.ts";
import { newElement } from "../element.ts";
import { resultItem } from "./result-item.ts";
import type { SearchPage } from "./search-page.ts";

type Shown = {
  readonly query: string;
  readonly articles: ArticleList | undefined;
  /** In the list of articles, in the order shown. */
  readonly places: readonly number[];
  readonly items: readonly HTMLLIElement[];
  readonly lost: ReadonlySet<HTMLLIElement>;
  /** The rank of the first that lacks words of the query; -1 where none does. */
  readonly firstLacking: number;
};

const nothing: Shown = {
  query: "",
  articles: undefined,
  places: [],
  items: [],
  lost: new Set(),
  firstLacking: -1,
};

export class ResultList {
  readonly #page: SearchPage;
  readonly #endIsNear: IntersectionObserver;
  #shown = nothing;

  /** @param endIsNear called when the reader comes near the end of the list */
  constructor(page: SearchPage, endIsNear: () => void) {
    this.#page = page;
    const options = { rootMargin: "0px 0px 75% 0px" };
    this.#endIsNear = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) endIsNear();
    }, options);
  }

  get size(): number {
    return this.#shown.places.length;
  }

  /** Whether an article of the list did not come. */
  get hasLost(): boolean {
    return this.#shown.lost.size > 0;
  }

  isOf(query: string): boolean {
    return this.size > 0 && this.#shown.query === query;
  }

  clear(): void {
    this.#page.results.replaceChildren();
    this.#shown = nothing;
  }

  /** Loads articles, and gives what puts them into the list: all at once, and what stands there already stays. */
  async loaded(query: string, places: readonly number[], found: Found): Promise<() => void> {
    const pages = await Promise.all(places.map((place) => unlessLost(found.pageAt(place))));
    return () => {
      const before = this.#shown;
      const firstLacking = places.findIndex((place) => found.answers.get(place)?.hasAll === false);
      const isContinued =
        before.query === query &&
        // The same places in the list of another index are other articles.
        before.articles === found.articles &&
        before.places.every((place, rank) => place === places[rank]) &&
        (before.firstLacking === firstLacking ||
          (before.firstLacking === -1 && firstLacking >= before.items.length));
      const lost = new Set<HTMLLIElement>();
      const items = pages.map((page, rank) => {
        const standing = isContinued ? before.items[rank] : undefined;
        if (standing !== undefined && !before.lost.has(standing)) return standing;
        const words = found.answers.get(places[rank] ?? -1)?.words ?? [];
        const item = page === undefined ? this.#lostItem() : resultItem(page, words);
        if (page === undefined) lost.add(item);
        // Said where it begins, not above the list: what stands there need not move for it.
        if (rank === firstLacking) item.prepend(this.#note());
        standing?.replaceWith(item);
        return item;
      });
      const { results, more } = this.#page;
      if (isContinued) results.append(...items.slice(before.items.length));
      else results.replaceChildren(...items);
      this.#shown = { query, articles: found.articles, places, items, lost, firstLacking };
      // Whoever asked for more reads on where the new ones begin.
      const isReadOn = isContinued && before.items.length > 0 && items.length > before.items.length;
      if (isReadOn && document.activeElement === more)
        items[before.items.length]?.querySelector("a")?.focus();
      this.#endIsNear.disconnect();
      const last = items.at(-1);
      if (last !== undefined) this.#endIsNear.observe(last);
    };
  }

  #note(): HTMLParagraphElement {
    return newElement("p", { className: "result-note" }, this.#page.texts.searchMost);
  }

  #lostItem(): HTMLLIElement {
    return newElement("li", { className: "entry result-lost" }, this.#page.texts.searchLost);
  }
}

/** What the search page shows of a state. */
import { type Chip, chipItems, chipsOf, facetChoices } from "./choices.ts";
import { type Found, findAll } from "./finding.ts";
import { inOrder, narrowed } from "./narrowing.ts";
import { resultItem } from "./result-item.ts";
import type { SearchIndex } from "./search-index.ts";
import type { SearchPage } from "./search-page.ts";
import { isNarrowed, resultsAtOnce, type SearchState } from "./search-state.ts";

export class SearchShow {
  /** What the chips on the page stand for. */
  chips: readonly Chip[] = [];
  readonly #page: SearchPage;
  readonly #openIndex: () => Promise<SearchIndex>;
  #latestRun = 0;
  #shown: { readonly query: string; readonly places: readonly number[] } = { query: "", places: [] };

  constructor(page: SearchPage, openIndex: () => Promise<SearchIndex>) {
    this.#page = page;
    this.#openIndex = openIndex;
  }

  /** Searches, and shows what is found unless the reader has gone on meanwhile. */
  async run(state: SearchState): Promise<void> {
    this.#latestRun += 1;
    const run = this.#latestRun;
    const isLatest = () => run === this.#latestRun;
    const { results, status, texts, order } = this.#page;
    order.value = state.order;
    results.ariaBusy = "true";
    if (this.#shown.places.length === 0) status.textContent = texts.searchLoading;
    try {
      const index = await this.#openIndex();
      await this.#showNewest(index, state, isLatest);
      await index.loadAll();
      const found = await findAll(index, state.query);
      if (isNarrowed(state)) await index.loadFacets();
      const { places } = narrowed(found.places, state, index.articles);
      await this.#showResults({ ...found, places }, state, isLatest);
      if (isLatest()) status.textContent = this.#message({ ...found, places }, state, index);
      await index.loadFacets();
      if (isLatest()) this.#showChoices(found, state, index);
    } catch (error) {
      console.warn("The search could not be loaded.", error);
      if (isLatest()) this.#showFailure();
    } finally {
      if (isLatest()) results.ariaBusy = null;
    }
  }

  /** The newest part answers before the others are there: a first answer costs little, however long the archive is. */
  async #showNewest(index: SearchIndex, state: SearchState, isLatest: () => boolean): Promise<void> {
    const isWhole = index.articles.partCount === index.file.parts.length;
    if (isWhole || isNarrowed(state) || state.order === "oldest" || state.shown > resultsAtOnce) return;
    const found = await findAll(index, state.query, { mayCorrect: false });
    const [best] = found.places;
    const isAnswer = state.query.trim() === "" || (best !== undefined && found.answers.get(best)?.hasAll);
    if (isAnswer) await this.#showResults(found, state, isLatest);
  }

  async #showResults(found: Found, state: SearchState, isLatest: () => boolean): Promise<void> {
    // Where nothing stands yet, the first result does not wait for the others.
    if (this.#shown.places.length === 0) await this.#showFirst(1, found, state, isLatest);
    await this.#showFirst(state.shown, found, state, isLatest);
  }

  async #showFirst(count: number, found: Found, state: SearchState, isLatest: () => boolean): Promise<void> {
    const ordered = inOrder(found.places, state.order);
    const places = ordered.slice(0, count);
    const pages = await Promise.all(places.map((place) => found.pageAt(place)));
    if (!isLatest()) return;
    const before = this.#shown;
    const isContinued =
      before.query === state.query && before.places.every((place, rank) => place === places[rank]);
    const { results, more } = this.#page;
    const first = isContinued ? before.places.length : 0;
    const items = pages
      .slice(first)
      .map((page, rank) => resultItem(page, found.answers.get(places[first + rank] ?? -1)?.words ?? []));
    if (isContinued) results.append(...items);
    else results.replaceChildren(...items);
    this.#shown = { query: state.query, places };
    more.hidden = count < resultsAtOnce || ordered.length <= places.length;
    // Whoever asked for more reads on where the new ones begin.
    if (isContinued && first >= resultsAtOnce && document.activeElement === more)
      items[0]?.querySelector("a")?.focus();
  }

  #showChoices(found: Found, state: SearchState, { articles }: SearchIndex): void {
    const { facets, filters, from, to, chips, texts, root } = this.#page;
    const focused = document.activeElement;
    const { counts } = narrowed(found.places, state, articles);
    facets.replaceChildren(...facetChoices(counts, state, articles, texts));
    from.value = state.from;
    to.value = state.to;
    this.chips = chipsOf(state, articles, texts);
    chips.replaceChildren(...chipItems(this.chips, texts));
    root.classList.add("has-choices");
    // The choices are made anew with each search; the one the reader is at keeps the focus.
    if (focused instanceof HTMLInputElement && focused.type === "checkbox" && !focused.isConnected) {
      const boxes = [...filters.querySelectorAll("input")];
      boxes.find((box) => box.name === focused.name && box.value === focused.value)?.focus();
    }
  }

  #message(found: Found, state: SearchState, { articles }: SearchIndex): string {
    const { texts } = this.#page;
    if (articles.size === 0) return texts.noArticles;
    const count = found.places.length;
    const counted = texts.searchCount.replace("{count}", () =>
      count.toLocaleString(document.documentElement.lang),
    );
    if (state.query.trim() === "") return isNarrowed(state) ? counted : texts.searchNewest;
    if (count === 0) return texts.searchNone.replace("{query}", () => state.query);
    const corrections = found.corrections.map(({ word, other }) =>
      texts.searchCorrected.replace("{word}", () => word).replace("{other}", () => other),
    );
    const isMost = found.places.some((place) => found.answers.get(place)?.hasAll === false);
    return [...corrections, ...(isMost ? [texts.searchMost] : []), counted].join(" ");
  }

  #showFailure(): void {
    const { results, more, status, texts, root } = this.#page;
    results.replaceChildren();
    this.#shown = { query: "", places: [] };
    more.hidden = true;
    root.classList.remove("has-choices");
    status.textContent = texts.searchFailed;
  }
}

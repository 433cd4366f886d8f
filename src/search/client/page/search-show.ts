/** What the search page shows of a state. */

import { type Found, findAll } from "../../answering/finding.ts";
import { ArticleList } from "../../opened/article-list.ts";
import { inOrder, narrowed } from "../../opened/narrowing.ts";
import type { SearchIndex } from "../../opened/opened-index.ts";
import { hasChosen, isNarrowed, resultsAtOnce, type SearchState } from "../../opened/search-state.ts";
import { type Chip, chipItems, chipsOf, facetChoices } from "./choices.ts";
import { resultItem } from "./result-item.ts";
import type { SearchPage } from "./search-page.ts";

type Answered = { readonly found: Found; readonly state: SearchState; readonly index: SearchIndex };

/** What was found, and what is said of it, unless the reader has gone on meanwhile. */
type Results = Omit<Answered, "index"> & { readonly message: string; readonly isLatest: () => boolean };

export class SearchShow {
  /** What the chips on the page stand for. */
  chips: readonly Chip[] = [];
  readonly #page: SearchPage;
  readonly #openIndex: () => Promise<SearchIndex>;
  #latestRun = 0;
  #shown: { readonly query: string; readonly places: readonly number[] } = { query: "", places: [] };
  /** Those known so far. */
  #articles = new ArticleList();
  /** What choices are still to be made of. */
  #unchosen: Answered | undefined;

  constructor(page: SearchPage, openIndex: () => Promise<SearchIndex>) {
    this.#page = page;
    this.#openIndex = openIndex;
    new ResizeObserver(() => this.#showChoices()).observe(page.filters);
  }

  /** Searches, and shows what is found unless the reader has gone on meanwhile. */
  async run(state: SearchState): Promise<void> {
    this.#latestRun += 1;
    const run = this.#latestRun;
    const isLatest = () => run === this.#latestRun;
    const { results, status, texts } = this.#page;
    this.#unchosen = undefined;
    this.#showState(state);
    results.ariaBusy = "true";
    if (this.#shown.places.length === 0) status.textContent = texts.searchLoading;
    try {
      const index = await this.#openIndex();
      this.#articles = index.articles;
      await this.#showNewest(index, state, isLatest);
      await index.loadAll();
      const found = await findAll(index, state.query);
      if (hasChosen(state)) await index.loadFacets();
      if (!isLatest()) return;
      const { places } = narrowed(found.places, state, index.articles);
      // What stands above the results is there with the first of them, so that they need not move.
      this.#showState(state);
      const narrow = { ...found, places };
      const message = this.#message(narrow, state, index);
      await this.#showResults({ found: narrow, state, message, isLatest });
      if (!isLatest()) return;
      this.#unchosen = { found, state, index };
      await this.#showChoices();
    } catch (error) {
      console.warn("The search could not be loaded.", error);
      if (isLatest()) this.#showFailure();
    } finally {
      if (isLatest()) results.ariaBusy = null;
    }
  }

  /** What the address asks for. The names of what is chosen come with the choices; until then, it has its slugs. */
  #showState(state: SearchState): void {
    const { order, from, to, chips, texts } = this.#page;
    order.value = state.order;
    if (from.value !== state.from) from.value = state.from;
    if (to.value !== state.to) to.value = state.to;
    this.chips = chipsOf(state, this.#articles, texts);
    chips.replaceChildren(...chipItems(this.chips, texts));
  }

  /** The newest part answers before the others are there: a first answer costs little, however long the archive is. */
  async #showNewest(index: SearchIndex, state: SearchState, isLatest: () => boolean): Promise<void> {
    const isWhole = index.articles.partCount === index.file.parts.length;
    if (isWhole || state.order === "oldest" || state.shown > resultsAtOnce) return;
    const found = await findAll(index, state.query, { mayCorrect: false });
    if (hasChosen(state)) await index.loadNewestFacets();
    if (!isLatest()) return;
    const { places } = narrowed(found.places, state, index.articles);
    const [best] = places;
    if (best === undefined || found.answers.get(best)?.hasAll === false) return;
    this.#showState(state);
    const message = this.#messageSoFar(places.length, state);
    await this.#showResults({ found: { ...found, places }, state, message, isLatest });
  }

  async #showResults(results: Results): Promise<void> {
    // Where nothing stands yet, the first result does not wait for the others.
    if (this.#shown.places.length === 0) await this.#showFirst(1, results);
    await this.#showFirst(results.state.shown, results);
  }

  /** Shows results and what is said of them at once: neither is ever seen beside the other's forerunner. */
  async #showFirst(count: number, { found, state, message, isLatest }: Results): Promise<void> {
    const ordered = inOrder(found.places, state.order);
    const places = ordered.slice(0, count);
    const pages = await Promise.all(places.map((place) => found.pageAt(place)));
    if (!isLatest()) return;
    const before = this.#shown;
    const isContinued =
      before.query === state.query && before.places.every((place, rank) => place === places[rank]);
    const { results, status, more } = this.#page;
    const first = isContinued ? before.places.length : 0;
    const items = pages
      .slice(first)
      .map((page, rank) => resultItem(page, found.answers.get(places[first + rank] ?? -1)?.words ?? []));
    // The same words again would be read out again.
    if (status.textContent !== message) status.textContent = message;
    if (isContinued) results.append(...items);
    else results.replaceChildren(...items);
    this.#shown = { query: state.query, places };
    more.hidden = count < resultsAtOnce || ordered.length <= places.length;
    // Whoever asked for more reads on where the new ones begin.
    if (isContinued && first >= resultsAtOnce && document.activeElement === more)
      items[0]?.querySelector("a")?.focus();
  }

  /** Files of facets are large: they are loaded when choices are seen, which on a phone is in a sheet of their own. */
  async #showChoices(): Promise<void> {
    const { facets, filters, texts } = this.#page;
    const answered = this.#unchosen;
    const isSeen = filters.getClientRects().length > 0;
    if (answered === undefined || !isSeen) return;
    const { found, state, index } = answered;
    try {
      if (found.places.length > 0) await index.loadFacets();
    } catch (error) {
      console.warn("The choices could not be loaded.", error);
      return;
    }
    if (answered !== this.#unchosen) return;
    this.#unchosen = undefined;
    const focused = document.activeElement;
    const { counts } = narrowed(found.places, state, index.articles);
    facets.replaceChildren(...facetChoices(counts, state, index.articles, texts));
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
    const counted = withCount(texts.searchCount, count);
    if (state.query.trim() === "") return isNarrowed(state) ? counted : texts.searchNewest;
    if (count === 0) {
      const none = found.answers.size === 0 ? texts.searchNone : texts.searchNoneSuch;
      return none.replace("{query}", () => state.query);
    }
    const corrections = found.corrections.map(({ word, other }) =>
      texts.searchCorrected.replace("{word}", () => word).replace("{other}", () => other),
    );
    const isMost = found.places.some((place) => found.answers.get(place)?.hasAll === false);
    return [...corrections, ...(isMost ? [texts.searchMost] : []), counted].join(" ");
  }

  /** What is said while only the newest part has answered. */
  #messageSoFar(count: number, state: SearchState): string {
    const { texts } = this.#page;
    if (state.query.trim() === "" && !isNarrowed(state)) return texts.searchNewest;
    return withCount(texts.searchSoFar, count);
  }

  #showFailure(): void {
    const { results, more, status, facets, texts } = this.#page;
    results.replaceChildren();
    facets.replaceChildren();
    this.#shown = { query: "", places: [] };
    more.hidden = true;
    status.textContent = texts.searchFailed;
  }
}

function withCount(text: string, count: number): string {
  return text.replace("{count}", () => count.toLocaleString(document.documentElement.lang));
}

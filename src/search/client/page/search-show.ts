/** What the search page shows of a state. */
import { type Found, findAll } from "../../answering/finding.ts";
import { ArticleList } from "../../opened/article-list.ts";
import type { KeptIndex } from "../../opened/kept-index.ts";
import { inOrder, narrowed } from "../../opened/narrowing.ts";
import type { SearchIndex } from "../../opened/opened-index.ts";
import { hasChosen, resultsAtOnce, type SearchState } from "../../opened/search-state.ts";
import { isScriptGone } from "../gone-script.ts";
import { Retries } from "../retries.ts";
import { type Chip, Choices, chipItems, chipsOf } from "./choices.ts";
import { messageOf, messageSoFar } from "./messages.ts";
import { offersFor } from "./offers.ts";
import { ResultList } from "./result-list.ts";
import type { SearchPage } from "./search-page.ts";

/** What was found, and what is said of it. */
type Results = { readonly found: Found; readonly state: SearchState; readonly message: string };

/** A search, which the reader may have gone on from. */
type Run = { readonly state: SearchState; readonly isLatest: () => boolean };

/** So many of the newest part's fill a screen. More relevant ones of other parts may take the place of any. */
const resultsOfNewest = 3;

export class SearchShow {
  /** What the chips on the page stand for. */
  chips: readonly Chip[] = [];
  readonly #page: SearchPage;
  readonly #index: KeptIndex;
  readonly #list: ResultList;
  readonly #choices: Choices;
  readonly #retries: Retries;
  readonly #title = document.title;
  #latest: SearchState | undefined;
  #results: Results | undefined;
  /** How many results the reader has come to see. */
  #seen = resultsAtOnce;
  /** Those known so far. */
  #articles = new ArticleList();

  constructor(page: SearchPage, index: KeptIndex) {
    this.#page = page;
    this.#index = index;
    this.#list = new ResultList(page, () => void this.#showFurther());
    this.#retries = new Retries(() => void this.#run());
    page.again.addEventListener("click", () => this.#retries.now());
    this.#choices = new Choices(
      page,
      () => this.#retries.failed(),
      () => void this.#run(),
    );
  }

  /** How many results stand on the page. */
  get size(): number {
    return this.#list.size;
  }

  /**
   * Searches, and shows what is found unless the reader has gone on meanwhile.
   *
   * @param seen so many results are shown of those the state asks for; others follow when the reader comes near them
   */
  async run(state: SearchState, seen = resultsAtOnce): Promise<void> {
    this.#latest = state;
    this.#seen = seen;
    this.#retries.reset();
    await this.#run();
  }

  async #run(): Promise<void> {
    const state = this.#latest;
    if (state === undefined) return;
    // A search of the same state later on is another.
    const own = { ...state };
    this.#latest = own;
    const run: Run = { state: own, isLatest: () => own === this.#latest };
    const { results, status, texts } = this.#page;
    this.#choices.forget();
    this.#results = undefined;
    this.#showState(own);
    results.ariaBusy = "true";
    if (this.#list.size === 0) status.textContent = texts.searchLoading;
    try {
      await this.#index.use((index) => this.#answer(index, run));
      if (run.isLatest()) this.#showLost();
    } catch (error) {
      console.warn("The search could not be loaded.", error);
      // The page as it is published now has a script that knows its index.
      if (await isScriptGone()) location.reload();
      else if (run.isLatest()) await this.#showFailure(run);
    } finally {
      if (run.isLatest()) results.ariaBusy = null;
    }
  }

  async #answer(index: SearchIndex, run: Run): Promise<void> {
    const { state, isLatest } = run;
    this.#articles = index.articles;
    await this.#showNewest(index, run);
    await index.loadAll();
    const found = await findAll(index, state.query);
    if (hasChosen(state)) await index.facets.loadAll();
    if (state.chosen.place.length > 0) await index.places.loadAll();
    if (!isLatest()) return;
    const { places } = narrowed(found.places, state, index.articles);
    const narrow = { ...found, places };
    const message = messageOf(narrow, state, index.articles, this.#page.texts);
    const offers = places.length === 0 ? await offersFor(index, state.query, this.#page.texts) : [];
    if (!isLatest()) return;
    // What stands above the results is there with the first of them, so that they need not move.
    this.#showState(state);
    await this.#showResults({ found: narrow, state, message }, run);
    if (!isLatest()) return;
    this.#page.offers.replaceChildren(...offers);
    await this.#choices.show({ found, state, index });
  }

  /** What the address asks for. The names of what is chosen come with the choices; until then, it has its slugs. */
  #showState(state: SearchState): void {
    const { order, from, to, chips, texts } = this.#page;
    const query = state.query.trim();
    document.title = query === "" ? this.#title : `${query} · ${this.#title}`;
    order.value = state.order;
    if (from.value !== state.from) from.value = state.from;
    if (to.value !== state.to) to.value = state.to;
    this.chips = chipsOf(state, this.#articles, texts);
    chips.replaceChildren(...chipItems(this.chips, texts));
  }

  /** The newest part answers before the others are there: a first answer costs little, however long the archive is. */
  async #showNewest(index: SearchIndex, run: Run): Promise<void> {
    const { state, isLatest } = run;
    const isWhole = index.articles.partCount === index.file.parts.length;
    if (isWhole || state.order === "oldest" || this.#seen > resultsAtOnce) return;
    const found = await findAll(index, state.query, { mayCorrect: false });
    if (hasChosen(state)) await index.facets.loadNewest();
    if (state.chosen.place.length > 0) await index.places.loadNewest();
    if (!isLatest()) return;
    const { places } = narrowed(found.places, state, index.articles);
    const [best] = places;
    if (best === undefined || found.answers.get(best)?.hasAll === false) return;
    this.#showState(state);
    const message = messageSoFar(places.length, state, this.#page.texts);
    const count = state.order === "relevance" && state.query.trim() !== "" ? resultsOfNewest : undefined;
    await this.#showResults({ found: { ...found, places }, state, message }, run, count);
  }

  async #showResults(results: Results, run: Run, most = this.#seen): Promise<void> {
    this.#results = results;
    // Where nothing stands yet, the first result does not wait for the others.
    if (this.#list.size === 0) await this.#showFirst(1, results, run);
    await this.#showFirst(Math.min(results.state.shown, most), results, run);
  }

  /** Shows results and what is said of them at once: neither is ever seen beside the other's forerunner. */
  async #showFirst(count: number, { found, state, message }: Results, { isLatest }: Run): Promise<void> {
    const ordered = inOrder(found.places, state.order, found.articles);
    const put = await this.#list.loaded(state.query, ordered.slice(0, count), found);
    if (!isLatest()) return;
    const { root, status, more, offers, lost, again } = this.#page;
    // The same words again would be read out again.
    if (status.textContent !== message) status.textContent = message;
    put();
    offers.replaceChildren();
    lost.textContent = "";
    again.hidden = true;
    // One result is in order as it is.
    root.classList.toggle("has-no-order", ordered.length < 2);
    more.hidden = count < state.shown || ordered.length <= count;
  }

  /** Of what the address asks for, what the reader comes near. */
  async #showFurther(): Promise<void> {
    const results = this.#results;
    if (results === undefined || this.#list.size >= results.state.shown) return;
    if (this.#list.size >= results.found.places.length || this.#list.size < this.#seen) return;
    this.#seen += resultsAtOnce;
    const isLatest = () => results === this.#results;
    try {
      await this.#showFirst(Math.min(results.state.shown, this.#seen), results, {
        state: results.state,
        isLatest,
      });
      if (isLatest()) this.#showLost();
    } catch {
      // Their files are gone: the search is made anew, on the new index.
      if (isLatest()) await this.#run();
    }
  }
  /** All is there but, it may be, single articles. */
  #showLost(): void {
    this.#page.again.hidden = !this.#list.hasLost;
    if (this.#list.hasLost) this.#retries.failed();
  }

  /** What was found before something did not come is kept, and never taken for all there is. */
  async #showFailure(run: Run): Promise<void> {
    const { root, more, status, offers, lost, again, texts } = this.#page;
    const results = this.#results;
    if (results?.state === run.state) {
      // What more of it would have come with the older parts.
      const count = Math.min(results.state.shown, this.#seen);
      await this.#showFirst(count, results, run).catch(() => {});
      if (!run.isLatest()) return;
      lost.textContent = texts.searchPartly;
    } else {
      this.#list.clear();
      this.#choices.clear();
      offers.replaceChildren();
      root.classList.add("has-no-order");
      more.hidden = true;
      lost.textContent = "";
      status.textContent = texts.searchFailed;
    }
    again.hidden = false;
    this.#retries.failed();
  }
}

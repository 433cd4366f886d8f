/** The search page: keeps the address, the form, and what is shown in step. */
import type { Filters, Found, SearchOptions } from "/pagefind/pagefind.js";
import {
  addressOfState,
  facets,
  isEmptyState,
  type SearchState,
  splitFilterValue,
  stateOfAddress,
} from "./search-state.ts";
import { filterChoices, resultItem, type SearchTexts } from "./search-view.ts";

const resultsAtOnce = 20;
const typingPauseMs = 150;

type Page = {
  readonly texts: SearchTexts;
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly filters: HTMLFormElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
  readonly more: HTMLButtonElement;
};

let loading: Promise<typeof import("/pagefind/pagefind.js")> | undefined;

/** Pagefind is loaded when the first search is made. A failed load is tried again with the next search. */
function loadPagefind() {
  loading ??= import("/pagefind/pagefind.js").then(async (pagefind) => {
    await pagefind.init();
    return pagefind;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

function startSearch(page: Page): void {
  let state = stateOfAddress(location.search);
  let latestRun = 0;
  let pause: number | undefined;

  async function run(): Promise<void> {
    latestRun += 1;
    const thisRun = latestRun;
    try {
      const found = await search(state);
      if (thisRun === latestRun) await show(found, thisRun);
    } catch (error) {
      console.warn("The search could not be loaded.", error);
      if (thisRun === latestRun) showFailure(page);
    }
  }

  async function show(found: SearchResult, thisRun: number): Promise<void> {
    const first = await Promise.all(found.results.slice(0, resultsAtOnce).map((result) => result.data()));
    if (thisRun !== latestRun) return;
    page.results.replaceChildren(...first.map(resultItem));
    page.filters.replaceChildren(...filterChoices(found.counts, state, page.texts));
    page.filters.hidden = page.filters.childElementCount === 0;
    page.status.textContent = messageFor(state, found.results.length, page.texts);
    showMoreFrom(found, resultsAtOnce, page);
  }

  /** A new state by the reader's hand: shown in the address and searched for. */
  function change(next: SearchState): void {
    state = next;
    history.replaceState(null, "", addressOfState(state));
    void run();
  }

  function readForm(): void {
    window.clearTimeout(pause);
    change({ ...stateOfAddress(`?${new URLSearchParams({ q: page.input.value })}`), chosen: state.chosen });
  }

  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    readForm();
  });
  page.input.addEventListener("input", () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(readForm, typingPauseMs);
  });
  page.filters.addEventListener("change", () => {
    const chosen = new FormData(page.filters);
    const parameters = new URLSearchParams();
    for (const facet of facets)
      for (const slug of chosen.getAll(facet)) parameters.append(facet, String(slug));
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : undefined;
    change({ ...stateOfAddress(`?${parameters}`), query: state.query });
    if (focused !== undefined) keepFocus(page.filters, focused);
  });

  page.input.value = state.query;
  void run();
}

type SearchResult = { readonly results: Found["results"]; readonly counts: Filters };

async function search(state: SearchState): Promise<SearchResult> {
  const pagefind = await loadPagefind();
  const known = await pagefind.filters();
  if (isEmptyState(state)) return { results: [], counts: known };
  const options: SearchOptions = { filters: filtersOf(state, known) };
  const query = state.query.trim() === "" ? null : state.query;
  if (query === null) options.sort = { date: "desc" };
  const found = await pagefind.search(query, options);
  return { results: found.results, counts: found.filters };
}

/** Several values of one facet mean "or". A value that no article has finds nothing. */
function filtersOf(state: SearchState, known: Filters): NonNullable<SearchOptions["filters"]> {
  return Object.fromEntries(
    facets
      .filter((facet) => state.chosen[facet].length > 0)
      .map((facet) => {
        const values = Object.keys(known[facet] ?? {});
        const any = state.chosen[facet].map(
          (slug) => values.find((value) => splitFilterValue(value).slug === slug) ?? slug,
        );
        return [facet, { any }];
      }),
  );
}

function messageFor(state: SearchState, count: number, texts: SearchTexts): string {
  if (isEmptyState(state)) return texts.searchPrompt;
  return count === 0
    ? texts.searchNone.replace("{query}", () => state.query)
    : texts.searchCount.replace("{count}", String(count));
}

function showFailure(page: Page): void {
  page.results.replaceChildren();
  page.filters.hidden = true;
  page.more.hidden = true;
  page.status.textContent = page.texts.searchFailed;
}

function showMoreFrom(found: SearchResult, start: number, page: Page): void {
  page.more.hidden = start >= found.results.length;
  page.more.onclick = async () => {
    page.more.hidden = true;
    const next = found.results.slice(start, start + resultsAtOnce);
    const items = (await Promise.all(next.map((result) => result.data()))).map(resultItem);
    page.results.append(...items);
    items[0]?.querySelector("a")?.focus();
    showMoreFrom(found, start + resultsAtOnce, page);
  };
}

/** The choices are made anew with each search; the one the reader is at keeps the focus. */
function keepFocus(filters: HTMLFormElement, focused: HTMLInputElement): void {
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const boxes = [...filters.querySelectorAll("input")];
    boxes.find((box) => box.name === focused.name && box.value === focused.value)?.focus();
  });
  observer.observe(filters, { childList: true });
}

function elementOf<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${type.name} with the id ${id}`);
  return element;
}

const form = document.querySelector<HTMLFormElement>("#search .search-form");
if (form !== null) {
  startSearch({
    texts: JSON.parse(elementOf("search", HTMLElement).dataset.texts ?? "{}"),
    form,
    input: elementOf("search-query", HTMLInputElement),
    filters: elementOf("search-filters", HTMLFormElement),
    status: elementOf("search-status", HTMLElement),
    results: elementOf("search-results", HTMLElement),
    more: elementOf("search-more", HTMLButtonElement),
  });
}

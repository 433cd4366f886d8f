/** The search page: keeps the address, the form, and what is shown in step. */

import {
  addressOfState,
  orders,
  resultsAtOnce,
  type SearchState,
  stateOfAddress,
  withChoice,
} from "../../opened/search-state.ts";
import { browserIndex } from "../browser-index.ts";
import { moveThroughResults } from "../keyboard.ts";
import { onSite } from "../site-root.ts";
import { type SearchPage, searchPageOf } from "./search-page.ts";
import { SearchShow } from "./search-show.ts";

const typingPauseMs = 150;

const page = searchPageOf(document);
if (page !== undefined) startSearch(page);

function addressOf(state: SearchState): string {
  return onSite(addressOfState(state));
}

function startSearch(page: SearchPage): void {
  const show = new SearchShow(page, browserIndex);
  let state = stateOfAddress(location.search);
  let pause: number | undefined;
  let isTyping = false;

  /** A new state by the reader's hand. While the reader types, the address changes and the history does not grow. */
  function change(next: SearchState, typed = false): void {
    const address = addressOf(next);
    if (address !== addressOf(state)) {
      if (typed && isTyping) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
    }
    isTyping = typed;
    state = next;
    void show.run(state);
  }

  function readQuery(typed: boolean): void {
    window.clearTimeout(pause);
    // A form that was sent reads as the address would.
    const { query } = stateOfAddress(`?${new URLSearchParams({ q: page.input.value })}`);
    change({ ...state, query, shown: resultsAtOnce }, typed);
  }

  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    readQuery(false);
  });
  page.input.addEventListener("input", () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(readQuery, typingPauseMs, true);
  });
  page.order.addEventListener("change", () => {
    const order = orders.find((name) => name === page.order.value) ?? "relevance";
    change({ ...state, order, shown: resultsAtOnce });
  });
  page.filters.addEventListener("change", ({ target }) => {
    const isBox = target instanceof HTMLInputElement && target.type === "checkbox";
    const { chosen } = isBox ? withChoice(state, target.name, target.value, target.checked) : state;
    change({ ...state, chosen, from: page.from.value, to: page.to.value, shown: resultsAtOnce });
  });
  page.chips.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const chip = button === null ? undefined : show.chips[Number(button.value)];
    if (chip !== undefined) {
      change({ ...chip.without, shown: resultsAtOnce });
      page.input.focus();
    }
  });
  page.more.addEventListener("click", () => {
    state = { ...state, shown: state.shown + resultsAtOnce };
    history.replaceState(null, "", addressOf(state));
    void show.run(state);
  });
  window.addEventListener("popstate", () => {
    isTyping = false;
    state = stateOfAddress(location.search);
    page.input.value = state.query;
    void show.run(state);
  });
  moveThroughResults(page.root, page.input);
  page.root.classList.add("is-ready");

  // What was typed before this script was there is not lost.
  if (page.input.value === "") page.input.value = state.query;
  else if (page.input.value !== state.query) readQuery(true);
  void show.run(state);
}

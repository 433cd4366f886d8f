/** The search page: keeps the address, the form, and what is shown in step. */

import {
  addressOfState,
  orders,
  resultsAtOnce,
  type SearchState,
  stateOfAddress,
  withChoice,
} from "../../opened/search-state.ts";
import { moveThroughResults, openBySlash } from "../keys/keyboard.ts";
import { whenTyped } from "../keys/typing.ts";
import { onSite } from "../site-root.ts";
import { browserIndex } from "../worker/browser-index.ts";
import { keepPlace, keptPlace, showPlace } from "./place.ts";
import { type SearchPage, searchPageOf } from "./search-page.ts";
import { SearchShow } from "./search-show.ts";

const page = searchPageOf(document);
if (page !== undefined) startSearch(page);

function addressOf(state: SearchState): string {
  return onSite(addressOfState(state));
}

function startSearch(page: SearchPage): void {
  const show = new SearchShow(page, browserIndex);
  let state = stateOfAddress(location.search);
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
    stopWaiting();
    // A form that was sent reads as the address would.
    const { query } = stateOfAddress(`?${new URLSearchParams({ q: page.input.value })}`);
    change({ ...state, query, shown: resultsAtOnce }, typed);
  }

  page.form.addEventListener("submit", (event) => {
    event.preventDefault();
    readQuery(false);
  });
  const stopWaiting = whenTyped(page.input, () => readQuery(true));
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
    history.replaceState(history.state, "", addressOf(state));
    void show.run(state, show.size + resultsAtOnce);
  });
  /** What the address asks for, at the place where the reader left it. @param toTop whether to go to the top, too */
  async function showAgain(toTop = false): Promise<void> {
    const place = keptPlace();
    const asked = state;
    await show.run(state, place.results);
    if (asked === state && (toTop || place.top > 0)) showPlace(place);
  }
  window.addEventListener("popstate", () => {
    isTyping = false;
    state = stateOfAddress(location.search);
    page.input.value = state.query;
    // A link within the page leads to what it names.
    void showAgain(location.hash === "");
  });
  keepPlace(() => show.size);
  openBySlash(() => page.input.focus());
  moveThroughResults(page.root, page.input);
  page.root.classList.add("is-ready");

  // What was typed before this script was there is not lost.
  if (page.input.value === "") page.input.value = state.query;
  if (page.input.value === state.query) void showAgain();
  else readQuery(true);
}

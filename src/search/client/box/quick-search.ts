/** What the box in the masthead finds, in a list below it, while the reader types. */

import { findAll } from "../../answering/finding.ts";
import type { SearchIndex } from "../../opened/opened-index.ts";
import { unlessLost } from "../../opened/pagefind/lost-file.ts";
import type { FoundPage } from "../../opened/pagefind/part.ts";
import { addressOfState, stateOfAddress } from "../../opened/search-state.ts";
import { newElement } from "../element.ts";
import { goOnComposing, isComposedKey, whenTyped } from "../keys/typing.ts";
import { Retries } from "../retries.ts";
import { onSite } from "../site-root.ts";
import { browserIndex } from "../worker/browser-index.ts";
import { type NewerScript, takeNewer } from "./newer-scripts.ts";

const resultsShown = 6;

export type Beginning = {
  /** Whether a letter is being composed in the box. */
  readonly isComposing: boolean;
  readonly newerScript: NewerScript;
};

/** Makes a search box show what it finds. Its texts stand in the form's `data-` attributes. */
export function startQuickSearch(
  form: HTMLFormElement,
  field: HTMLInputElement,
  { isComposing, newerScript }: Beginning,
): void {
  if (isComposing) goOnComposing();
  const list = newElement("div", { id: "quick-results", className: "quick-results", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
  const status = newElement("p", { className: "quick-status" });
  status.setAttribute("role", "status");
  form.append(list, status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  let latestRun = 0;
  let active = -1;

  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];

  function setActive(next: number): void {
    active = next;
    for (const [place, option] of options().entries()) {
      option.setAttribute("aria-selected", String(place === active));
    }
    field.setAttribute("aria-activedescendant", options()[active]?.id ?? "");
    options()[active]?.scrollIntoView({ block: "nearest" });
  }

  function show(items: readonly HTMLElement[], message: string): void {
    const chosen = options()[active]?.getAttribute("href");
    list.replaceChildren(...items);
    for (const [place, item] of items.entries()) item.id = `quick-result-${place}`;
    list.hidden = items.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = message;
    // What the reader has moved to stays chosen when the last letters' answer comes.
    setActive(items.findIndex((item) => chosen !== undefined && item.getAttribute("href") === chosen));
  }

  function close(): void {
    latestRun += 1;
    retries.reset();
    stopWaiting();
    show([], "");
  }

  async function run(): Promise<void> {
    latestRun += 1;
    const thisRun = latestRun;
    const query = field.value;
    if (query.trim() === "") return close();
    try {
      const { pages, count } = await browserIndex.use((index) => firstOf(index, query));
      if (thisRun !== latestRun) return;
      const items = pages.map(({ url, meta }) => optionItem(url, meta["title"] ?? url, meta));
      const all = (form.dataset["all"] ?? "").replace("{count}", () => String(count));
      const none = (form.dataset["none"] ?? "").replace("{query}", () => query);
      const state = { ...stateOfAddress(""), query };
      show(
        count > 0 ? [...items, optionItem(onSite(addressOfState(state)), all)] : [messageItem(none)],
        count > 0 ? all : none,
      );
    } catch (error) {
      console.warn("The search could not be loaded.", error);
      if (thisRun !== latestRun || (await takeNewer(form, newerScript)) || thisRun !== latestRun) return;
      show([messageItem(form.dataset["failed"] ?? "")], form.dataset["failed"] ?? "");
      retries.failed();
    }
  }

  const retries = new Retries(() => void run());
  const stopWaiting = whenTyped(field, () => {
    retries.reset();
    void run();
  });
  field.addEventListener("keydown", (event) => {
    // Where Enter ends a composition, Safari would send the form.
    if (isComposedKey(event)) return event.key === "Enter" ? event.preventDefault() : undefined;
    const count = options().length;
    if (event.key === "ArrowDown" && count > 0) setActive(Math.min(active + 1, count - 1));
    else if (event.key === "ArrowUp" && count > 0) setActive(Math.max(active - 1, -1));
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && active >= 0) options()[active]?.click();
    else return;
    event.preventDefault();
  });
  form.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) close();
  });
  // A press on a result must not take the focus from the field, which would close the list before the click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  // Whoever left the box before this script came asks for nothing more.
  if (document.activeElement === field && field.value !== "" && !isComposing) void run();
}

type First = { readonly pages: readonly FoundPage[]; readonly count: number };

/** The first articles that answer a query, without those that did not come, and how many there are. */
async function firstOf(index: SearchIndex, query: string): Promise<First> {
  await index.loadAll();
  const found = await findAll(index, stateOfAddress(`?${new URLSearchParams({ q: query })}`).query);
  const first = found.places.slice(0, resultsShown);
  const pages = await Promise.all(first.map((place) => unlessLost(found.pageAt(place))));
  return { pages: pages.filter((page) => page !== undefined), count: found.places.length };
}

function optionItem(
  url: string,
  text: string,
  meta: Readonly<Record<string, string>> = {},
): HTMLAnchorElement {
  const link = newElement("a", { href: url, tabIndex: -1 }, text);
  if (meta["label"] !== undefined)
    link.prepend(newElement("span", { className: "label" }, meta["label"]), " ");
  link.setAttribute("role", "option");
  if (meta["language"] !== undefined) link.lang = meta["language"];
  if (meta["direction"] !== undefined) link.dir = meta["direction"];
  if (meta["day"] !== undefined) link.append(" ", newElement("small", {}, meta["day"]));
  return link;
}

function messageItem(text: string): HTMLElement {
  const item = newElement("div", {}, text);
  item.setAttribute("role", "option");
  item.setAttribute("aria-disabled", "true");
  return item;
}

/** The choices beside the results: values of each facet with their counts, and chips of what is chosen. */
import type { Texts } from "../../../site/settings/texts.ts";
import type { Found } from "../../answering/finding.ts";
import { type Facet, facets } from "../../index-format.ts";
import type { ArticleList } from "../../opened/article-list.ts";
import { type Narrowed, narrowed } from "../../opened/narrowing.ts";
import type { SearchIndex } from "../../opened/opened-index.ts";
import { isGone } from "../../opened/pagefind/lost-file.ts";
import { type SearchState, withChoice } from "../../opened/search-state.ts";
import { newElement } from "../element.ts";
import type { SearchPage } from "./search-page.ts";

/** At most so many values of a facet are offered, the most frequent first. */
const valuesShown = 10;

/** What choices are made of. */
type Answered = { readonly found: Found; readonly state: SearchState; readonly index: SearchIndex };

export class Choices {
  readonly #page: SearchPage;
  readonly #failed: () => void;
  readonly #gone: () => void;
  /** What choices are still to be made of. */
  #waiting: Answered | undefined;
  /** Whether the choices of places are open: until they are, they are not loaded. */
  #hasPlacesOpen = false;

  /**
   * @param failed called when what choices are made of does not come
   * @param gone called when it is gone after the search that they are of
   */
  constructor(page: SearchPage, failed: () => void, gone: () => void) {
    this.#page = page;
    this.#failed = failed;
    this.#gone = gone;
    new ResizeObserver(() => void this.#makeLater()).observe(page.filters);
  }

  /**
   * Shows the choices that the reader has of what was found, now or when they are seen.
   *
   * @throws LostFile if what they are made of is gone
   */
  async show(answered: Answered): Promise<void> {
    this.#waiting = answered;
    await this.#make();
  }

  /** What was found is not what is asked for any more. */
  forget(): void {
    this.#waiting = undefined;
  }

  clear(): void {
    this.#page.facets.replaceChildren();
  }

  /** Makes them by the reader's hand: no search is under way that would ask the new index. */
  async #makeLater(): Promise<void> {
    await this.#make().catch(this.#gone);
  }

  /** Files of facets are large: they are loaded when choices are seen, which on a phone is in a sheet of their own. */
  async #make(): Promise<void> {
    const { facets, filters, texts } = this.#page;
    const answered = this.#waiting;
    const isSeen = filters.getClientRects().length > 0;
    if (answered === undefined || !isSeen) return;
    const { found, state, index } = answered;
    if (state.chosen.place.length > 0) this.#hasPlacesOpen = true;
    try {
      if (found.places.length > 0) {
        await Promise.all([index.facets.loadAll(), this.#hasPlacesOpen && index.places.loadAll()]);
      }
    } catch (error) {
      if (isGone(error)) throw error;
      console.warn("The choices could not be loaded.", error);
      if (answered === this.#waiting) this.#failed();
      return;
    }
    if (answered !== this.#waiting) return;
    this.#waiting = undefined;
    const focused = document.activeElement;
    const { counts } = narrowed(found.places, state, index.articles);
    const isAtPlaces = focused?.parentElement?.matches(".search-places") ?? false;
    const choices = facetChoices(counts, state, index.articles, texts);
    const hasPlaces = found.places.length > 0 && index.file.parts.some(({ places }) => places !== "");
    facets.replaceChildren(...choices, ...(hasPlaces ? [this.#places(counts, answered)] : []));
    if (isAtPlaces) facets.querySelector("summary")?.focus();
    // The choices are made anew with each search; the one the reader is at keeps the focus.
    if (focused instanceof HTMLInputElement && focused.type === "checkbox" && !focused.isConnected) {
      const boxes = [...filters.querySelectorAll("input")];
      boxes.find((box) => box.name === focused.name && box.value === focused.value)?.focus();
    }
  }

  /** The choices of places, which are made when the reader opens them: there are many, and few ask for them. */
  #places(counts: Narrowed["counts"], answered: Answered): HTMLDetailsElement {
    const { texts } = this.#page;
    const items = this.#hasPlacesOpen
      ? valueItems("place", counts, answered.state, answered.index.articles)
      : [];
    const list = newElement("ul", { ariaLabel: texts.place }, ...items);
    const summary = newElement("summary", {}, texts.place);
    const places = newElement(
      "details",
      { className: "search-places", open: this.#hasPlacesOpen },
      summary,
      list,
    );
    places.addEventListener("toggle", () => {
      if (!places.isConnected || places.open === this.#hasPlacesOpen) return;
      this.#hasPlacesOpen = places.open;
      if (!places.open) return;
      this.#waiting = answered;
      void this.#makeLater();
    });
    return places;
  }
}

/** The choices of each facet but the place. One value that all results share is no choice. */
function facetChoices(
  counts: Narrowed["counts"],
  state: SearchState,
  articles: ArticleList,
  texts: Texts,
): HTMLFieldSetElement[] {
  return facets.flatMap((facet) => {
    if (facet === "place") return [];
    const items = valueItems(facet, counts, state, articles);
    if (items.length < 2 && state.chosen[facet].length === 0) return [];
    return newElement("fieldset", {}, newElement("legend", {}, texts[facet]), newElement("ul", {}, ...items));
  });
}

/** The values of a facet, with how many results each would leave; those chosen are always among them. */
function valueItems(
  facet: Facet,
  counts: Narrowed["counts"],
  state: SearchState,
  articles: ArticleList,
): HTMLLIElement[] {
  const bySlug = new Map(
    state.chosen[facet].map((slug) => [slug, { slug, name: articles.nameOf(facet, slug) ?? slug, count: 0 }]),
  );
  for (const [{ slug, name }, count] of counts[facet]) bySlug.set(slug, { slug, name, count });
  const isChosen = (slug: string) => state.chosen[facet].includes(slug);
  const values = [...bySlug.values()]
    .sort((a, b) => Number(isChosen(b.slug)) - Number(isChosen(a.slug)) || compareValues(facet, a, b))
    .slice(0, Math.max(valuesShown, state.chosen[facet].length));
  return values.map(({ slug, name, count }) => {
    const box = newElement("input", { type: "checkbox", name: facet, value: slug, checked: isChosen(slug) });
    const number = newElement("span", { className: "count" }, String(count));
    return newElement("li", {}, newElement("label", {}, box, " ", shownName(facet, name), " ", number));
  });
}

export type Chip = { readonly text: string; readonly without: SearchState };

/** What narrows the results down, each with the state without it. */
export function chipsOf(state: SearchState, articles: ArticleList, texts: Texts): Chip[] {
  const ofFacets = facets.flatMap((facet) =>
    state.chosen[facet].map((slug) => ({
      text: `${texts[facet]}: ${shownName(facet, articles.nameOf(facet, slug) ?? slug)}`,
      without: withChoice(state, facet, slug, false),
    })),
  );
  const from = { text: `${texts.searchFrom}: ${state.from}`, without: { ...state, from: "" } };
  const to = { text: `${texts.searchTo}: ${state.to}`, without: { ...state, to: "" } };
  return [...ofFacets, ...(state.from === "" ? [] : [from]), ...(state.to === "" ? [] : [to])];
}

/** The buttons that take a chip away. */
export function chipItems(chips: readonly Chip[], texts: Texts): HTMLLIElement[] {
  return chips.map(({ text }, place) => {
    const button = newElement("button", { type: "button", value: String(place) }, text);
    button.setAttribute(
      "aria-label",
      texts.searchRemove.replace("{name}", () => text),
    );
    return newElement("li", {}, button);
  });
}

type CountedValue = { readonly name: string; readonly count: number };

function compareValues(facet: Facet, a: CountedValue, b: CountedValue): number {
  const byName = a.name.localeCompare(b.name);
  return facet === "year" ? -byName : b.count - a.count || byName;
}

/** Languages are known by their tags; readers know them by their names. */
function shownName(facet: Facet, name: string): string {
  if (facet !== "language") return name;
  try {
    return new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of(name) ?? name;
  } catch {
    return name;
  }
}

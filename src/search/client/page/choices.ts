/** The choices beside the results: values of each facet with their counts, and chips of what is chosen. */
import type { Texts } from "../../../site/settings/texts.ts";
import { type Facet, facets } from "../../index-format.ts";
import type { ArticleList } from "../../opened/article-list.ts";
import type { Narrowed } from "../../opened/narrowing.ts";
import { type SearchState, withChoice } from "../../opened/search-state.ts";
import { newElement } from "../element.ts";

/** At most so many values of a facet are offered, the most frequent first. */
const valuesShown = 10;

/** The choices of each facet, with how many results each would leave; those chosen are always among them. */
export function facetChoices(
  counts: Narrowed["counts"],
  state: SearchState,
  articles: ArticleList,
  texts: Texts,
): HTMLFieldSetElement[] {
  return facets.flatMap((facet) => {
    const bySlug = new Map(
      state.chosen[facet].map((slug) => [
        slug,
        { slug, name: articles.nameOf(facet, slug) ?? slug, count: 0 },
      ]),
    );
    for (const [{ slug, name }, count] of counts[facet]) bySlug.set(slug, { slug, name, count });
    const isChosen = (slug: string) => state.chosen[facet].includes(slug);
    const values = [...bySlug.values()]
      .sort((a, b) => Number(isChosen(b.slug)) - Number(isChosen(a.slug)) || compareValues(facet, a, b))
      .slice(0, Math.max(valuesShown, state.chosen[facet].length));
    // One value that all results share is no choice.
    if (values.length < 2 && !values.some(({ slug }) => isChosen(slug))) return [];
    const items = values.map(({ slug, name, count }) => {
      const box = newElement("input", {
        type: "checkbox",
        name: facet,
        value: slug,
        checked: isChosen(slug),
      });
      const number = newElement("span", { className: "count" }, String(count));
      return newElement("li", {}, newElement("label", {}, box, " ", shownName(facet, name), " ", number));
    });
    return newElement("fieldset", {}, newElement("legend", {}, texts[facet]), newElement("ul", {}, ...items));
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

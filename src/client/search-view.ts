/** What the search page shows: results, filters and a line about them. Builds elements, never HTML text. */
import type { Filters, FoundPage } from "/pagefind/pagefind.js";
import { excerptParts } from "./excerpt.ts";
import { type Facet, facets, type SearchState, splitFilterValue } from "./search-state.ts";

export type SearchTexts = Readonly<Record<Facet | SearchMessage, string>>;
type SearchMessage = "searchCount" | "searchNone" | "searchPrompt" | "searchFailed" | "searchMore";

/** At most so many values of a facet are offered, the most frequent first. */
const valuesShown = 12;

/** The item of a result list for an article found. */
export function resultItem(page: FoundPage): HTMLLIElement {
  const { title = page.url, date = "", day = "", categories = "", source, language, direction } = page.meta;
  const link = newElement("a", title);
  link.href = page.url;
  const heading = newElement("h2", link);
  const extract = newElement("p");
  extract.className = "entry-summary";
  for (const part of excerptParts(page.excerpt)) {
    extract.append(part.isMatch ? newElement("mark", part.text) : part.text);
  }
  for (const element of [heading, extract]) {
    if (language !== undefined) element.lang = language;
    if (direction !== undefined) element.dir = direction;
  }
  const time = newElement("time", day);
  time.dateTime = date;
  const facts = newElement("p", time);
  facts.className = "entry-facts";
  for (const fact of [categories, source]) if (fact) facts.append(" · ", fact);
  const article = newElement("article", heading, extract, facts);
  article.className = "entry";
  return newElement("li", article);
}

/** The choices of each facet, with how many results each would leave; those chosen are always among them. */
export function filterChoices(
  counts: Filters,
  state: SearchState,
  texts: SearchTexts,
): HTMLFieldSetElement[] {
  return facets.flatMap((facet) => {
    const chosen = state.chosen[facet];
    const values = Object.entries(counts[facet] ?? {})
      .map(([value, count]) => ({ ...splitFilterValue(value), count }))
      .map((value) => ({ ...value, isChosen: chosen.includes(value.slug) }))
      .filter((value) => value.count > 0 || value.isChosen)
      .sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || compareValues(facet, a, b))
      .slice(0, Math.max(valuesShown, chosen.length));
    if (values.length === 0) return [];
    const items = values.map(({ slug, name, count, isChosen }) => {
      const box = newElement("input");
      box.type = "checkbox";
      box.name = facet;
      box.value = slug;
      box.checked = isChosen;
      const number = newElement("span", String(count));
      number.className = "count";
      return newElement("li", newElement("label", box, " ", name, " ", number));
    });
    return newElement("fieldset", newElement("legend", texts[facet]), newElement("ul", ...items));
  });
}

type CountedValue = { readonly name: string; readonly count: number };

function compareValues(facet: Facet, a: CountedValue, b: CountedValue): number {
  const byName = a.name.localeCompare(b.name);
  return facet === "year" ? -byName : b.count - a.count || byName;
}

function newElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.append(...children);
  return element;
}

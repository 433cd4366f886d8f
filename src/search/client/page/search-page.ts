/** The parts of the search page that its script fills: `templates/pages/search.njk`. */
import type { Texts } from "../../../site/settings/texts.ts";

export type SearchPage = NonNullable<ReturnType<typeof searchPageOf>>;

/** The search page of a document, or undefined where the document is another page. */
export function searchPageOf(document: Document) {
  const root = document.getElementById("search");
  const form = root?.querySelector<HTMLFormElement>(".search-form");
  if (root === null || form === null || form === undefined) return undefined;
  const part = <Type extends HTMLElement>(id: string, type: new () => Type): Type => {
    const element = document.getElementById(`search-${id}`);
    if (!(element instanceof type)) throw new Error(`the page has no ${type.name} with the id search-${id}`);
    return element;
  };
  const texts: Texts = JSON.parse(root.dataset["texts"] ?? "{}");
  return {
    root,
    texts,
    form,
    input: part("query", HTMLInputElement),
    order: part("order", HTMLSelectElement),
    filters: part("filters", HTMLFormElement),
    facets: part("facets", HTMLElement),
    from: part("from", HTMLInputElement),
    to: part("to", HTMLInputElement),
    chips: part("chips", HTMLElement),
    status: part("status", HTMLElement),
    results: part("results", HTMLElement),
    lost: part("lost", HTMLElement),
    again: part("again", HTMLButtonElement),
    more: part("more", HTMLButtonElement),
    offers: part("offers", HTMLElement),
  };
}

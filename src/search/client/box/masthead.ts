/** The search box of every page: `/` leads to it. What finds is loaded when the reader reaches for it. */
import { openBySlash } from "../keyboard.ts";

const form = document.querySelector<HTMLFormElement>(".masthead-search");
const field = form?.querySelector<HTMLInputElement>("input[type=search]");
const searchField = document.querySelector<HTMLInputElement>("#search-query");

openBySlash(() => (searchField ?? field)?.focus());

// The search page shows its results itself.
if (form && field && searchField === null) {
  field.addEventListener(
    "focus",
    () => {
      // Without it the box still leads to the search page.
      import("./quick-search.ts")
        .then(({ startQuickSearch }) => startQuickSearch(form, field))
        .catch(() => {});
    },
    { once: true },
  );
}

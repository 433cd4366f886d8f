/** The search box of every page: `/` leads to it. What finds is loaded at the first key. */
import { openBySlash } from "../keys/keyboard.ts";

const form = document.querySelector<HTMLFormElement>(".masthead-search");
const field = form?.querySelector<HTMLInputElement>("input[type=search]");

openBySlash(() => field?.focus());

if (form && field) {
  const load = () => {
    // Without it the box still leads to the search page.
    import("./quick-search.ts")
      .then(({ startQuickSearch }) => startQuickSearch(form, field))
      .catch(waitForKey);
  };
  const waitForKey = () => field.addEventListener("input", load, { once: true });
  waitForKey();
}

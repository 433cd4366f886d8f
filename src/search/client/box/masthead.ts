/** The search box of every page: `/` leads to it. What finds is loaded at the first key. */
import { openBySlash } from "../keys/keyboard.ts";
import { isComposing } from "../keys/typing.ts";
import { Retries } from "../retries.ts";
import { onSite } from "../site-root.ts";

declare global {
  /** What finds, a file beside this script, named by its content: `src/publish/rendering/assets/scripts.ts` knows it. */
  const quickSearchFile: string;
}

const form = document.querySelector<HTMLFormElement>(".masthead-search");
const field = form?.querySelector<HTMLInputElement>("input[type=search]");

openBySlash(() => field?.focus());

if (form && field) startAtFirstKey(form, field);

function startAtFirstKey(form: HTMLFormElement, field: HTMLInputElement): void {
  let tries = 0;
  let isLoading = false;
  const retries = new Retries(() => void load());
  const waitForKey = () => field.addEventListener("input", again, { once: true });

  function again(): void {
    retries.reset();
    void load();
  }

  async function load(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    // Browsers remember that a script did not come, and do not ask for it again by the same address.
    const address = onSite(`/assets/${quickSearchFile}`) + (tries === 0 ? "" : `?${tries}`);
    tries += 1;
    try {
      const { startQuickSearch }: typeof import("./quick-search.ts") = await import(address);
      startQuickSearch(form, field, { isComposing: isComposing(), newerScript });
      retries.reset();
    } catch {
      // Without it the box still leads to the search page.
      isLoading = await newerScript().then(
        (newer) => newer !== undefined && import(newer).then(() => true),
        () => false,
      );
      if (isLoading) return retries.reset();
      waitForKey();
      retries.failed();
    }
  }

  // Where this script takes the place of one that was gone, the reader has typed already.
  if (document.activeElement === field && field.value !== "") void load();
  else waitForKey();
}

/** The address of this script on the page as it is published now, where it is another than this one's. */
async function newerScript(): Promise<string | undefined> {
  const html = await (await fetch(location.href, { cache: "no-cache" })).text();
  // Nothing that parses HTML: no text may become markup.
  const [address] = /[^"]*\/assets\/masthead\.[^"]*(?=")/.exec(html) ?? [];
  const isOther = address !== undefined && new URL(address, location.href).href !== import.meta.url;
  return isOther ? address : undefined;
}

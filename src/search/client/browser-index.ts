/** The index as the pages of the site open it, when the reader reaches for the search. */
import { once, openIndex } from "../opened/opened-index.ts";
import { onSite } from "./site-root.ts";
import { trustWorker } from "./trusted-worker.ts";

trustWorker();

/** Opens the index, once a page. What failed is tried again with the next search. */
export const browserIndex = once(() =>
  openIndex({
    root: onSite("/"),
    fetchJson: async (address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      return response.json();
    },
    loadPagefind: () => import("/pagefind/pagefind.js"),
  }),
);

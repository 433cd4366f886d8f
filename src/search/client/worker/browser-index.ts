/** The index as the pages of the site open it, when the reader reaches for the search. */
import { KeptIndex } from "../../opened/kept-index.ts";
import { openIndex, partsFile } from "../../opened/opened-index.ts";
import { fetchedFile } from "../../opened/pagefind/lost-file.ts";
import { onSite } from "../site-root.ts";
import { workerSearch } from "./worker-search.ts";

const folder = onSite("/pagefind/");
const decoder = new TextDecoder();

export const browserIndex = new KeptIndex(() =>
  openIndex({
    root: onSite("/"),
    fetchJson: async (path) => {
      // All other files are named by their content.
      const cache = path === partsFile ? "no-cache" : "default";
      return JSON.parse(decoder.decode(await fetchedFile(folder + path, { cache })));
    },
    startSearch: (code, ranking) => workerSearch(folder, code, ranking),
  }),
);

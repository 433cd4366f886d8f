/** Pagefind over the parts of the index that are opened: in a worker of the reader's browser, and in tests. */

import { PagefindCode, type Ranking } from "./code.ts";
import { daysIn, type ListFile } from "./files/list-file.ts";
import { LostFile } from "./lost-file.ts";
import { once } from "./once.ts";
import { type FoundPage, type Hit, IndexPart, type LoadFile, unpacked } from "./part.ts";

/** A part to be opened: its folder below the index's, empty or with a slash, and its file of articles and pieces. */
export type PartFiles = { readonly folder: string; readonly list: string };

/** The search as a page asks for it, wherever it runs. What cannot be loaded throws a LostFile. */
export type PartsSearch = {
  /**
   * Opens a part, and gives the days of its articles, newest first: since 1970-01-01. An article's name is the folder of
   * its part and its place there.
   */
  readonly open: (part: PartFiles) => Promise<readonly number[]>;
  /** Looks a text up in the parts that are opened; null finds all articles. */
  readonly search: (text: string | null) => Promise<readonly Hit[]>;
  /** An article by its name. */
  readonly page: (name: string) => Promise<FoundPage>;
  /** Ends it, with what it holds in memory: what it is asked for from then on is gone, and what its worker is at. */
  readonly close: () => void;
};

const decoder = new TextDecoder();

/** @param code the path of Pagefind's code in the index's folder */
export function partsSearch(load: LoadFile, code: string, ranking: Ranking): PartsSearch {
  const parts = new Map<string, IndexPart>();
  let isClosed = false;
  /** Of the parts that it does not hold any more, no answer is made. */
  const refuseIfClosed = () => {
    if (isClosed) throw new LostFile(code, true);
  };
  const loadCode = once(async () => PagefindCode.from(await unpacked(await load(code))));
  return {
    open: async ({ folder, list }) => {
      refuseIfClosed();
      const [ready, file] = await Promise.all([loadCode(), load(folder + list)]);
      const content: ListFile = JSON.parse(decoder.decode(file));
      parts.set(folder, new IndexPart(ready, content, ranking, (path) => load(folder + path)));
      return daysIn(content.days);
    },
    search: async (text) => {
      refuseIfClosed();
      const found = await Promise.all(
        [...parts].map(async ([folder, part]) =>
          (await part.search(text)).map((hit) => ({ ...hit, id: folder + hit.id })),
        ),
      );
      return found.flat();
    },
    page: async (name) => {
      refuseIfClosed();
      const folder = name.slice(0, name.lastIndexOf("/") + 1);
      const part = parts.get(folder);
      if (part === undefined) throw new Error(`no part of the index has the article ${name}`);
      return part.page(name.slice(folder.length));
    },
    close: () => {
      isClosed = true;
      parts.clear();
    },
  };
}

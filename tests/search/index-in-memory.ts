/** The search as the browser runs it, over an index that lies in memory: the same modules, Pagefind's code among them. */
import { templatesFolder } from "../../src/publish/disk/project.js";
import { readTemplates } from "../../src/publish/rendering/templates/template-files.ts";
import { newTemplates } from "../../src/publish/rendering/templates/templates.ts";
import { indexArticles } from "../../src/search/making/search-index.ts";
import { type IndexSource, openIndex, type SearchIndex } from "../../src/search/opened/opened-index.ts";
import { LostFile } from "../../src/search/opened/pagefind/lost-file.ts";
import { partsSearch } from "../../src/search/opened/pagefind/parts-search.ts";
import type { Plan } from "../../src/site/plan/plan.ts";

/** Indexes the articles of a plan and opens what comes out, every part of it. */
export async function indexInMemory(plan: Plan): Promise<SearchIndex> {
  const index = await openIndex(memorySource(await indexFilesOf(plan)));
  await index.loadAll();
  await Promise.all([index.facets.loadAll(), index.places.loadAll()]);
  return index;
}

/** The files of an index, by their paths in its folder. */
export async function indexFilesOf(plan: Plan): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  await indexArticles(plan, newTemplates(readTemplates([templatesFolder])).render, {
    write: (path, content) => void files.set(path, content),
    leave: () => {},
  });
  return files;
}

/** @param files may change: what is not among them any more is gone */
export function memorySource(files: ReadonlyMap<string, Uint8Array>): IndexSource {
  const load = async (path: string) => {
    const content = files.get(path);
    if (content === undefined) throw new LostFile(path, true);
    return Uint8Array.from(content);
  };
  return {
    root: "/",
    fetchJson: async (path) => JSON.parse(Buffer.from(await load(path)).toString("utf8")),
    startSearch: (code, ranking) => partsSearch(load, code, ranking),
  };
}

/** The search as the browser runs it, over an index that lies in memory: the same modules, Pagefind's own among them. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { templatesFolder } from "../../src/publish/disk/project.js";
import { readTemplates } from "../../src/publish/rendering/template-files.ts";
import { newTemplates } from "../../src/publish/rendering/templates.ts";
import { indexArticles } from "../../src/search/making/search-index.ts";
import { openIndex, type SearchIndex } from "../../src/search/opened/opened-index.ts";
import type { Plan } from "../../src/site/plan/plan.ts";

/** Indexes the articles of a plan and opens what comes out, every part of it. */
export async function indexInMemory(plan: Plan): Promise<SearchIndex> {
  const files = new Map<string, Uint8Array>();
  await indexArticles(plan, newTemplates(readTemplates([templatesFolder])).render, {
    write: (path, content) => void files.set(`/pagefind/${path}`, content),
    leave: () => {},
  });
  const index = await openIndex({
    root: "/",
    fetchJson: async (address) => JSON.parse(Buffer.from(files.get(address) ?? []).toString("utf8")),
    loadPagefind: () => pagefindOver(files),
  });
  await index.loadAll();
  await index.loadFacets();
  return index;
}

/** Pagefind's browser module; what it fetches comes from files by their address. */
export async function pagefindOver(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<typeof import("/pagefind/pagefind.js")> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-pagefind-"));
  try {
    const script = join(folder, "pagefind.mjs");
    await writeFile(script, files.get("/pagefind/pagefind.js") ?? "");
    const fetchElsewhere = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const content = files.get(String(input).replace(/\?.*$/, ""));
      if (content === undefined) return fetchElsewhere(input, init);
      return new Response(Uint8Array.from(content));
    };
    return await import(script);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

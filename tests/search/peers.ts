/** What the search is measured against: Pagefind as it comes, and a plain BM25. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { close, createIndex } from "pagefind";
import type { CorpusArticle } from "./corpus.ts";
import type { Search } from "./relevance.ts";

/** Pagefind over the pages of the articles, with its own settings. */
export async function plainPagefind(articles: readonly CorpusArticle[]): Promise<Search> {
  const { index } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error("Pagefind cannot be started");
  for (const { id, title, body, place, tags } of articles) {
    const content = `<html lang="en"><body><h1>${title}</h1><p>${place} — ${body}</p><p>${tags.join(", ")}</p>`;
    await index.addHTMLFile({ url: `/${id}/`, content });
  }
  const { files } = await index.getFiles();
  await close();
  const { createInstance } = await pagefindOver(
    new Map(files.map(({ path, content }) => [`/pagefind/${path}`, content])),
  );
  const pagefind = createInstance({ basePath: "/pagefind/", baseUrl: "/" });
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    return Promise.all(results.map(async (result) => (await result.data()).url.slice(1, -1)));
  };
}

/** BM25 over the same words. */
export function plainBm25(articles: readonly CorpusArticle[]): Search {
  const index = new MiniSearch<CorpusArticle>({
    fields: ["title", "tags", "place", "body"],
    extractField: (article, field) => {
      if (field === "id") return article.id;
      if (field === "tags") return article.tags.join(" ");
      return field === "title" ? article.title : field === "place" ? article.place : article.body;
    },
  });
  index.addAll(articles);
  return async (query) => index.search(query).map(({ id }) => String(id));
}

/** Pagefind's own module for browsers, as far as it is used here: https://pagefind.app/docs/api/ */
type PagefindModule = {
  createInstance(options: { basePath: string; baseUrl: string }): {
    init(): Promise<void>;
    search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
  };
};

/** Pagefind's browser module; what it fetches comes from files by their address. */
async function pagefindOver(files: ReadonlyMap<string, Uint8Array>): Promise<PagefindModule> {
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

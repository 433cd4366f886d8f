/** The preview's search index: made when a reader first searches after a change, of an article or of a template. */

import { onDemand } from "../content/values/on-demand.ts";
import type { Additions } from "../publish/rendering/eleventy/additions.ts";
import { readTemplates, templateFolders } from "../publish/rendering/templates/template-files.ts";
import { templateGraph } from "../publish/rendering/templates/template-graph.ts";
import { newTemplates, type Templates } from "../publish/rendering/templates/templates.ts";
import { recordTemplate } from "../search/making/index-part.ts";
import type { SearchParts } from "../search/making/merging/made-parts.ts";
import { indexArticles } from "../search/making/search-index.ts";
import type { Plan } from "../site/plan/plan.ts";

/** The templates as they stood when they were read. */
export type ReadTemplates = {
  readonly all: Templates;
  /** Changes with the template of what the search knows of an article. */
  readonly recordDigest: () => string;
};

/** By path below `/pagefind/`. */
type IndexFiles = ReadonlyMap<string, Uint8Array>;

/** Reads the templates of a site folder anew. @param basePath the path below which the site lies, or empty */
export function readSiteTemplates(siteFolder: string, additions: Additions, basePath: string): ReadTemplates {
  const texts = readTemplates(templateFolders(siteFolder));
  // Whoever searches is told of a template that names none.
  const recordDigest = onDemand(() => templateGraph(texts, additions).digestOf(recordTemplate));
  return { all: newTemplates(texts, additions, basePath), recordDigest };
}

export class PreviewIndex {
  #made:
    | { readonly plan: Plan; readonly templates: ReadTemplates; readonly files: Promise<IndexFiles> }
    | undefined;
  #parts: SearchParts = {};

  /** The index of a plan: made anew only where the plan or the templates are others than the last time. */
  filesOf(plan: Plan, templates: ReadTemplates, pages: ReadonlyMap<string, string>): Promise<IndexFiles> {
    if (this.#made?.plan !== plan || this.#made.templates !== templates) {
      // One after the other: they share Pagefind's processes and the parts that are known.
      const before = Promise.resolve(this.#made?.files).catch(() => undefined);
      const files = before.then((standing) => this.#make(plan, templates, standing, pages));
      const made = { plan, templates, files };
      this.#made = made;
      // Whoever searches next may find more memory.
      files.catch(() => {
        if (this.#made === made) this.#made = undefined;
      });
    }
    return this.#made.files;
  }

  /** @param standing the files of the parts that are known */
  async #make(
    plan: Plan,
    { all, recordDigest }: ReadTemplates,
    standing: IndexFiles | undefined,
    pages: ReadonlyMap<string, string>,
  ): Promise<IndexFiles> {
    const files = new Map<string, Uint8Array>();
    const known = standing === undefined ? {} : this.#parts;
    const read = async (path: string) => {
      const content = standing?.get(path);
      if (content === undefined) throw new Error(`the preview's search has no ${path} any more`);
      return content;
    };
    const target = {
      write: (path: string, content: Uint8Array) => void files.set(path, content),
      leave: (path: string) => void files.set(path, standing?.get(path) ?? new Uint8Array()),
      standing: { parts: known, read },
    };
    this.#parts = await indexArticles(plan, all.render, target, known, recordDigest(), async () => pages);
    return files;
  }
}

/** Eleventy's way to the pages: its data for a kind of page, and its way to the templates. */
import { basename } from "node:path";
import type { PageKind } from "../site/views.ts";
import type { PageMaker, PageToRender } from "./page-maker.ts";

/** What the build hands to Eleventy for every page. `page` is a name of Eleventy's own. */
type EleventyData = { readonly one: PageToRender; readonly maker: PageMaker };

/** Pagination over the pages of a kind that have to be rendered (https://www.11ty.dev/docs/pagination/). */
export function pagesOf(kind: PageKind) {
  return {
    pagination: { data: `pages.${kind}`, size: 1, alias: "one" },
    permalink: ({ one }: EleventyData) => one.path,
    eleventyExcludeFromCollections: true,
  };
}

/**
 * How Eleventy has a page made of a template. Eleventy is given nothing to write: it would hold every page in memory
 * until the last is made, and then write them one after the other.
 */
export function eleventyCompiler(_source: string, inputPath: string) {
  const template = `pages/${basename(inputPath)}`;
  return async ({ one, maker }: EleventyData): Promise<undefined> => {
    await maker.make(template, one);
  };
}

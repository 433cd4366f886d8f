/** Eleventy's data for a kind of page: one page for each that has to be rendered. */
import type { PageKind } from "../site/views.ts";
import type { EleventyData } from "./templates.ts";

/** Pagination over the pages of a kind (https://www.11ty.dev/docs/pagination/). `page` is a name of Eleventy's own. */
export function pagesOf(kind: PageKind) {
  return {
    pagination: { data: `pages.${kind}`, size: 1, alias: "one" },
    permalink: ({ one }: EleventyData) => one.path,
    eleventyExcludeFromCollections: true,
  };
}

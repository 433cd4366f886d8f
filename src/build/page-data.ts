/** Eleventy's data for a kind of page: one page for each view of the plan. */
import type { PageKind, View } from "../site/views.ts";

/** Pagination over the plan's views of a kind (https://www.11ty.dev/docs/pagination/). */
export function pagesOf(kind: PageKind) {
  return {
    pagination: { data: `pages.${kind}`, size: 1, alias: "view" },
    permalink: ({ view }: { view: View }) => view.file,
    eleventyExcludeFromCollections: true,
  };
}

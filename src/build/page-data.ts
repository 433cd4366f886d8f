/** Eleventy's data for a kind of page: one page for each that is planned. */
import { outputFileOf } from "../content/address.ts";
import type { PlannedPage } from "../site/planned-pages.ts";
import type { PageKind } from "../site/views.ts";

/** Pagination over the plan's pages of a kind (https://www.11ty.dev/docs/pagination/). */
export function pagesOf(kind: PageKind) {
  return {
    pagination: { data: `pages.${kind}`, size: 1, alias: "planned" },
    permalink: ({ planned }: { planned: PlannedPage }) => outputFileOf(planned.address),
    eleventyExcludeFromCollections: true,
  };
}

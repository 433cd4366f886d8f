/** Eleventy's data for a page template: one page for each of its kind that has to be rendered. */
import { basename } from "node:path";
import type { EleventyData } from "./templates.ts";

/**
 * Pagination over the pages of a kind (https://www.11ty.dev/docs/pagination/). `page` is a name of Eleventy's own.
 *
 * @param inputPath of a template, which is named for its kind
 */
export function pageData(inputPath: string) {
  return {
    pagination: { data: `pages.${basename(inputPath, ".njk")}`, size: 1, alias: "one" },
    permalink: ({ one }: EleventyData) => one.path,
    eleventyExcludeFromCollections: true,
  };
}

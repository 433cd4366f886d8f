/**
 * Eleventy's configuration: one Nunjucks template for each kind of page, in templates/pages.
 * What they show (`pages`, `site`, `assets`) is handed over by the build: src/publish/rendering/eleventy.ts.
 */
import type { UserConfig } from "@11ty/eleventy";
import { eleventyCompiler, pageData } from "./src/publish/rendering/page-data.ts";

export default function configure(eleventy: UserConfig) {
  // Nunjucks, by templates that the build hands over, each compiled once and rendered synchronously:
  // https://www.11ty.dev/docs/languages/custom/#overriding-an-existing-template-language
  eleventy.addExtension("njk", { compile: eleventyCompiler, getData: pageData });

  return { templateFormats: ["njk"] };
}

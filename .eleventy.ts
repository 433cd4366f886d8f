/**
 * Eleventy's configuration: one Nunjucks template and one data file for each kind of page, in templates/pages.
 * The pages, and who makes them, are handed over by the build: src/build/eleventy.ts.
 */
import type { UserConfig } from "@11ty/eleventy";
import { eleventyCompiler } from "./src/build/page-data.ts";

export default function configure(eleventy: UserConfig) {
  // Data files beside the templates are TypeScript: https://www.11ty.dev/docs/data-custom/
  eleventy.addDataExtension("ts", {
    read: false,
    parser: async (file) => (await import(file)).default,
  });

  // Nunjucks, each template compiled once and rendered synchronously, on every core there is:
  // https://www.11ty.dev/docs/languages/custom/#overriding-an-existing-template-language
  eleventy.addExtension("njk", { compile: eleventyCompiler });

  return { templateFormats: ["njk"] };
}

/**
 * Eleventy's configuration: one Nunjucks template and one data file for each kind of page, in templates/pages.
 * The values they show (`pages`, `site`, `assets`) are handed over by the build: src/build/eleventy.ts.
 */
import type { UserConfig } from "@11ty/eleventy";
import { templatesFolder } from "./src/build/project.ts";
import { eleventyCompiler, newTemplates } from "./src/build/templates.ts";

export default function configure(eleventy: UserConfig) {
  // Data files beside the templates are TypeScript: https://www.11ty.dev/docs/data-custom/
  eleventy.addDataExtension("ts", {
    read: false,
    parser: async (file) => (await import(file)).default,
  });

  // Nunjucks, each template compiled once and rendered synchronously:
  // https://www.11ty.dev/docs/languages/custom/#overriding-an-existing-template-language
  eleventy.addExtension("njk", { compile: eleventyCompiler(newTemplates(templatesFolder)) });

  return { templateFormats: ["njk"] };
}

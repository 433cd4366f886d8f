/** The Nunjucks templates, each compiled once and rendered synchronously. */
import { basename } from "node:path";
import nunjucks from "nunjucks";
import type { SiteView, View } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import type { FileWriter } from "./file-writer.ts";

/** What a page template may read. */
export type PageContext = {
  readonly view: View;
  readonly site: SiteView;
  readonly assets: AssetAddresses;
};

/** What the build hands to Eleventy for every page. */
export type EleventyData = PageContext & { readonly writer: FileWriter };

export type Templates = {
  /** The text a template makes of some values. Throws where the template prints a value that is not there. */
  readonly render: (template: string, context: object) => string;
};

/** Loads the templates of a folder as they are asked for. */
export function newTemplates(folder: string): Templates {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const compiled = new Map<string, nunjucks.Template>();
  return {
    render: (name, context) => {
      let template = compiled.get(name);
      if (template === undefined) {
        template = environment.getTemplate(name, true);
        compiled.set(name, template);
      }
      return template.render(context);
    },
  };
}

/** The HTML of a page. */
export function renderPage(templates: Templates, kind: string, context: PageContext): string {
  return templates.render(`pages/${kind}.njk`, context);
}

/**
 * Eleventy's way to the templates. A page goes straight to the writer, and Eleventy is given nothing to write:
 * it would hold every page in memory until the last is made, and then write them one after the other.
 */
export function eleventyCompiler(templates: Templates) {
  return (_source: string, inputPath: string) => {
    const template = `pages/${basename(inputPath)}`;
    return async ({ view, site, assets, writer }: EleventyData): Promise<undefined> => {
      await writer.write(view.file, templates.render(template, { view, site, assets }));
    };
  };
}

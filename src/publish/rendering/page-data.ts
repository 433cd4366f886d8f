/** What Eleventy knows of a page: its data, and its way to the template that makes it. */
import { basename } from "node:path";
import type { SiteView, View } from "../../site/frame/views.ts";
import type { Writer } from "../disk/writer.ts";
import type { AssetAddresses } from "./assets.ts";
import type { TemplateFaults } from "./template-fault.ts";
import type { Templates } from "./templates.ts";

export type PageToRender = {
  /** In the output folder. */
  readonly path: string;
  /** Asked for once. */
  readonly view: () => View;
};

/** What a page template may read. */
export type PageContext = {
  readonly view: View;
  readonly site: SiteView;
  readonly assets: AssetAddresses;
};

/** What the build hands to Eleventy for every page. */
export type EleventyData = Pick<PageContext, "site" | "assets"> & {
  readonly one: PageToRender;
  readonly templates: Templates;
  readonly faults: TemplateFaults;
  readonly writer: Writer;
};

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

/**
 * Eleventy's way to the templates. A page goes straight to the writer, and Eleventy is given nothing to write:
 * it would hold every page in memory until the last is made, and then write them one after the other. Pages whose
 * templates fail are noted, so that all faults are told together.
 */
export function eleventyCompiler(_source: string, inputPath: string) {
  const template = `pages/${basename(inputPath)}`;
  return async ({ one, site, assets, templates, faults, writer }: EleventyData): Promise<undefined> => {
    let html: string | undefined;
    faults.attempt(() => {
      html = templates.render(template, { view: one.view(), site, assets }, one.path);
    });
    if (html !== undefined) await writer.write(one.path, html);
  };
}

/** The Nunjucks templates, each compiled once and rendered synchronously. */
import { basename } from "node:path";
import nunjucks from "nunjucks";
import type { SiteView, View } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import type { Writer } from "./change-writer.ts";
import type { PageToRender } from "./eleventy.ts";
import { newOnce } from "./once.ts";

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
  readonly writer: Writer;
};

export type Templates = {
  /** The text a template makes of some values. Throws where the template prints a value that is not there. */
  readonly render: (template: string, context: object) => string;
};

type NamedArguments = { readonly __keywords: true } & Readonly<Record<string, object>>;

/** Loads the templates of a folder as they are asked for. */
export function newTemplates(folder: string): Templates {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(folder), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const compiled = new Map<string, nunjucks.Template>();
  const render = (name: string, context: object): string => {
    let template = compiled.get(name);
    if (template === undefined) {
      template = environment.getTemplate(name, true);
      compiled.set(name, template);
    }
    return template.render(context);
  };
  const once = newOnce(render);
  // once("partials/entry.njk", entry=entry): Nunjucks gives named arguments as one object, marked as such.
  environment.addGlobal("once", (template: string, named: NamedArguments) => {
    const { __keywords: _, ...values } = named;
    return new nunjucks.runtime.SafeString(once(template, values));
  });
  return { render };
}

/**
 * Eleventy's way to the templates. A page goes straight to the writer, and Eleventy is given nothing to write:
 * it would hold every page in memory until the last is made, and then write them one after the other.
 */
export function eleventyCompiler(_source: string, inputPath: string) {
  const template = `pages/${basename(inputPath)}`;
  return async ({ one, site, assets, templates, writer }: EleventyData): Promise<undefined> => {
    await writer.write(one.path, templates.render(template, { view: one.view(), site, assets }));
  };
}

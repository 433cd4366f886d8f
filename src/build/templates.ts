/** The Nunjucks templates, each compiled once and rendered synchronously. */
import nunjucks from "nunjucks";
import type { SiteView, View } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import { newOnce } from "./once.ts";

/** What a page template may read. */
export type PageContext = {
  readonly view: View;
  readonly site: SiteView;
  readonly assets: AssetAddresses;
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

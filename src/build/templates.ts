/** The Nunjucks templates, each compiled once and rendered synchronously. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import nunjucks from "nunjucks";
import type { SiteView, View } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import type { Writer } from "./change-writer.ts";
import type { PageToRender } from "./eleventy.ts";
import { newOnce } from "./once.ts";
import { compiledTemplates } from "./template-code.ts";
import { TemplateFault, type TemplateFaults } from "./template-fault.ts";

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

export type Templates = {
  /**
   * The text a template makes of some values.
   *
   * @param page the address or path of what is made, for the message where it fails
   * @throws TemplateFault where the template is broken, or prints a value that is not there
   */
  readonly render: (template: string, context: object, page?: string) => string;
  /** Of templates that cannot be read. */
  readonly faults: readonly TemplateFault[];
};

type NamedArguments = { readonly __keywords: true } & Readonly<Record<string, object>>;

const options = {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
} as const satisfies nunjucks.ConfigureOptions;

/** Reads and compiles the templates of a folder. */
export function newTemplates(folder: string): Templates {
  const { loader, faults, causeOf } = compiledTemplates(textsOf(folder), options);
  const environment = new nunjucks.Environment(loader, options);
  const known = new Map<string, nunjucks.Template>();
  const render = (name: string, context: object, page?: string): string => {
    try {
      let template = known.get(name);
      if (template === undefined) {
        template = environment.getTemplate(name, true);
        known.set(name, template);
      }
      return template.render(context);
    } catch (error) {
      const cause = causeOf(error, name);
      throw cause instanceof TemplateFault && page !== undefined
        ? new TemplateFault(cause.place, cause.reason, page)
        : cause;
    }
  };
  const once = newOnce(render);
  // once("partials/entry.njk", entry=entry): Nunjucks gives named arguments as one object, marked as such.
  environment.addGlobal("once", (template: string, named: NamedArguments) => {
    const { __keywords: _, ...values } = named;
    return new nunjucks.runtime.SafeString(once(template, values));
  });
  return { render, faults };
}

function textsOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".njk"),
  );
  return new Map(
    names.sort().map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name), "utf8")]),
  );
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

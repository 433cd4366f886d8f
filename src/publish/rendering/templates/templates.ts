/** The Nunjucks templates, each compiled once. They are rendered synchronously, but for pages that have to wait for something. */
import nunjucks from "nunjucks";
import { withBasePath } from "../../../content/markup/absolute-addresses.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import type { Render } from "../../../site/frame/planned-pages.ts";
import { type Additions, addTo, noAdditions, onceInTemplates, takenFrom } from "../eleventy/additions.ts";
import { nunjucksOptions } from "./made-code.ts";
import { newOnce } from "./once.ts";
import { compiledTemplates } from "./template-code.ts";
import { TemplateFault } from "./template-fault.ts";
import type { TemplateTexts } from "./template-files.ts";
import { templateGraph } from "./template-graph.ts";

export type Templates = {
  /** Throws `TemplateFault`. */
  readonly render: Render;
  /** The same of a page, which may have to wait for filters and shortcodes of the project's own. */
  readonly renderPage: (template: string, context: object, page?: string) => string | Promise<string>;
  /** What a template makes of some objects, as long as they live. */
  readonly once: (template: string, values: Readonly<Record<string, object>>) => string;
  /** Of templates that cannot be read. */
  readonly faults: readonly TemplateFault[];
};

/**
 * Compiles templates.
 *
 * @param additions what they may use beside what Nunjucks has
 * @param basePath the path below which the site lies, or empty: the addresses in what templates make are led there
 */
export function newTemplates(
  texts: TemplateTexts,
  additions: Additions = noAdditions,
  basePath = "",
): Templates {
  const parser = new nunjucks.Environment(null, nunjucksOptions);
  addTo(parser, additions);
  const { loader, faults, causeOf } = compiledTemplates(texts, parser, additions);
  const environment = new nunjucks.Environment(loader, nunjucksOptions);
  addTo(environment, additions);
  const templateOf = onDemandFor((name: string) => environment.getTemplate(name, true));
  const mustWait = onDemandFor(waitingTemplates(texts, additions));
  const faultOf = (error: unknown, name: string, page: string | undefined): unknown => {
    const cause = causeOf(error, name);
    return cause instanceof TemplateFault && page !== undefined
      ? new TemplateFault(cause.place, cause.reason, page)
      : cause;
  };
  const render = (name: string, context: object, page?: string): string => {
    if (mustWait(name)) throw new TemplateFault({ file: `templates/${name}` }, onlyOnPages, page);
    try {
      return templateOf(name).render(context);
    } catch (error) {
      throw faultOf(error, name, page);
    }
  };
  const renderPage = (name: string, context: object, page?: string): string | Promise<string> =>
    mustWait(name)
      ? new Promise((resolve, reject) => {
          templateOf(name).render(context, (error: unknown, html: string | null) => {
            if (error === null) resolve(html ?? "");
            else reject(faultOf(error, name, page));
          });
        })
      : render(name, context, page);
  const once = newOnce(render);
  environment.addGlobal("once", onceInTemplates(once));
  const below = (html: string) => withBasePath(html, basePath);
  return {
    render: (name, context, page) => below(render(name, context, page)),
    renderPage: (name, context, page) => {
      const html = renderPage(name, context, page);
      return typeof html === "string" ? below(html) : html.then(below);
    },
    once,
    faults,
  };
}

const onlyOnPages =
  "this uses a filter or shortcode that answers later, which works on pages, in what they extend and include, and not in once(), feeds and the search";

/** Tells the templates that use anything asynchronous, be it in one that they are made of. */
function waitingTemplates(texts: TemplateTexts, additions: Additions): (template: string) => boolean {
  const taken = takenFrom(additions);
  const waiting = new Set([...texts].flatMap(([name, text]) => (taken(text).isAsynchronous ? [name] : [])));
  if (waiting.size === 0) return () => false;
  const { filesOf } = templateGraph(texts);
  return (template) => filesOf(template).some((name) => waiting.has(name));
}

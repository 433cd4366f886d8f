/** The Nunjucks templates, each compiled once and rendered synchronously. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import nunjucks from "nunjucks";
import { onDemandFor } from "../../content/values/on-demand.ts";
import type { Render } from "../../site/frame/views.ts";
import { newOnce } from "./once.ts";
import { compiledTemplates } from "./template-code.ts";
import { TemplateFault } from "./template-fault.ts";

export type Templates = {
  /** Throws `TemplateFault`. */
  readonly render: Render;
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
  const templateOf = onDemandFor((name: string) => environment.getTemplate(name, true));
  const render = (name: string, context: object, page?: string): string => {
    try {
      return templateOf(name).render(context);
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

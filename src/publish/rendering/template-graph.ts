/** Which templates a template is made of: what it extends, includes and imports, and what they do in turn. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { placesIn } from "../../content/diagnostics/diagnostic.ts";
import { digestOf } from "../../content/values/digest.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import { TemplateFault } from "./template-fault.ts";

export type TemplateGraph = {
  /** The template and all that it takes in, sorted. */
  readonly filesOf: (template: string) => readonly string[];
  /** Changes when any of those files does. */
  readonly digestOf: (template: string) => string;
  /** Of each file alone. */
  readonly fileDigests: ReadonlyMap<string, string>;
};

/** https://mozilla.github.io/nunjucks/templating.html: what loads another template; `once` is of `templates.ts`. */
const loading = /(?:\{%-?\s*(?:extends|include|import|from)\s+|\bonce\(\s*)([^\s,)]+)/g;

/**
 * Reads the templates of a folder.
 * @throws TemplateFault where a template names another by anything but a quoted text: the graph would be a guess
 */
export async function readTemplateGraph(folder: string): Promise<TemplateGraph> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".njk")).sort();
  const texts = new Map<string, string>();
  for (const name of names) texts.set(name.replaceAll("\\", "/"), await readFile(join(folder, name), "utf8"));
  return templateGraph(texts);
}

/** The graph of templates by name. */
export function templateGraph(texts: ReadonlyMap<string, string>): TemplateGraph {
  const loaded = new Map([...texts].map(([name, text]) => [name, loadedBy(name, text)]));
  const fileDigests = new Map([...texts].map(([name, text]) => [name, digestOf(text)]));
  const filesOf = (template: string): readonly string[] => {
    const files = new Set<string>();
    const visit = (name: string): void => {
      if (files.has(name)) return;
      files.add(name);
      for (const next of loaded.get(name) ?? []) visit(next);
    };
    visit(template);
    return [...files].sort();
  };
  return {
    filesOf,
    digestOf: onDemandFor((template) =>
      digestOf(...filesOf(template).map((name) => `${name} ${fileDigests.get(name) ?? ""}\n`)),
    ),
    fileDigests,
  };
}

function loadedBy(name: string, text: string): string[] {
  return [...text.matchAll(loading)].map(({ 0: tag, 1: operand = "", index }) => {
    const literal = /^(["'])([^"']+)\1$/.exec(operand)?.[2];
    if (literal !== undefined) return literal;
    throw new TemplateFault(
      placesIn(`templates/${name}`, text)(index),
      `"${tag}" must name a template in quotation marks`,
    );
  });
}

/** Which templates a template is made of: what it extends, includes and imports, and what they do in turn. */
import { placesIn } from "../../../content/diagnostics/diagnostic.ts";
import { digestOf } from "../../../content/values/digest.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";
import { type Additions, noAdditions, takenFrom } from "../eleventy/additions.ts";
import { TemplateFault } from "./template-fault.ts";
import type { TemplateTexts } from "./template-files.ts";

export type TemplateGraph = {
  /** The template and all that it takes in, sorted. */
  readonly filesOf: (template: string) => readonly string[];
  /** Changes when any of those files does, or data that they may print. */
  readonly digestOf: (template: string) => string;
  /** Whether what it says is for functions of the project's own to decide, so that no digest tells when it changes. */
  readonly isVolatile: (template: string) => boolean;
  /** Of each file alone. */
  readonly fileDigests: ReadonlyMap<string, string>;
};

/** https://mozilla.github.io/nunjucks/templating.html: what loads another template; `once` is of `templates.ts`. */
const loading = /(?:\{%-?\s*(?:extends|include|import|from)\s+|\bonce\s*\(\s*)([^\s,)]+)/g;

/**
 * The graph of templates.
 * @throws TemplateFault where a template names another by anything but a quoted text: the graph would be a guess
 */
export function templateGraph(texts: TemplateTexts, additions: Additions = noAdditions): TemplateGraph {
  const loaded = new Map([...texts].map(([name, text]) => [name, loadedBy(name, text)]));
  const fileDigests = new Map([...texts].map(([name, text]) => [name, digestOf(text)]));
  const takenBy = takenFrom(additions);
  const taken = new Map([...texts].map(([name, text]) => [name, takenBy(text)]));
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
      digestOf(
        ...filesOf(template).map(
          (name) => `${name} ${fileDigests.get(name) ?? ""} ${taken.get(name)?.dataDigest ?? ""}\n`,
        ),
      ),
    ),
    isVolatile: onDemandFor((template) =>
      filesOf(template).some((name) => taken.get(name)?.isVolatile === true),
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

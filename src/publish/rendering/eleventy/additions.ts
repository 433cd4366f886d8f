/** What a project's configuration adds to templates: filters, shortcodes, tags, globals and data of its own. */
import nunjucks from "nunjucks";
import { digestOf } from "../../../content/values/digest.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";

export type Additions = {
  readonly filters: ReadonlyMap<string, Filter>;
  /** Shortcodes and tags. */
  readonly tags: ReadonlyMap<string, nunjucks.Extension>;
  readonly globals: ReadonlyMap<string, unknown>;
  /** Global data, by its name. */
  readonly data: ReadonlyMap<string, unknown>;
  /** Names of filters and tags that may answer later. */
  readonly asynchronous: ReadonlySet<string>;
};

export type Filter = (...values: unknown[]) => unknown;

export const noAdditions: Additions = {
  filters: new Map(),
  tags: new Map(),
  globals: new Map(),
  data: new Map(),
  asynchronous: new Set(),
};

type NamedArguments = { readonly __keywords: true } & Readonly<Record<string, object>>;

/** `once("partials/entry.njk", entry=entry)`: Nunjucks gives named arguments as one object, marked as such. */
export function onceInTemplates(
  once: (template: string, values: Readonly<Record<string, object>>) => string,
): (template: string, named: NamedArguments) => nunjucks.runtime.SafeString {
  return (template, { __keywords: _, ...values }) => new nunjucks.runtime.SafeString(once(template, values));
}

/** Adds filters, tags, globals and data to an environment, where it has none of that name. */
export function addTo(environment: nunjucks.Environment, additions: Additions): void {
  for (const [name, filter] of additions.filters) {
    environment.addFilter(name, filter, additions.asynchronous.has(name));
  }
  for (const [name, tag] of additions.tags) environment.addExtension(name, tag);
  for (const [name, value] of [...additions.globals, ...additions.data]) environment.addGlobal(name, value);
}

/** The names that change what a template is compiled to, not only what it then says: of tags, and of what may answer later. */
export function compilingNames({ tags, asynchronous }: Additions): readonly string[] {
  return [...asynchronous, ...[...tags].flatMap(([name, tag]) => [name, ...tag.tags])];
}

/** What a template takes from additions, as far as its text says. */
export type Taken = {
  /** Whether it may say something else whenever it is rendered: a function of the project's own decides what. */
  readonly isVolatile: boolean;
  /** Whether it has to wait for an answer. */
  readonly isAsynchronous: boolean;
  /** Changes with the data that it may print. */
  readonly dataDigest: string;
};

/**
 * Looks into texts of templates for names of additions. A name in a text for readers counts, too: a page that is made once more
 * than it had to be comes out the same.
 */
export function takenFrom(additions: Additions): (text: string) => Taken {
  const filters = namesIn("\\|\\s*|\\{%-?\\s*filter\\s+", additions.filters.keys());
  const tags = namesIn("\\{%-?\\s*", additions.tags.keys());
  const globals = namesIn(notInName, additions.globals.keys());
  const data = namesIn(notInName, additions.data.keys());
  const digestFor = onDemandFor((name: string) => digestOfData(additions.data.get(name)));
  return (text) => {
    const functions = [...filters(text), ...tags(text)];
    const values = data(text).sort();
    return {
      isVolatile:
        functions.length > 0 ||
        globals(text).length > 0 ||
        values.some((name) => digestFor(name) === undefined),
      isAsynchronous: functions.some((name) => additions.asynchronous.has(name)),
      dataDigest: digestOf(...values.map((name) => `${name} ${digestFor(name)}\n`)),
    };
  };
}

/** Names may be of any letters. */
const partOfName = "[\\p{L}\\p{M}\\p{N}_$]";
const notInName = `(?<!${partOfName})`;

/** Finds names that follow a pattern in a text, each once. */
function namesIn(before: string, names: Iterable<string>): (text: string) => string[] {
  const any = [...names].map(escapedPattern).join("|");
  if (any === "") return () => [];
  const pattern = new RegExp(`(?:${before})(${any})(?!${partOfName})`, "gu");
  return (text) => [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))];
}

/** A text as it stands in a pattern that looks for it. */
export function escapedPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Undefined where a value has parts that are made when they are asked for, or goes round in a circle. */
function digestOfData(value: unknown): string | undefined {
  let isPlain = true;
  try {
    const text = JSON.stringify(value, (_, part: unknown) => {
      if (typeof part === "function" || part instanceof Map || part instanceof Set) isPlain = false;
      return part;
    });
    return isPlain ? digestOf(text ?? "") : undefined;
  } catch {
    return undefined;
  }
}

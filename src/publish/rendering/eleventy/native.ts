/** What a project's configuration adds to Eleventy, as Dateline's templates get it. */
import type { ExtensionMap, TemplateConfig, UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { type Additions, type Filter, noAdditions } from "./additions.ts";

/** What a Nunjucks environment holds; its own types name the methods alone. */
type Held = {
  readonly filters: Readonly<Record<string, Filter>>;
  readonly asyncFilters: readonly string[];
  readonly extensions: Readonly<Record<string, nunjucks.Extension>>;
  readonly globals: Readonly<Record<string, unknown>>;
};

/**
 * Looks into the environment in which Eleventy renders Nunjucks itself: whatever was added, and by whatever means, is there. Where
 * somebody has put another engine in its place, there is nothing to add.
 */
export async function nativeAdditions(config: TemplateConfig, extensions: ExtensionMap): Promise<Additions> {
  const { njkEnv } = await extensions.engineManager.getEngine("njk", extensions);
  if (!holds(njkEnv)) return noAdditions;
  const plain: unknown = new nunjucks.Environment(null);
  if (!holds(plain)) return noAdditions;
  const { nunjucksAsyncShortcodes, nunjucksAsyncPairedShortcodes, nunjucksTags } = config.getConfig();
  return {
    filters: addedTo(plain.filters, njkEnv.filters),
    tags: new Map(Object.entries(njkEnv.extensions)),
    globals: new Map(
      [...addedTo(plain.globals, njkEnv.globals)].filter(([name]) => !(name in plain.globals)),
    ),
    data: new Map(),
    asynchronous: new Set([
      ...njkEnv.asyncFilters,
      ...[nunjucksAsyncShortcodes, nunjucksAsyncPairedShortcodes, nunjucksTags].flatMap(Object.keys),
    ]),
  };
}

function holds(environment: unknown): environment is Held {
  return (
    typeof environment === "object" &&
    environment !== null &&
    ["filters", "asyncFilters", "extensions", "globals"].every((name) => name in environment)
  );
}

function addedTo<Value>(
  plain: Readonly<Record<string, Value>>,
  all: Readonly<Record<string, Value>>,
): Map<string, Value> {
  return new Map(Object.entries(all).filter(([name, value]) => plain[name] !== value));
}

/** Leads the addresses in a project's own pages below the path of the site: in Dateline's, the templates have done it. */
export const ownPagesTransform = "dateline/base-path";

/** Transforms that leave Dateline's pages as they are; those of Eleventy's own do nothing where nobody has asked them to. */
const idle: ReadonlySet<string> = new Set([
  ownPagesTransform,
  "@11ty/eleventy-bundle",
  "@11ty/eleventy-bundle/delayed",
  "@11ty/eleventy/html-transformer",
]);

/** Whether somebody looks at the pages that Eleventy makes: by a transform, a linter or a bundle. */
export function looksAtPages(eleventy: UserConfig, config: TemplateConfig): boolean {
  const { transforms, linters } = config.getConfig();
  return (
    Object.keys(transforms).some((name) => !idle.has(name)) ||
    Object.keys(linters).length > 0 ||
    Object.keys(eleventy.getBundleManagers()).length > 0 ||
    eleventy.htmlTransformer?.isTransformable("html", {}) === true
  );
}

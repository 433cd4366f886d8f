/** What a project's configuration adds to Eleventy, as Dateline's templates get it. */
import type { ExtensionMap, TemplateConfig, UserConfig } from "@11ty/eleventy";
import nunjucks from "nunjucks";
import { templatesFolder } from "../../disk/project.js";
import { type Additions, type Filter, noAdditions, onceInTemplates } from "./additions.ts";
import type { Work } from "./job.ts";

/** What a Nunjucks environment holds; its own types name the methods alone. */
type Held = {
  readonly filters: Readonly<Record<string, Filter>>;
  readonly asyncFilters: readonly string[];
  readonly extensions: Readonly<Record<string, nunjucks.Extension>>;
  readonly globals: Readonly<Record<string, unknown>>;
};

/** The environment in which Eleventy renders Nunjucks itself; undefined where somebody has put another engine in its place. */
export async function nativeEnvironment(extensions: ExtensionMap): Promise<nunjucks.Environment | undefined> {
  const { njkEnv } = await extensions.engineManager.getEngine("njk", extensions);
  return njkEnv;
}

/** What was added to it, by whatever means. */
export function additionsOf(environment: unknown, config: TemplateConfig): Additions {
  const plain: unknown = new nunjucks.Environment(null);
  if (!holds(environment) || !holds(plain)) return noAdditions;
  const { nunjucksAsyncShortcodes, nunjucksAsyncPairedShortcodes, nunjucksTags } = config.getConfig();
  const globals = Object.entries(environment.globals);
  return {
    filters: new Map(
      Object.entries(environment.filters).filter(([name, filter]) => plain.filters[name] !== filter),
    ),
    tags: new Map(Object.entries(environment.extensions)),
    globals: new Map(globals.filter(([name]) => !(name in plain.globals) && name !== "once")),
    data: new Map(),
    asynchronous: new Set([
      ...environment.asyncFilters,
      ...[nunjucksAsyncShortcodes, nunjucksAsyncPairedShortcodes, nunjucksTags].flatMap(Object.keys),
    ]),
  };
}

/** Makes Dateline's templates known to it, so that those of own pages can extend and include them. */
export function furnish(environment: nunjucks.Environment, once: Work["once"]): void {
  environment.addGlobal("once", onceInTemplates(once));
  const loader = new nunjucks.FileSystemLoader([templatesFolder]);
  // As Nunjucks prepares those that an environment begins with.
  Object.assign(loader, { cache: {} });
  if (isLoading(environment)) environment.loaders.push(loader);
}

function isLoading(environment: object): environment is { readonly loaders: unknown[] } {
  return "loaders" in environment && Array.isArray(environment.loaders);
}

function holds(environment: unknown): environment is Held {
  return (
    typeof environment === "object" &&
    environment !== null &&
    ["filters", "asyncFilters", "extensions", "globals"].every((name) => name in environment)
  );
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

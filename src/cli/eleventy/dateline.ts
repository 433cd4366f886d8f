/**
 * Dateline as a plugin of Eleventy (https://www.11ty.dev/docs/plugins/): the publication is loaded before Eleventy builds, its pages
 * are written or pass through Eleventy, and its feeds, search and pictures come after.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { BuildEvent, ExtensionMap, TemplateConfig, UserConfig } from "@11ty/eleventy";
import { withBasePath } from "../../content/markup/absolute-addresses.ts";
import { decoded } from "../../content/values/address.ts";
import { templatesFolder } from "../../publish/disk/project.js";
import {
  type Job,
  jobEvent,
  type PageToRender,
  type Project,
  type Work,
} from "../../publish/rendering/eleventy/job.ts";
import {
  additionsOf,
  furnish,
  looksAtPages,
  nativeEnvironment,
  ownPagesTransform,
} from "../../publish/rendering/eleventy/native.ts";
import { ownNames } from "../../publish/rendering/page-context.ts";
import { readSite, siteFile } from "../../site/settings/site.ts";
import { basePathOf } from "../../site/settings/web-address.ts";
import { watchOwnPages } from "./own-pages.ts";
import { takenNames } from "./taken-names.ts";
import { wholeSite } from "./whole-site.ts";

/** The template that stands for all of Dateline's pages, and the format that it has. */
const format = "dateline";
const template = `publication.${format}`;

const dataFolder = "_data";

/** Where things lie in a site folder. Includes and data are relative to the pages, as Eleventy wants it. */
const folders = { input: "pages", includes: "../templates", data: `../${dataFolder}` };

/** The layout of own pages that name none. */
const pageLayout = "layouts/page.njk";

/**
 * What to look at again when it changes, beside what Eleventy watches by itself. As one pattern: of several names that are not there
 * yet, Eleventy's watcher would see none come.
 */
const watched = "{site.yaml,redirects.txt,{articles,pages,templates,static,styles,_data}/**}";

export default function dateline(eleventy: UserConfig): void {
  let config: TemplateConfig | undefined;
  let extensions: ExtensionMap | undefined;
  let work: Work | undefined;
  let data: Readonly<Record<string, unknown>> = {};
  const copied = new Map<string, string>();
  let otherFiles: ReadonlyMap<string, string> = new Map();
  let isLast: { readonly hasOthers: boolean } | undefined;

  eleventy.addTemplateFormats(format);
  // https://www.11ty.dev/docs/languages/typescript/
  if (!("11ty.ts" in eleventy.extensionConflictMap)) {
    eleventy.addTemplateFormats("11ty.ts");
    eleventy.addExtension("11ty.ts", { key: "11ty.js" });
  }
  eleventy.addTemplate(template, "");
  eleventy.addExtension(format, {
    outputFileExtension: "html",
    useLayouts: false,
    getData: () => ({
      publication: Object.freeze(work?.pages ?? []),
      pagination: {
        data: "publication",
        size: 1,
        alias: "one",
        before: (pages: readonly PageToRender[], known: Readonly<Record<string, unknown>>) => {
          data = known;
          return pages;
        },
      },
      permalink: ({ one }: { readonly one: PageToRender }) => one.path,
      eleventyExcludeFromCollections: true,
      eleventyImport: { collections: ["all"] },
    }),
    compile: () => (page: { readonly one: PageToRender }) => work?.render(page.one),
  });
  eleventy.addWatchTarget(watched);
  const servedBelow = basePathHere();
  if (servedBelow !== "") eleventy.setServerOptions({ pathPrefix: `${servedBelow}/` });
  eleventy.addTransform(ownPagesTransform, function (content) {
    const isOwn = this.inputPath?.endsWith(template) !== true && String(this.outputPath).endsWith(".html");
    return isOwn ? withBasePath(content, work?.basePath ?? "") : content;
  });

  const ownPagesAt = watchOwnPages(
    eleventy,
    (inputPath) => !inputPath.endsWith(template),
    () => work,
  );
  eleventy.addGlobalData("layout", pageLayout);
  // Layouts that the site folder has not are Dateline's.
  for (const layout of readdirSync(join(templatesFolder, "layouts"))) {
    const name = `layouts/${layout}`;
    if (existsSync(join("templates", name))) continue;
    eleventy.addLayoutAlias(name, relative("templates", join(templatesFolder, name)));
  }

  eleventy.on("eleventy.config", async (found) => {
    config = found;
    for (const file of (await givenJob(eleventy))?.leftOut ?? []) eleventy.ignores.add(file);
    // Eleventy wants a folder of pages to be there; without one there is nothing in its place, either.
    if (existsSync(folders.input)) found.directories.setViaConfigObject(folders);
    else eleventy.ignores.add("**/*");
  });
  eleventy.on("eleventy.extensionmap", (found) => {
    extensions = found;
  });
  eleventy.on("eleventy.passthrough", ({ map }) => {
    for (const [address, file] of Object.entries(map)) {
      copied.set(decoded(address).slice(1), relative(".", file));
    }
  });
  eleventy.on("eleventy.before", async (event) => {
    copied.clear();
    if (config === undefined || extensions === undefined) return;
    isLast ??= actLast(eleventy, () => work?.finish(new Map([...otherFiles, ...copied])));
    const job = (await givenJob(eleventy)) ?? (await wholeSite(event, eleventy.logger));
    const isTransformed = looksAtPages(eleventy, config);
    const environment = await nativeEnvironment(extensions);
    work = await job.begin({
      additions: additionsOf(environment, config),
      diagnostics: takenNames(config, dataFolder),
      isThrough: event.outputMode !== "fs" || isLast.hasOthers || isTransformed,
      transform: isTransformed ? transformOf(eleventy) : undefined,
    });
    if (environment !== undefined) furnish(environment, (...what) => work?.once(...what) ?? "");
  });
  // All pages are known then, and none is rendered yet.
  eleventy.on("eleventy.contentMap", ({ inputPathToUrl }) => {
    const found = ownPagesAt(inputPathToUrl);
    otherFiles = found.otherFiles;
    return work?.make({ data: projectData(data), ...found });
  });
}

/** The path below which the site lies that site.yaml here speaks of; empty where there is none, or nothing to be read. */
function basePathHere(): string {
  if (!existsSync(siteFile)) return "";
  const { site } = readSite(readFileSync(siteFile, "utf8"));
  return site === undefined ? "" : basePathOf(site.url);
}

/** Has something done when all others that wait for the end of a build have done what they do: they may write files. */
function actLast({ events }: UserConfig, act: () => unknown): { readonly hasOthers: boolean } {
  const others = events.listeners("eleventy.after");
  events.removeAllListeners("eleventy.after");
  events.on("eleventy.after", async (event: BuildEvent) => {
    await Promise.all(others.map((other) => other(event)));
    await act();
  });
  return { hasOthers: others.length > 0 };
}

/** https://www.11ty.dev/docs/filters/render-transforms/ */
function transformOf(eleventy: UserConfig): NonNullable<Project["transform"]> {
  return async (html, page) => {
    // As where every page passes through Eleventy: by this path transforms know Dateline's own.
    const known = { ...page, inputPath: `./${folders.input}/${template}` };
    return String(await eleventy.getFilter("renderTransforms").call({}, html, known));
  };
}

/** The job that whoever started Eleventy has for it. */
async function givenJob(eleventy: UserConfig): Promise<Job | undefined> {
  const [given] = await eleventy.emit(jobEvent);
  return isJob(given) ? given : undefined;
}

function isJob(value: unknown): value is Job {
  return typeof value === "object" && value !== null && "begin" in value && typeof value.begin === "function";
}

/** What a page has of its own in Eleventy, and what Dateline gives to templates itself. */
const notOfProject: ReadonlySet<string> = new Set([
  ...ownNames,
  "eleventyDataSchema",
  "eleventyExcludeFromCollections",
  "eleventyImport",
  "layout",
  "pagination",
  "permalink",
  "publication",
]);

function projectData(data: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(data).filter(([name]) => !notOfProject.has(name)));
}

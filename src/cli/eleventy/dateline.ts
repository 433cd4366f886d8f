/**
 * Dateline as a plugin of Eleventy (https://www.11ty.dev/docs/plugins/): the publication is loaded before Eleventy builds, its pages
 * are written or pass through Eleventy, and its feeds, search and pictures come after.
 */
import { existsSync, readFileSync } from "node:fs";
import type { ExtensionMap, TemplateConfig, UserConfig } from "@11ty/eleventy";
import { withBasePath } from "../../content/markup/absolute-addresses.ts";
import { type Job, jobEvent, type PageToRender, type Work } from "../../publish/rendering/eleventy/job.ts";
import { looksAtPages, nativeAdditions, ownPagesTransform } from "../../publish/rendering/eleventy/native.ts";
import { ownNames } from "../../publish/site/page-context.ts";
import { readSite, siteFile } from "../../site/settings/site.ts";
import { basePathOf } from "../../site/settings/web-address.ts";
import { wholeSite } from "./whole-site.ts";

/** The template that stands for all of Dateline's pages, and the format that it has. */
const format = "dateline";
const template = `publication.${format}`;

/** Where things lie in a site folder. Includes and data are relative to the pages, as Eleventy wants it. */
const folders = { input: "pages", includes: "../templates", data: "../_data" };

/** What to look at again when it changes, beside what Eleventy watches by itself. */
const watched = ["articles/", "site.yaml", "redirects.txt", "pages/", "templates/", "static/", "styles/"];

export default function dateline(eleventy: UserConfig): void {
  let config: TemplateConfig | undefined;
  let extensions: ExtensionMap | undefined;
  let work: Work | undefined;
  let data: Readonly<Record<string, unknown>> = {};
  let isLast: { readonly hasOthers: boolean } | undefined;

  eleventy.addTemplateFormats(format);
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
  for (const path of watched) eleventy.addWatchTarget(path);
  const servedBelow = basePathHere();
  if (servedBelow !== "") eleventy.setServerOptions({ pathPrefix: `${servedBelow}/` });
  eleventy.addTransform(ownPagesTransform, function (content) {
    const isOwn = this.inputPath?.endsWith(template) !== true && String(this.outputPath).endsWith(".html");
    return isOwn ? withBasePath(content, work?.basePath ?? "") : content;
  });

  eleventy.on("eleventy.config", (found) => {
    config = found;
    // Eleventy wants a folder of pages to be there; without one there is nothing in its place, either.
    if (existsSync(folders.input)) found.directories.setViaConfigObject(folders);
    else eleventy.ignores.add("**/*");
  });
  eleventy.on("eleventy.extensionmap", (found) => {
    extensions = found;
  });
  eleventy.on("eleventy.before", async (event) => {
    if (config === undefined || extensions === undefined) return;
    isLast ??= actLast(eleventy.events, "eleventy.after", () => work?.finish());
    const [given] = await eleventy.emit(jobEvent);
    const job = isJob(given) ? given : wholeSite(event, eleventy.logger);
    const isThrough = event.outputMode !== "fs" || isLast.hasOthers || looksAtPages(eleventy, config);
    work = await job.begin({ additions: await nativeAdditions(config, extensions), isThrough });
  });
  // All pages are known then, and none is rendered yet.
  eleventy.on("eleventy.contentMap", () => work?.make(projectData(data)));
}

/** The path below which the site lies that site.yaml here speaks of; empty where there is none, or nothing to be read. */
function basePathHere(): string {
  if (!existsSync(siteFile)) return "";
  const { site } = readSite(readFileSync(siteFile, "utf8"));
  return site === undefined ? "" : basePathOf(site.url);
}

/** Has something done when all others that listen have done what they do: they may write files. */
function actLast(
  events: UserConfig["events"],
  event: string,
  act: () => unknown,
): { readonly hasOthers: boolean } {
  const others = events.listeners(event);
  events.removeAllListeners(event);
  events.on(event, async (...told: unknown[]) => {
    await Promise.all(others.map((other) => other(...told)));
    await act();
  });
  return { hasOthers: others.length > 0 };
}

function isJob(value: unknown): value is Job {
  return typeof value === "object" && value !== null && "begin" in value && typeof value.begin === "function";
}

/** What a page has of its own in Eleventy, and what Dateline gives to templates itself. */
const notOfProject: ReadonlySet<string> = new Set([
  ...ownNames,
  "eleventyExcludeFromCollections",
  "eleventyImport",
  "pagination",
  "permalink",
  "publication",
]);

function projectData(data: Readonly<Record<string, unknown>>): Map<string, unknown> {
  return new Map(Object.entries(data).filter(([name]) => !notOfProject.has(name)));
}

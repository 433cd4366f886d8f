/** A look at what Eleventy makes of a project beside Dateline's pages: own pages, and what the configuration adds to templates. */
import type { Result } from "@11ty/eleventy";
import { type Diagnostic, hasErrors } from "../../../content/diagnostics/diagnostic.ts";
import { decoded } from "../../../content/values/address.ts";
import { onDemand } from "../../../content/values/on-demand.ts";
import { sectionsOn } from "../../../site/frame/site-view.ts";
import { ownFrame } from "../../../site/pages/own-page.ts";
import { basePathOf } from "../../../site/settings/web-address.ts";
import { hasTypeScript } from "../../loading/own-page-files.ts";
import type { Publication } from "../../loading/publication.ts";
import type { AssetAddresses } from "../../rendering/assets/assets.ts";
import { type Additions, noAdditions } from "../../rendering/eleventy/additions.ts";
import { readyConfiguration } from "../../rendering/eleventy/configuration.ts";
import type { Job, OwnFound, Project } from "../../rendering/eleventy/job.ts";
import { readTemplates, templateFolders } from "../../rendering/templates/template-files.ts";
import { newTemplates } from "../../rendering/templates/templates.ts";
import { nothingFound, withOwnPages } from "./found-pages.ts";
import { ownPageFault } from "./own-page-faults.ts";

export type Inspection = {
  readonly found: OwnFound;
  /** What was looked at, with those pages: planned once, however often it is asked for. */
  readonly publication: Publication;
  readonly additions: Additions;
  /** What is done to each page before it is published; absent where nothing is. */
  readonly transform?: Project["transform"];
  /** The HTML of own pages by address. */
  readonly pages: ReadonlyMap<string, string>;
  /** What is wrong with what the project adds, and with templates of own pages, of each the first. */
  readonly diagnostics: readonly Diagnostic[];
  /** Files that the configuration is made of. */
  readonly sources: readonly string[];
};

export type InspectionOptions = {
  readonly siteFolder: string;
  readonly drafts: boolean;
  /** Absent where they are at fault. */
  readonly assets: AssetAddresses | undefined;
};

/** A project that Eleventy ends for, with what is known to be wrong with what it adds. */
export class ProjectFault extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], cause: unknown) {
    super("the project cannot be read", { cause });
    this.diagnostics = diagnostics;
  }
}

/** @throws ProjectFault, or what Eleventy throws that is no fault of a template */
export async function inspectProject(
  publication: Publication,
  options: InspectionOptions,
): Promise<Inspection> {
  const { site } = publication.siteReading;
  const { files } = publication.ownPageFiles;
  const diagnostics: Diagnostic[] = [];
  const nothing: Inspection = {
    found: nothingFound,
    publication,
    additions: noAdditions,
    pages: new Map(),
    diagnostics,
    sources: [],
  };
  if (site === undefined) return nothing;
  // Eleventy tells of front matter that cannot be read in its own words, and ends.
  const leftOut = new Set([...files].flatMap(([file, { isReadable }]) => (isReadable ? [] : [file])));
  let found: OwnFound | undefined;
  const { file, sources, discard } = await readyConfiguration(options.siteFolder);
  const { renderByEleventy } = await import("../../rendering/eleventy/run.ts");
  try {
    for (;;) {
      const job = new Inspecting(publication, options, leftOut);
      const seen = () => ({
        found: found ?? job.found ?? nothingFound,
        publication: found === undefined ? job.publication() : withOwnPages(publication, found),
        additions: job.additions,
        transform: job.transform,
        diagnostics: [...job.diagnostics, ...diagnostics],
        sources,
      });
      try {
        const results = await renderByEleventy({
          siteFolder: options.siteFolder,
          configFile: file,
          job,
          hasTypeScript: hasTypeScript(publication.ownPageFiles),
        });
        return { ...seen(), pages: pagesOf(results) };
      } catch (error) {
        const fault = ownPageFault(error, files);
        // Eleventy refuses some of the names itself, and ends.
        if (fault === undefined)
          throw hasErrors(job.diagnostics) ? new ProjectFault(job.diagnostics, error) : error;
        diagnostics.push(fault);
        // All that it has found, if it came so far, before one of them failed.
        found ??= job.found;
        if (leftOut.has(fault.file) || !files.has(fault.file)) return { ...seen(), pages: new Map() };
        leftOut.add(fault.file);
      }
    }
  } finally {
    await discard();
  }
}

/** The HTML of what Eleventy made, by address. */
export function pagesOf(results: readonly Result[]): ReadonlyMap<string, string> {
  return new Map(
    results.flatMap(({ url, content }) => (url === false ? [] : [[decoded(url), content] as const])),
  );
}

/** Makes nothing but what is asked for, and remembers what it is told. */
class Inspecting implements Job {
  readonly leftOut: ReadonlySet<string>;
  found: OwnFound | undefined;
  additions: Additions = noAdditions;
  transform: Project["transform"];
  /** What is wrong with what the project adds. */
  diagnostics: readonly Diagnostic[] = [];
  /** With the own pages that were told. */
  readonly publication = onDemand(() => withOwnPages(this.#publication, this.found ?? nothingFound));
  readonly #publication: Publication;
  readonly #options: InspectionOptions;

  constructor(publication: Publication, options: InspectionOptions, leftOut: ReadonlySet<string>) {
    this.#publication = publication;
    this.#options = options;
    this.leftOut = leftOut;
  }

  begin: Job["begin"] = async ({ additions, diagnostics, transform }) => {
    const { siteFolder, drafts, assets } = this.#options;
    const settings = this.#publication.settings;
    this.transform = transform;
    this.diagnostics = diagnostics;
    this.additions = additions;
    const templates = onDemand(() =>
      newTemplates(readTemplates(templateFolders(siteFolder)), this.additions),
    );
    return {
      basePath: settings === undefined ? "" : basePathOf(settings.url),
      pages: [],
      drafts,
      make: async ({ data, ...found }) => {
        this.additions = { ...additions, data };
        this.found = found;
      },
      dataOf: (page) => {
        const site = this.publication().plan?.site;
        const view = settings && ownFrame(page, settings);
        return { view: view && site && { ...view, sections: sectionsOn(site, view) }, site, assets };
      },
      once: (template, values) => templates().once(template, values),
      render: () => undefined,
      finish: async () => undefined,
    };
  };
}

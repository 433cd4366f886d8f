/** The pipeline: load, plan, render, index, publish. */
import { join, resolve } from "node:path";
import { type Diagnostic, hasErrors, inReadingOrder } from "../../content/diagnostics/diagnostic.ts";
import { allPages } from "../../site/frame/planned-pages.ts";
import { staticFolder } from "../../site/plan/file-conflicts.ts";
import { redirectsFile } from "../../site/redirects/redirects-file.ts";
import type { Site } from "../../site/settings/site.ts";
import type { NextPublish } from "../../site/stories/next-publish.ts";
import { readBasis } from "../changes/basis.ts";
import { type Changes, changesOf, changesSince } from "../changes/changes.ts";
import { pruneCache } from "../disk/cache-pruning.ts";
import { templatesFolder } from "../disk/project.js";
import { type LoadOptions, loadPublicationWith, type Publication } from "../loading/publication.ts";
import { MediaMaker, mediaFiles, writeMedia } from "../media/media.ts";
import { ChangeWriter } from "../output/change-writer.ts";
import { refuseObstacles } from "../output/obstacles.ts";
import { openOutput } from "../output/output.ts";
import { type Published, readPublished, writePublished } from "../output/published.ts";
import { standingOutput } from "../output/standing.ts";
import { bundleAssets } from "../rendering/assets.ts";
import { TemplateFault, TemplateFaults } from "../rendering/template-fault.ts";
import { newTemplates } from "../rendering/templates.ts";
import { Crew } from "../threads/crew.ts";
import { stalePages, writeSearchIndex, writeSiteFiles } from "./making.ts";

export type BuildOptions = LoadOptions & {
  readonly outputFolder: string;
  readonly search: boolean;
  /** The files of the desk that a site is published with, by path. */
  readonly deskOf: (site: Site) => Promise<ReadonlyMap<string, string | Uint8Array>>;
  /** Use nothing that an earlier build left behind. */
  readonly fresh?: boolean | undefined;
  /** With more pages added, changed and removed than this, nothing is published. */
  readonly maxChanged?: number | undefined;
  /** Put the output in place as a whole, even where little has changed. */
  readonly atomic?: boolean | undefined;
};

export type BuildReport = {
  /** With an error among them nothing was published. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articleCount: number;
  readonly pageCount: number;
  /** When the site has to be built again. */
  readonly nextPublish?: NextPublish | undefined;
  /** Where the site is published; absent where the content has errors. */
  readonly siteUrl?: string | undefined;
  /** What is new, and why; nothing where the content has errors. */
  readonly changes: Changes;
  /** What stands in the output folder that Dateline did not write, as far as no earlier build has told of it. */
  readonly foreign: readonly string[];
  /** False where the content has errors, or more changed than may. */
  readonly isPublished: boolean;
};

/**
 * Builds a site folder into an output folder. Where the last build left its output and its record, only what differs is
 * made and written; the rest is left untouched, and so is what Dateline did not write. The output is put in place at the end;
 * where the content has errors, or anything fails, it stays as it was.
 *
 * @throws OutputFault if the output folder holds a site of somebody else, or files where pages have to be written
 */
export async function buildSite(given: BuildOptions): Promise<BuildReport> {
  // Eleventy works in a folder of its own.
  const options = {
    ...given,
    siteFolder: resolve(given.siteFolder),
    outputFolder: resolve(given.outputFolder),
  };
  const output = await openOutput(options.outputFolder);
  const crew = new Crew();
  // Beside the reading: Eleventy takes as long to load as a thousand articles take to read.
  const preparation = Promise.all([import("../rendering/eleventy.ts"), bundleAssets()]);
  preparation.catch(() => undefined);
  try {
    const publication = await loadPublicationWith(crew, {
      ...options,
      articleCache: !options.fresh,
    });
    const { plan, logo, diagnostics } = publication;
    if (plan === undefined || hasErrors(diagnostics)) {
      await output.discard();
      return { ...nothingPublished, diagnostics };
    }
    await publication.memory?.keep();
    const cacheFolder = join(options.siteFolder, ".cache");
    const record = await readPublished(cacheFolder, output.target);
    const known = options.fresh ? undefined : record;
    const before = output.ownFiles ?? new Set(Object.keys(record?.files ?? {}));
    const standing = standingOutput(output.target, before, known?.files ?? {});
    const last = known && { published: known, standing };
    const [{ writePages }, assets] = await preparation;
    const basis = await readBasis(plan, assets.addresses);
    const writer = new ChangeWriter(output.folder, crew, standing.sound);
    const templates = newTemplates(templatesFolder);
    const faults = new TemplateFaults(templates.faults);
    const making = { plan, basis, writer, templates };
    const rendering = { site: plan.site, assets: assets.addresses, templates, faults, writer };
    const ownFiles = [
      ...assets.files,
      ...(logo === undefined ? [] : [[logo.path, logo.content] as const]),
      ...(await options.deskOf(plan.settings)),
    ];
    // Pagefind is a process of its own, and needs most of the time: it begins first.
    const indexing = Promise.resolve(options.search ? writeSearchIndex(last, making) : {});
    const pages = writePages(stalePages(making), rendering).then(() => writeSiteFiles(ownFiles, making));
    // Where one fails, the other must have ended before what was written is discarded.
    const ends = await Promise.allSettled([indexing, pages]);
    for (const end of ends) {
      if (end.status === "rejected" && end.reason instanceof TemplateFault) faults.add(end.reason);
    }
    const broken = faults.diagnostics(plan.articles);
    if (hasErrors(broken)) {
      await output.discard();
      return { ...nothingPublished, diagnostics: inReadingOrder([...diagnostics, ...broken]) };
    }
    await pages;
    for (const { path, file } of publication.staticFiles.files)
      writer.copy(path, join(options.siteFolder, file));
    const searchParts = await indexing;
    const maker = new MediaMaker(options.siteFolder, options.fresh);
    const media = mediaFiles(plan, publication.pictures);
    // Their names change with their content.
    const staleMedia = [...media.values()].filter(({ file }) => writer.isStale(file, file));
    const damage = await writeMedia(plan, staleMedia, maker, writer);
    await writer.finish();
    if (hasErrors(damage)) {
      await output.discard();
      return { ...nothingPublished, diagnostics: inReadingOrder([...diagnostics, ...damage]) };
    }

    const files = writer.records();
    const published: Published = {
      files,
      searchParts,
      causes: { ...basis.causes, ...causesOf(publication), ...copiedCauses(publication, files) },
      foreign: [...standing.foreign].filter((path) => !writer.written.has(path)).sort(),
    };
    refuseObstacles(writer.written, output.target, standing);
    const toldBefore = new Set(record?.foreign);
    const changes = changesSince(last, published, writer.written, plan);
    const report = {
      diagnostics,
      articleCount: plan.articles.length,
      pageCount: allPages(plan.pages).length,
      nextPublish: plan.nextPublish,
      siteUrl: plan.site.url,
      changes,
      foreign: published.foreign.filter((path) => !toldBefore.has(path)),
    };
    if (options.maxChanged !== undefined && changesOf(changes) > options.maxChanged) {
      await output.discard();
      return { ...report, isPublished: false };
    }
    const now = new Set(Object.keys(published.files));
    const written = [...writer.written.keys()];
    const isReplaced = written.length === now.size && standing.foreign.size === 0;
    await output.publish(
      { before, now, written, foreign: standing.foreign },
      options.atomic || isReplaced ? "whole" : "in place",
    );
    // A cache that cannot be written to costs the next build its time, and nothing else.
    await writePublished(cacheFolder, output.target, published)
      .then(() => pruneCache(cacheFolder, new Set(media.keys())))
      .catch(() => undefined);
    return { ...report, isPublished: true };
  } catch (error) {
    await output.discard();
    if (!(error instanceof TemplateFault)) throw error;
    return { ...nothingPublished, diagnostics: new TemplateFaults([error]).diagnostics([]) };
  } finally {
    await crew.dismiss();
  }
}

const nothingPublished = {
  articleCount: 0,
  pageCount: 0,
  changes: { added: [], changed: [], removed: [], bytes: 0 },
  foreign: [],
  isPublished: false,
} as const;

/** The files that are published as they are. */
function copiedCauses({ staticFiles }: Publication, published: Published["files"]): Record<string, string> {
  return Object.fromEntries(
    staticFiles.files.map(({ path }) => [`${staticFolder}/${path}`, published[path]?.digest ?? ""]),
  );
}

/** The article files and redirects.txt as causes of changes. */
function causesOf({ articles, redirects }: Publication): Record<string, string> {
  return Object.fromEntries([
    ...articles.map((article) => [article.file, article.digest]),
    ...(redirects.digest === undefined ? [] : [[redirectsFile, redirects.digest]]),
  ]);
}

/** The pipeline: load, plan, render, index, publish. */

import { type Diagnostic, hasErrors, inReadingOrder } from "../content/diagnostic.ts";
import type { PublishedDesk } from "../site/desk-config.ts";
import type { NextPublish } from "../site/next-publish.ts";
import { allPages, type Plan } from "../site/plan.ts";
import { bundleAssets } from "./assets.ts";
import { ContentCache } from "./content-cache.ts";
import { Crew } from "./crew.ts";
import { CrewWriter } from "./crew-writer.ts";
import { deskFiles } from "./desk-files.ts";
import { feedFiles } from "./feed-files.ts";
import { FileWriter, type Writer } from "./file-writer.ts";
import { MediaMaker, writeMedia } from "./media.ts";
import { openOutput } from "./output.ts";
import { templatesFolder } from "./project.ts";
import { type LoadOptions, loadPublicationWith } from "./publication.ts";
import { indexArticles } from "./search-index.ts";
import { siteFiles } from "./site-files.ts";
import { newTemplates } from "./templates.ts";

export type BuildOptions = LoadOptions & {
  readonly outputFolder: string;
  readonly search: boolean;
  /** Use nothing that an earlier build left behind. */
  readonly fresh?: boolean | undefined;
};

export type BuildReport = {
  /** With an error among them nothing was published. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articleCount: number;
  readonly pageCount: number;
  /** When the site has to be built again. */
  readonly nextPublish?: NextPublish | undefined;
};

/**
 * Builds a site folder into an output folder. The output is put in place whole at the end; where the content
 * has errors, or anything fails, it stays as it was.
 *
 * @throws OutputFault if the output folder is not one that may be replaced
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const output = await openOutput(options.outputFolder);
  const crew = new Crew();
  // Beside the reading: Eleventy takes as long to load as a thousand articles take to read.
  const preparation = Promise.all([import("./eleventy.ts"), bundleAssets()]);
  preparation.catch(() => undefined);
  try {
    const { plan, logo, pictures, diagnostics } = await loadPublicationWith(crew, options);
    if (plan === undefined || hasErrors(diagnostics)) {
      await output.discard();
      return { diagnostics, articleCount: 0, pageCount: 0 };
    }
    const maker = new MediaMaker(
      options.siteFolder,
      new ContentCache(options.siteFolder, options.fresh ?? false),
    );
    const writer = crew.tasksAtOnce > 0 ? new CrewWriter(output.folder, crew) : new FileWriter(output.folder);
    const [{ writePages }, assets] = await preparation;
    await writePages(plan, assets.addresses, writer);
    for (const [path, content] of [...assets.files, ...siteFiles(plan)]) await writer.write(path, content);
    for (const [path, textOf] of feedFiles(plan, newTemplates(templatesFolder))) {
      await writer.write(path, textOf());
    }
    if (logo !== undefined) await writer.write(logo.path, logo.content);
    if (plan.desk !== undefined) await writeDesk(plan.desk, writer);
    if (options.search) await writeSearchIndex(plan, writer);
    const damage = await writeMedia(plan, pictures, maker, writer);
    await writer.finish();
    if (hasErrors(damage)) {
      await output.discard();
      return { diagnostics: inReadingOrder([...diagnostics, ...damage]), articleCount: 0, pageCount: 0 };
    }
    await output.publish();
    return {
      diagnostics,
      articleCount: plan.articles.length,
      pageCount: allPages(plan.pages).length,
      nextPublish: plan.nextPublish,
    };
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    await crew.dismiss();
  }
}

async function writeDesk({ config }: PublishedDesk, writer: Writer): Promise<void> {
  for (const [path, content] of await deskFiles()) await writer.write(path, content);
  await writer.write("desk/config.json", JSON.stringify({ config }));
}

async function writeSearchIndex(plan: Plan, writer: Writer): Promise<void> {
  for (const { path, content } of await indexArticles(plan, newTemplates(templatesFolder))) {
    await writer.write(`pagefind/${path}`, content);
  }
}

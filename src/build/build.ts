/** The pipeline: load, plan, render, index, publish. */
import { type Diagnostic, hasErrors, inReadingOrder } from "../content/diagnostic.ts";
import { allPages, type Plan } from "../site/plan.ts";
import { bundleAssets } from "./assets.ts";
import { ContentCache } from "./content-cache.ts";
import { writePages } from "./eleventy.ts";
import { feedFiles } from "./feed-files.ts";
import { FileWriter } from "./file-writer.ts";
import { MediaMaker, writeMedia } from "./media.ts";
import { openOutput } from "./output.ts";
import { templatesFolder } from "./project.ts";
import { type LoadOptions, loadPublication } from "./publication.ts";
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
};

/**
 * Builds a site folder into an output folder. The output is put in place whole at the end; where the content
 * has errors, or anything fails, it stays as it was.
 *
 * @throws OutputFault if the output folder is not one that may be replaced
 */
export async function buildSite(options: BuildOptions): Promise<BuildReport> {
  const output = await openOutput(options.outputFolder);
  try {
    const { plan, logo, pictures, diagnostics } = await loadPublication(options);
    if (plan === undefined || hasErrors(diagnostics)) {
      await output.discard();
      return { diagnostics, articleCount: 0, pageCount: 0 };
    }
    const maker = new MediaMaker(
      options.siteFolder,
      new ContentCache(options.siteFolder, options.fresh ?? false),
    );
    const writer = new FileWriter(output.folder);
    const assets = await bundleAssets();
    await writePages(plan, assets.addresses, writer);
    for (const [path, content] of [...assets.files, ...siteFiles(plan)]) await writer.write(path, content);
    for (const [path, textOf] of feedFiles(plan, newTemplates(templatesFolder))) {
      await writer.write(path, textOf());
    }
    if (logo !== undefined) await writer.write(logo.path, logo.content);
    if (options.search) await writeSearchIndex(plan, writer);
    const damage = await writeMedia(plan, pictures, maker, writer);
    await writer.finish();
    if (hasErrors(damage)) {
      await output.discard();
      return { diagnostics: inReadingOrder([...diagnostics, ...damage]), articleCount: 0, pageCount: 0 };
    }
    await output.publish();
    return { diagnostics, articleCount: plan.articles.length, pageCount: allPages(plan.pages).length };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function writeSearchIndex(plan: Plan, writer: FileWriter): Promise<void> {
  for (const { path, content } of await indexArticles(plan, newTemplates(templatesFolder))) {
    await writer.write(`pagefind/${path}`, content);
  }
}

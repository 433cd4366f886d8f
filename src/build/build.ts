/** The pipeline: load, plan, render, index, publish. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, hasErrors } from "../content/diagnostic.ts";
import { publishedPictureFile } from "../content/picture.ts";
import type { PublishedDesk } from "../site/desk-config.ts";
import { allPages, type Plan } from "../site/plan.ts";
import { bundleAssets } from "./assets.ts";
import { deskFiles } from "./desk-files.ts";
import { writePages } from "./eleventy.ts";
import { feedFiles } from "./feed-files.ts";
import { FileWriter } from "./file-writer.ts";
import { openOutput } from "./output.ts";
import { templatesFolder } from "./project.ts";
import { type LoadOptions, loadPublication } from "./publication.ts";
import { indexArticles } from "./search-index.ts";
import { siteFiles } from "./site-files.ts";
import { newTemplates } from "./templates.ts";

export type BuildOptions = LoadOptions & {
  readonly outputFolder: string;
  readonly search: boolean;
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
    const { plan, logo, diagnostics } = await loadPublication(options);
    if (plan === undefined || hasErrors(diagnostics)) {
      await output.discard();
      return { diagnostics, articleCount: 0, pageCount: 0 };
    }
    const writer = new FileWriter(output.folder);
    const assets = await bundleAssets();
    await writePages(plan, assets.addresses, writer);
    for (const [path, content] of [...assets.files, ...siteFiles(plan)]) await writer.write(path, content);
    for (const [path, textOf] of feedFiles(plan, newTemplates(templatesFolder))) {
      await writer.write(path, textOf());
    }
    if (logo !== undefined) await writer.write(logo.path, logo.content);
    if (plan.desk !== undefined) await writeDesk(plan.desk, writer);
    if (options.search) await writeSearchIndex(plan, writer);
    await writePictures(plan, options.siteFolder, writer);
    await writer.finish();
    await output.publish();
    return { diagnostics, articleCount: plan.articles.length, pageCount: allPages(plan.pages).length };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function writeDesk({ config }: PublishedDesk, writer: FileWriter): Promise<void> {
  for (const [path, content] of await deskFiles()) await writer.write(path, content);
  await writer.write("desk/config.json", JSON.stringify({ config }));
}

async function writeSearchIndex(plan: Plan, writer: FileWriter): Promise<void> {
  for (const { path, content } of await indexArticles(plan, newTemplates(templatesFolder))) {
    await writer.write(`pagefind/${path}`, content);
  }
}

/** Pictures of articles that are not shown stay behind. */
async function writePictures(plan: Plan, siteFolder: string, writer: FileWriter): Promise<void> {
  const pictures = new Set(plan.articles.flatMap(({ article }) => article.pictures));
  for (const picture of pictures) {
    await writer.write(publishedPictureFile(picture), await readFile(join(siteFolder, picture)));
  }
}

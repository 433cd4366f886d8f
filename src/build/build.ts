/** The pipeline: load, plan, render, index, publish. */
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../content/diagnostic.ts";
import { publishedPictureFile } from "../content/picture.ts";
import { allPages, type Plan } from "../site/plan.ts";
import { bundleAssets } from "./assets.ts";
import { writePages } from "./eleventy.ts";
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
  const { plan, diagnostics } = await loadPublication(options);
  if (plan === undefined || hasErrors(diagnostics)) return { diagnostics, articleCount: 0, pageCount: 0 };
  const output = await openOutput(options.outputFolder);
  try {
    const assets = await bundleAssets();
    await writePages(plan, assets.addresses, output.folder);
    const files: [path: string, content: string | Uint8Array][] = [...assets.files, ...siteFiles(plan)];
    if (options.search) {
      const index = await indexArticles(plan, newTemplates(templatesFolder));
      for (const { path, content } of index) files.push([`pagefind/${path}`, content]);
    }
    for (const [path, content] of files) await output.write(path, content);
    await copyPictures(plan, options.siteFolder, output.folder);
    await output.publish();
  } catch (error) {
    await output.discard();
    throw error;
  }
  return { diagnostics, articleCount: plan.articles.length, pageCount: allPages(plan.pages).length };
}

/** Pictures of articles that are not shown stay behind. */
async function copyPictures(plan: Plan, siteFolder: string, outputFolder: string): Promise<void> {
  const pictures = new Set(plan.articles.flatMap(({ article }) => article.pictures));
  for (const picture of pictures) {
    const target = join(outputFolder, publishedPictureFile(picture));
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(siteFolder, picture), target);
  }
}

/** Rendering: Eleventy makes the pages of a plan. */
import { Eleventy } from "@11ty/eleventy";
import type { PlannedPage } from "../site/planned-pages.ts";
import type { SiteView } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import type { Writer } from "./change-writer.ts";
import { projectFolder } from "./project.ts";

/** The pages that have to be rendered, by kind. */
export type PagesToRender = Readonly<Record<string, readonly PlannedPage[]>>;

/** Has Eleventy render pages. They go to the writer one by one, as they are made. */
export async function writePages(
  pages: PagesToRender,
  site: SiteView,
  assets: AssetAddresses,
  writer: Writer,
): Promise<void> {
  const before = process.cwd();
  // Eleventy takes its configuration, templates and data files relative to the working folder.
  process.chdir(projectFolder);
  try {
    const eleventy = new Eleventy("templates/pages", undefined, {
      configPath: ".eleventy.ts",
      quietMode: true,
      config: (configuration) => {
        // Frozen: Eleventy passes frozen values on as they are and copies all others for each template.
        configuration.addGlobalData("pages", Object.freeze({ ...pages }));
        configuration.addGlobalData("site", Object.freeze({ ...site }));
        configuration.addGlobalData("assets", Object.freeze({ ...assets }));
        configuration.addGlobalData("writer", writer);
      },
    });
    eleventy.disableLogger();
    await eleventy.write();
  } finally {
    process.chdir(before);
  }
}

/** Rendering: Eleventy writes the pages of a plan into a folder. */
import { relative } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import type { Plan } from "../site/plan.ts";
import type { AssetAddresses } from "./assets.ts";
import { projectFolder } from "./project.ts";

/**
 * Writes every page of a plan.
 *
 * @param outputFolder an absolute path
 */
export async function writePages(plan: Plan, assets: AssetAddresses, outputFolder: string): Promise<void> {
  const before = process.cwd();
  // Eleventy takes its configuration, templates and data files relative to the working folder.
  process.chdir(projectFolder);
  try {
    // Eleventy joins an absolute output path onto the working folder; a relative one it keeps.
    const eleventy = new Eleventy("templates/pages", relative(projectFolder, outputFolder), {
      configPath: ".eleventy.ts",
      quietMode: true,
      config: (configuration) => {
        // Frozen: Eleventy passes frozen values on as they are and copies all others for each template.
        configuration.addGlobalData("pages", Object.freeze({ ...plan.pages }));
        configuration.addGlobalData("site", Object.freeze({ ...plan.site }));
        configuration.addGlobalData("assets", Object.freeze({ ...assets }));
      },
    });
    eleventy.disableLogger();
    await eleventy.write();
  } finally {
    process.chdir(before);
  }
}

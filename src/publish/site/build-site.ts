/** A build: the site made by Eleventy, put in place whole or where it changed. */
import { resolve } from "node:path";
import { readyConfiguration } from "../rendering/eleventy/configuration.ts";
import { TemplateFault, TemplateFaults } from "../rendering/templates/template-fault.ts";
import { type BuildOptions, type BuildReport, ContentFault } from "./build-options.ts";
import { Production } from "./production.ts";

/**
 * Builds a site folder into an output folder. Where the last build left its output and its record, only what differs is
 * made and written; the rest is left untouched, and so is what Dateline did not write. The output is put in place at the end;
 * where the content has errors, or anything fails, it stays as it was.
 *
 * @throws OutputFault if the output folder holds a site of somebody else, or files where pages have to be written
 */
export async function buildSite(given: BuildOptions): Promise<BuildReport> {
  const siteFolder = resolve(given.siteFolder);
  const production = new Production({ ...given, siteFolder, isAside: true });
  // Beside the reading: Eleventy takes as long to load as a thousand articles take to read.
  const configuring = readyConfiguration(siteFolder);
  const preparation = Promise.all([import("../rendering/eleventy/run.ts"), configuring]);
  preparation.catch(() => undefined);
  try {
    const asideFolder = await production.open();
    const [{ writeByEleventy }, { file }] = await preparation;
    const hasTypeScript = await production.hasTypeScript();
    await writeByEleventy({ siteFolder, configFile: file, job: production, hasTypeScript }, asideFolder);
    return production.report;
  } catch (error) {
    if (error instanceof ContentFault) return { ...nothingPublished, diagnostics: error.diagnostics };
    if (error instanceof TemplateFault) {
      return { ...nothingPublished, diagnostics: new TemplateFaults([error]).diagnostics([]) };
    }
    const diagnostics = await production.ownPageFaults(error);
    if (diagnostics === undefined) throw error;
    return { ...nothingPublished, diagnostics };
  } finally {
    await production.end();
    await configuring.then(({ discard }) => discard()).catch(() => undefined);
  }
}

const nothingPublished = {
  articleCount: 0,
  pageCount: 0,
  changes: { added: [], changed: [], removed: [], bytes: 0 },
  foreign: [],
  isPublished: false,
} as const;

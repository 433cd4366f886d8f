/** Reading site.yaml. */
import { errorAt } from "../../content/diagnostics/diagnostic.ts";
import { readTextFile } from "../../content/files/folder-files.ts";
import { readSite, type SiteReading, siteFile } from "../../site/settings/site.ts";

const noSiteFile = 'there is no site.yaml; make one with at least "title: …" and "url: …"';

/**
 * Reads site.yaml of a site folder.
 *
 * @param url takes the place of the site's `url`
 */
export async function readSiteFile(siteFolder: string, url?: string): Promise<SiteReading> {
  const text = await readTextFile(siteFolder, siteFile);
  if (typeof text === "string") return readSite(text, url);
  return { diagnostics: [text ?? errorAt({ file: siteFile }, "no-site-file", noSiteFile)] };
}

/** Reading site.yaml. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../../content/article/article-text.ts";
import { errorAt } from "../../content/diagnostics/diagnostic.ts";
import { isAbsence, reasonOf } from "../../content/diagnostics/system-reasons.ts";
import { readSite, type SiteReading, siteFile } from "../../site/settings/site.ts";

const noSiteFile = 'there is no site.yaml; make one with at least "title: …" and "url: …"';

/**
 * Reads site.yaml of a site folder.
 *
 * @param url takes the place of the site's `url`
 */
export async function readSiteFile(siteFolder: string, url?: string): Promise<SiteReading> {
  const file = siteFile;
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(siteFolder, file));
  } catch (error) {
    const fault = isAbsence(error)
      ? errorAt({ file }, "no-site-file", noSiteFile)
      : errorAt({ file }, "unreadable-file", `the file cannot be read: ${reasonOf(error)}`);
    return { diagnostics: [fault] };
  }
  const text = decodeText(file, bytes);
  return typeof text === "string" ? readSite(text, url) : { diagnostics: [text] };
}

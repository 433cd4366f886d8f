/** redirects.txt, read from a site folder: it may be absent. */
import { readTextFile } from "../../content/files/folder-files.ts";
import {
  noRedirects,
  type RedirectsReading,
  readRedirects,
  redirectsFile,
} from "../../site/redirects/redirects-file.ts";

export async function readRedirectsFile(siteFolder: string): Promise<RedirectsReading> {
  const text = await readTextFile(siteFolder, redirectsFile);
  if (typeof text === "string") return readRedirects(text);
  return text === undefined ? noRedirects : { ...noRedirects, diagnostics: [text] };
}

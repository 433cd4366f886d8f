/** redirects.txt, read from a site folder: it may be absent. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../../content/article/article-text.ts";
import { errorAt } from "../../content/diagnostics/diagnostic.ts";
import { isAbsence, reasonOf } from "../../content/diagnostics/system-reasons.ts";
import {
  noRedirects,
  type RedirectsReading,
  readRedirects,
  redirectsFile,
} from "../../site/redirects/redirects-file.ts";

export async function readRedirectsFile(siteFolder: string): Promise<RedirectsReading> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(siteFolder, redirectsFile));
  } catch (error) {
    if (isAbsence(error)) return noRedirects;
    const message = `the file cannot be read: ${reasonOf(error)}`;
    return { ...noRedirects, diagnostics: [errorAt({ file: redirectsFile }, "unreadable-file", message)] };
  }
  const text = decodeText(redirectsFile, bytes);
  return typeof text === "string" ? readRedirects(text) : { ...noRedirects, diagnostics: [text] };
}

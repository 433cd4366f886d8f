/** The publisher's logo: found in the site folder, and published under a name of its content. */

import { readFile, realpath } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Diagnostic, errorAt, type Place } from "../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { isAbsence, reasonOf } from "../../content/diagnostics/system-reasons.ts";
import { isWithin } from "../../content/files/paths.ts";
import { hexDigest, nameDigits } from "../../content/values/digest.ts";
import { pictureName } from "../../content/values/picture.ts";

export type PublisherLogo = {
  /** Path in the output folder. */
  readonly path: string;
  readonly content: Uint8Array;
};

/**
 * Reads the logo that site.yaml names.
 *
 * @param file relative to the site folder
 * @param place where site.yaml names it
 */
export async function readPublisherLogo(
  siteFolder: string,
  { file, place }: { readonly file: string; readonly place: Place },
): Promise<PublisherLogo | Diagnostic> {
  const fault = (code: DiagnosticCode, message: string) => errorAt(place, code, message);
  if (!pictureName.test(file)) {
    return fault(
      "bad-logo",
      `"${file}" is not a picture that can be shown; use a PNG, JPEG, WebP, AVIF or GIF file`,
    );
  }
  try {
    const root = await realpath(siteFolder);
    const path = await realpath(join(root, file));
    if (!isWithin(path, root)) {
      return fault("bad-logo", `"${file}" lies outside the site folder; put a copy of the file into it`);
    }
    const content = await readFile(path);
    return { path: `assets/logo.${hexDigest(content, nameDigits)}${extname(file).toLowerCase()}`, content };
  } catch (error) {
    return isAbsence(error)
      ? fault(
          "missing-image",
          `there is no picture "${file}" in the site folder; the path is relative to site.yaml`,
        )
      : fault("unreadable-file", `${file} cannot be read: ${reasonOf(error)}`);
  }
}

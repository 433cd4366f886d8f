/** A picture that site.yaml names: found in the site folder, and published under a name of its content. */
import { readFile, realpath } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import type { DiagnosticCode } from "../../content/diagnostics/diagnostic-codes.ts";
import { isAbsence, reasonOf } from "../../content/diagnostics/system-reasons.ts";
import { isWithin } from "../../content/files/paths.ts";
import type { NamedPicture } from "../../site/settings/site.ts";
import { type NamedFile, namedByContent } from "../rendering/assets/named-file.ts";

export type PictureRules = {
  /** What its published name begins with. */
  readonly name: string;
  readonly kinds: RegExp;
  /** Those kinds in words. */
  readonly kindsText: string;
};

/** Reads a file that site.yaml names. */
export async function readNamedPicture(
  siteFolder: string,
  picture: NamedPicture,
  { name, kinds, kindsText }: PictureRules,
): Promise<NamedFile | Diagnostic> {
  const { file, place } = picture;
  if (!kinds.test(file)) {
    const message = `"${file}" is not a picture that can be shown; use a ${kindsText} file`;
    return errorAt(place, "bad-logo", message);
  }
  const path = await namedPicturePath(siteFolder, picture);
  if (typeof path !== "string") return path;
  try {
    return namedByContent(name + extname(file).toLowerCase(), await readFile(path));
  } catch (error) {
    return errorAt(place, "unreadable-file", `${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** Where a file that site.yaml names really lies, or why it cannot be shown. */
export async function namedPicturePath(
  siteFolder: string,
  { file, place }: NamedPicture,
): Promise<string | Diagnostic> {
  const fault = (code: DiagnosticCode, message: string) => errorAt(place, code, message);
  try {
    const root = await realpath(siteFolder);
    const path = await realpath(join(root, file));
    if (isWithin(path, root)) return path;
    return fault("bad-logo", `"${file}" lies outside the site folder; put a copy of the file into it`);
  } catch (error) {
    return isAbsence(error)
      ? fault(
          "missing-image",
          `there is no picture "${file}" in the site folder; the path is relative to site.yaml`,
        )
      : fault("unreadable-file", `${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** `static/`: files that are published as they are. */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { filesOfFolder, unreadable } from "../../content/files/folder-files.ts";
import { type PlacedFile, staticFolder } from "../../site/plan/file-conflicts.ts";

export type StaticFolder = {
  readonly files: readonly PlacedFile[];
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * What systems, editors and git leave in folders and nobody wants on the web. Any other hidden file was put there by
 * somebody: `.well-known`, `.nojekyll`.
 */
const litter =
  /^(?:\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|\.git.*|\.hg|\.svn|\.keep|\.dateline-.*|~\$.*|\.~lock\..*|\.#.*|.*~|\..*\.sw[op])$/i;

/** Lists the files of `static/`; none where there is no such folder. */
export async function listStaticFolder(siteFolder: string): Promise<StaticFolder> {
  const { found, diagnostics } = await filesOfFolder(siteFolder, staticFolder, {
    isPassedOver: (name) => litter.test(name),
    mayLieElsewhere: false,
  });
  const files: PlacedFile[] = [];
  const faults: Diagnostic[] = [...diagnostics];
  for (const { file, isFile } of found) {
    const fault = isFile
      ? (nameFault(file) ?? (await readingFault(siteFolder, file)))
      : unreadable(file, "file", "it is neither a file nor a folder");
    if (fault !== undefined) faults.push(fault);
    // Links are in NFC; some systems take accents and Hangul apart in names of files.
    else files.push({ file, path: file.slice(staticFolder.length + 1).normalize("NFC") });
  }
  return { files, diagnostics: faults };
}

async function readingFault(siteFolder: string, file: string): Promise<Diagnostic | undefined> {
  try {
    await (await open(join(siteFolder, file))).close();
    return undefined;
  } catch (error) {
    return unreadable(file, "file", error);
  }
}

/** Names that are no addresses, or no names on other systems. U+FFFD stands for bytes that are no UTF-8. */
function nameFault(file: string): Diagnostic | undefined {
  if (!/[\p{Cc}\\\uFFFD]/u.test(file)) return undefined;
  const message = "the name holds a backslash, a control character or broken letters; rename the file";
  return errorAt({ file }, "bad-address", message);
}

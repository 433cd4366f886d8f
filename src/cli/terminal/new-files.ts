/** New files on their way into a site folder. */
import { existsSync } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { withPath } from "../../content/diagnostics/system-reasons.ts";

export type NewFile = {
  /** Relative to the site folder, with forward slashes. */
  readonly file: string;
  readonly text: string;
};

/** An error for each file that stands there already or comes twice. */
export function takenFiles(siteFolder: string, newFiles: readonly NewFile[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { file } of newFiles) {
    const message = seen.has(file)
      ? "two articles of this run would have this file; import one of them with another headline or date"
      : "there is an article file of this name already; it is left as it is";
    if (seen.has(file) || existsSync(join(siteFolder, file))) {
      diagnostics.push(errorAt({ file }, "file-exists", message));
    }
    seen.add(file);
  }
  return diagnostics;
}

/**
 * Writes all the files, or none: where one fails, those written before it are removed.
 * @throws what the file system says, also where a file has come to exist in the meantime
 */
export async function writeNewFiles(siteFolder: string, newFiles: readonly NewFile[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const { file, text } of newFiles) {
      const path = join(siteFolder, file);
      await mkdir(dirname(path), { recursive: true });
      const opened = await open(path, "wx");
      written.push(path);
      try {
        await opened.writeFile(text);
      } catch (error) {
        throw withPath(error, path);
      } finally {
        await opened.close();
      }
    }
  } catch (error) {
    await Promise.all(written.map((path) => rm(path)));
    throw error;
  }
}

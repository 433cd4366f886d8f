/** The proof that an output is what a build from nothing would have made. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAbsence } from "../../content/diagnostics/system-reasons.ts";
import { digestOfFile } from "../output/standing/copied-file.ts";
import { ownListName, readOwnFiles } from "../output/standing/own-files.ts";
import type { BuildOptions } from "./build-options.ts";
import { buildSite } from "./build-site.ts";

/**
 * Builds a site folder afresh, elsewhere, and compares every byte with what is Dateline's in the output folder.
 *
 * @returns what differs, a line each; empty where nothing does
 */
export async function differencesFromFresh(options: BuildOptions): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-verify-"));
  const fresh = join(folder, "_site");
  try {
    await buildSite({
      ...options,
      outputFolder: fresh,
      fresh: true,
      maxChanged: undefined,
      inParts: undefined,
    });
    const lists = await Promise.all([options.outputFolder, fresh].map(readOwnFiles));
    const paths = new Set([ownListName, ...lists.flatMap((list) => [...(list ?? [])])]);
    return [...paths].sort().flatMap((path) => difference(path, options.outputFolder, fresh) ?? []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function difference(path: string, output: string, fresh: string): string | undefined {
  const [shown, expected] = [join(output, path), join(fresh, path)];
  const [shownDigest, expectedDigest] = [digestIfThere(shown), digestIfThere(expected)];
  if (expectedDigest === undefined) return `${path} should be gone`;
  if (shownDigest === undefined) return `${path} is missing`;
  if (shownDigest === expectedDigest) return undefined;
  const [shownLines, lines] = [linesOf(shown), linesOf(expected)];
  const at = lines.findIndex((line, index) => line !== shownLines[index]);
  const line = (lines[at] ?? "").slice(0, 200);
  return `${path} is not up to date: its key missed a change that shows in line ${at + 1}, which should be: ${line}`;
}

function linesOf(file: string): string[] {
  return readFileSync(file, "utf8").split("\n");
}

function digestIfThere(file: string): string | undefined {
  try {
    return digestOfFile(file);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

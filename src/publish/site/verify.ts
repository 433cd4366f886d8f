/** The proof that an output is what a build from nothing would have made. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAbsence } from "../../content/diagnostics/system-reasons.ts";
import { ownListName, readOwnFiles } from "../output/own-files.ts";
import { type BuildOptions, buildSite } from "./build-site.ts";

/**
 * Builds a site folder afresh, elsewhere, and compares every byte with what is Dateline's in the output folder.
 *
 * @returns what differs, a line each; empty where nothing does
 */
export async function differencesFromFresh(options: BuildOptions): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-verify-"));
  const fresh = join(folder, "_site");
  try {
    await buildSite({ ...options, outputFolder: fresh, fresh: true, maxChanged: undefined });
    const lists = await Promise.all([options.outputFolder, fresh].map(readOwnFiles));
    const paths = new Set([ownListName, ...lists.flatMap((list) => [...(list ?? [])])]);
    return [...paths].sort().flatMap((path) => difference(path, options.outputFolder, fresh) ?? []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function difference(path: string, output: string, fresh: string): string | undefined {
  const [shown, expected] = [contentOf(join(output, path)), contentOf(join(fresh, path))];
  if (expected === undefined) return `${path} should be gone`;
  if (shown === undefined) return `${path} is missing`;
  if (shown.equals(expected)) return undefined;
  const lines = expected.toString("utf8").split("\n");
  const shownLines = shown.toString("utf8").split("\n");
  const at = lines.findIndex((line, index) => line !== shownLines[index]);
  const line = (lines[at] ?? "").slice(0, 200);
  return `${path} is not up to date: its key missed a change that shows in line ${at + 1}, which should be: ${line}`;
}

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

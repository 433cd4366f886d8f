/** The repository's own sample publication, built for tests. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { now, run } from "./site-folder.ts";

export type SampleSite = { readonly output: string; readonly remove: () => Promise<void> };

/** Builds the sample as it would be published at a fixed moment, search included. Throws where that fails. */
export async function buildSampleSite(): Promise<SampleSite> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  const output = join(folder, "site");
  const { exitCode, stderr } = await run("build", "--output", output, "--now", now);
  if (exitCode !== 0) throw new Error(stderr);
  return { output, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A folder for the sample publication, which the test that needs it first builds there for all others of a run. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type {} from "./sample-site.ts";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-sample-"));
  project.provide("sampleFolder", folder);
  return () => rm(folder, { recursive: true, force: true });
}

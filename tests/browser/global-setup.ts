/** Unpacks the Chromium that came with `npm ci`, once for all browser tests, into a folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type PackagedChromium, unpackChromium } from "./chromium.ts";

declare module "vitest" {
  export interface ProvidedContext {
    chromium: PackagedChromium;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-chromium-"));
  project.provide("chromium", await unpackChromium(folder));
  return () => rm(folder, { recursive: true, force: true });
}

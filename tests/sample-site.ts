/** The repository's own sample publication, built for tests: a copy of it, so that no cache is shared with the newsroom. */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inject, vi } from "vitest";
import { copySample } from "./sample.ts";
import { now, runApart } from "./site-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the sample is built that all tests of a run share. */
    sampleFolder: string;
  }
}

export type SampleSite = { readonly siteFolder: string; readonly output: string };

/** Builds the sample in a folder as it would be published at a fixed moment, search included. Throws where that fails. */
export async function buildSampleSite(folder: string): Promise<SampleSite> {
  const site = siteIn(folder);
  await copySample(site.siteFolder);
  const { exitCode, stderr } = await runApart("build", "--site", site.siteFolder, "--now", now);
  if (exitCode !== 0 || stderr !== "") throw new Error(stderr);
  return site;
}

/** The sample, built once for all tests of a run, by the one that needs it first. Nobody may change it. */
export async function sharedSampleSite(): Promise<SampleSite> {
  const folder = join(inject("sampleFolder"), "sample");
  const [built, failed] = [join(folder, "built"), join(folder, "failed")];
  // Only one can make it.
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    try {
      await buildSampleSite(folder);
      await writeFile(built, "");
    } catch (error) {
      await writeFile(failed, "");
      throw error;
    }
  } else {
    await vi.waitUntil(() => existsSync(built) || existsSync(failed), { timeout: 500_000, interval: 100 });
    if (existsSync(failed)) throw new Error("the sample could not be built, as the test says that tried it");
  }
  return siteIn(folder);
}

function siteIn(folder: string): SampleSite {
  return { siteFolder: join(folder, "site"), output: join(folder, "site/_site") };
}

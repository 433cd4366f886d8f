/** Runs of Eleventy over a site folder, as its configuration has it. */
import { relative } from "node:path";
import { Eleventy, type Result } from "@11ty/eleventy";
import { type Job, jobEvent } from "./job.ts";

export type Run = {
  readonly siteFolder: string;
  /** Of the configuration, as JavaScript or as the process reads it. */
  readonly configFile: string;
  readonly job: Job;
};

/** Has Eleventy write all that a job and the project's configuration say. @param outputFolder where Eleventy writes itself */
export async function writeByEleventy(run: Run, outputFolder: string): Promise<void> {
  await inFolder(run.siteFolder, () => eleventyFor(run, outputFolder).write());
}

/** What Eleventy makes of the project's own pages, and writes nothing. */
export function renderByEleventy(run: Run): Promise<readonly Result[]> {
  return inFolder(run.siteFolder, () => eleventyFor(run, undefined).toJSON());
}

function eleventyFor({ siteFolder, configFile, job }: Run, outputFolder: string | undefined): Eleventy {
  const eleventy = new Eleventy(undefined, outputFolder && relative(siteFolder, outputFolder), {
    configPath: relative(siteFolder, configFile),
    loader: "esm",
    quietMode: true,
    config: (configuration) => {
      configuration.on(jobEvent, () => job);
      // How long a function of the project's takes is told by Eleventy's own command line.
      configuration.benchmarks.config.setIsVerbose(false);
      // Eleventy remembers files for as long as the process lives.
      configuration.setUseTemplateCache(false);
    },
  });
  eleventy.disableLogger();
  return eleventy;
}

/** Eleventy takes its configuration, templates and data relative to the working folder. */
async function inFolder<Value>(folder: string, act: () => Promise<Value>): Promise<Value> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await act();
  } finally {
    process.chdir(before);
  }
}

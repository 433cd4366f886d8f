/** Runs of Eleventy over a site folder, as its configuration has it. */
import { relative } from "node:path";
import type { Eleventy, Result } from "@11ty/eleventy";
import { type Job, jobEvent } from "./job.ts";

// Before Node 22.15 Eleventy starts a thread that is asked for the place of every module from then on, so that a run that watches
// reads modules anew. These do not: https://github.com/11ty/eleventy/issues/3371
process.env["ELEVENTY_SKIP_ESM_RESOLVER"] = "true";
const eleventyModule = await import("@11ty/eleventy");

export type Run = {
  readonly siteFolder: string;
  /** Of the configuration, as JavaScript or as the process reads it. */
  readonly configFile: string;
  readonly job: Job;
  /** Whether own pages are written in TypeScript. */
  readonly hasTypeScript: boolean;
};

/** Has Eleventy write all that a job and the project's configuration say. @param outputFolder where Eleventy writes itself */
export async function writeByEleventy(run: Run, outputFolder: string): Promise<void> {
  await inFolder(run, async () => {
    const eleventy = eleventyFor(run, outputFolder);
    await eleventy.init();
    const copies = copiesOf(eleventy);
    try {
      await eleventy.write();
    } finally {
      // Where a template fails, Eleventy leaves them to themselves: they would go on in folders that are gone.
      await Promise.allSettled(copies);
    }
  });
}

/** The copies that Eleventy begins to make, from now on. */
function copiesOf({ passthroughManager: manager }: Eleventy): readonly Promise<unknown>[] {
  const copies: Promise<unknown>[] = [];
  const copy = manager.copyPassthrough.bind(manager);
  manager.copyPassthrough = (what) => {
    const copied = copy(what);
    copies.push(copied);
    copied.catch(() => undefined);
    return copied;
  };
  return copies;
}

/** What Eleventy makes of the project's own pages, and writes nothing. */
export function renderByEleventy(run: Run): Promise<readonly Result[]> {
  return inFolder(run, () => eleventyFor(run, undefined).toJSON());
}

function eleventyFor({ siteFolder, configFile, job }: Run, outputFolder: string | undefined): Eleventy {
  const eleventy = new eleventyModule.Eleventy(
    undefined,
    outputFolder && relative(siteFolder, outputFolder),
    {
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
    },
  );
  eleventy.disableLogger();
  return eleventy;
}

let lastRun: Promise<unknown> = Promise.resolve();

/** Eleventy takes its configuration, templates and data relative to the working folder, of which a process has one: runs wait. */
function inFolder<Value>(run: Run, act: () => Promise<Value>): Promise<Value> {
  const result = lastRun.then(() => inFolderNow(run, act));
  lastRun = result.catch(() => undefined);
  return result;
}

async function inFolderNow<Value>(
  { siteFolder, hasTypeScript }: Run,
  act: () => Promise<Value>,
): Promise<Value> {
  // Before the working folder changes: what tsx calls for each module starts in the one it was loaded in, which may be gone by then.
  if (hasTypeScript && !Reflect.get(process.features, "typescript")) await readTypeScript();
  const before = process.cwd();
  process.chdir(siteFolder);
  try {
    return await act();
  } finally {
    process.chdir(before);
  }
}

/** Node does by itself from 22.18 on. It holds for the whole process; of modules of either kind, as a folder may not say which it has. */
async function readTypeScript(): Promise<void> {
  const loaders = await Promise.all([import("tsx/esm/api"), import("tsx/cjs/api")]);
  for (const { register } of loaders) register();
}

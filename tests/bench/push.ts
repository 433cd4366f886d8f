/** What a push costs: the second build of a site in which one thing has changed, in a cold process. */
import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../src/build/project.ts";
import { filesBelow } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { benchmarkNow, generatedSite, writeGeneratedSite } from "./generate.ts";
import { type Measurement, measure, script } from "./measure.ts";
import { hugo } from "./peers.ts";
import type { Report, Row } from "./report.ts";

type Folders = { readonly site: string; readonly project: string };

/** Each makes one change; the next builds on it, as pushes do. */
const pushes: readonly {
  readonly name: string;
  readonly change: (at: Folders, run: number) => Promise<void>;
}[] = [
  {
    name: "one new article",
    change: async ({ site }, run) => {
      const [, first] = generatedSite(1);
      const text = (first?.text ?? "").replace(
        /^date: .*$/m,
        `date: 2026-01-01 08:${String(run).padStart(2, "0")}`,
      );
      await writeFile(join(site, `articles/new-${run}.md`), text);
    },
  },
  {
    name: "one old article edited",
    change: ({ site }, run) => appendFile(join(site, "articles/2016/01/story-000001.md"), `\nEdit ${run}.\n`),
  },
  {
    name: "a partial of listings edited",
    change: async ({ project }, run) => {
      const file = join(project, "templates/partials/entry.njk");
      const text = await readFile(file, "utf8");
      await writeFile(
        file,
        text.replace(/<article class="entry[^"]*"/, `<article class="entry entry-${run}"`),
      );
    },
  },
];

export async function benchPush({ articles, runs, search, folder }: BenchmarkOptions): Promise<Report> {
  const at = { site: join(folder, "site"), project: join(folder, "project") };
  const output = join(folder, "output");
  await writeGeneratedSite(at.site, articles);
  await copyProject(at.project);
  const flags = search ? [] : ["--no-search"];
  const build = script(
    "src/cli/build.ts",
    ["--site", at.site, "--output", output, "--now", benchmarkNow, ...flags],
    at.project,
  );
  const hugoContender = await hugo(articles, folder);
  const fullBuilds: Measurement[] = [];
  const hugoBuilds: Measurement[] = [];
  const pushRuns = pushes.map(newPushRow);
  for (let run = 1; run <= runs; run += 1) {
    if (hugoContender !== undefined) {
      await rm(hugoContender.outputFolder, { recursive: true, force: true });
      hugoBuilds.push(await measure(hugoContender.commands));
    }
    await rm(output, { recursive: true, force: true });
    fullBuilds.push(await measure([build]));
    for (const [index, { name, change }] of pushes.entries()) {
      const before = await filesBelow(output);
      await change(at, run);
      const measurement = await measure([build]);
      process.stderr.write(`Run ${run} of ${runs}: ${name} ${measurement.seconds.toFixed(1)} s\n`);
      const row = pushRuns[index];
      row?.runs.push(measurement);
      if (row !== undefined) row.counts["files changed"] = changedFiles(before, await filesBelow(output));
    }
  }
  const rows: Row[] = [{ name: "full build", runs: fullBuilds }, ...pushRuns];
  if (hugoContender !== undefined) rows.push({ name: "Hugo, full build", runs: hugoBuilds });
  return {
    title: `Pushes, ${articles} articles, ${search ? "with search" : "search left out"}, ${runs} runs`,
    rows,
    peers: ["full build", "Hugo, full build"],
  };
}

type PushRow = Row & { readonly runs: Measurement[]; readonly counts: { "files changed": number } };

function newPushRow({ name }: { readonly name: string }): PushRow {
  return { name, runs: [], counts: { "files changed": 0 } };
}

/** The project's code and templates, to be changed without harm. */
export async function copyProject(folder: string): Promise<void> {
  for (const name of ["src", "templates", ".eleventy.ts", "package.json", "tsconfig.json"]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  await symlink(join(projectFolder, "node_modules"), join(folder, "node_modules"), "dir");
}

/** How many files a deploy would carry or remove. */
function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).length;
}

/** `npm run bench`: how long a full build takes, beside the floor: the same work without checks and Eleventy. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { filesBelow } from "../site-folder.ts";
import { writeGeneratedSite } from "./generate.ts";
import { type Measurement, measure, median } from "./measure.ts";
import { benchSearch } from "./search.ts";

const help = `Usage: npm run bench -- [search] [flags]

Builds generated articles, search left out, and does the same work by a script that only reads, renders
Markdown, renders the same templates and writes the same files. The runs alternate.

With "search": how well the search answers judged queries, and what a reader's first search costs.

  --articles N   how many (default: 10000; of the search: 1000,10000,50000)
  --runs N       of each (default: 5)
  --json         the figures as JSON
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string" },
    runs: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(help);
else if (positionals[0] === "search")
  await benchSearch((values.articles ?? "1000,10000,50000").split(",").map(Number));
else await bench(Number(values.articles ?? "10000"), Number(values.runs));

async function bench(articleCount: number, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-bench-"));
  try {
    const site = join(folder, "site");
    const built = join(folder, "built");
    const floor = join(folder, "floor");
    await writeGeneratedSite(site, articleCount);
    const builds: Measurement[] = [];
    const floors: Measurement[] = [];
    for (let run = 1; run <= runs; run += 1) {
      process.stderr.write(`Run ${run} of ${runs} …\n`);
      await rm(floor, { recursive: true, force: true });
      floors.push(await measure("tests/bench/floor.ts", [site, floor]));
      await rm(built, { recursive: true, force: true });
      builds.push(await measure("src/cli/build.ts", ["--site", site, "--output", built, "--no-search"]));
    }
    const difference = await differingFiles(built, floor);
    if (difference.length > 0)
      throw new Error(`build and floor wrote different files: ${difference.slice(0, 5)}`);
    const pages = [...(await filesBelow(built)).keys()].filter((path) => path.endsWith(".html")).length;
    const report = { articles: articleCount, pages, runs, floor: summary(floors), build: summary(builds) };
    if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else process.stdout.write(tableOf(report));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Summary = { median: number; least: number; most: number; peakBytes: number };

function summary(measurements: readonly Measurement[]): Summary {
  const seconds = measurements.map((measurement) => measurement.seconds);
  const peakBytes = Math.max(...measurements.map((measurement) => measurement.peakBytes));
  return { median: median(seconds), least: Math.min(...seconds), most: Math.max(...seconds), peakBytes };
}

async function differingFiles(folder: string, other: string): Promise<string[]> {
  const [files, otherFiles] = await Promise.all([filesBelow(folder), filesBelow(other)]);
  return [...new Set([...files.keys(), ...otherFiles.keys()])].filter(
    (path) => files.get(path) !== otherFiles.get(path),
  );
}

function tableOf(report: {
  articles: number;
  pages: number;
  runs: number;
  floor: Summary;
  build: Summary;
}): string {
  const row = (name: string, { median, least, most, peakBytes }: Summary) =>
    `| ${name} | ${median.toFixed(2)} s | ${least.toFixed(2)}–${most.toFixed(2)} s | ${(median / report.floor.median).toFixed(2)} | ${Math.round(peakBytes / 1e6)} MB |\n`;
  return [
    `${report.articles} articles, ${report.pages} pages, search left out, median of ${report.runs} runs\n\n`,
    "| | time | spread | ratio | peak memory |\n|---|---|---|---|---|\n",
    row("floor", report.floor),
    row("dateline", report.build),
  ].join("");
}

/** How time and memory grow with the number of articles, and what a push costs where they are most. */
import { join } from "node:path";
import type { BenchmarkOptions } from "./bench.ts";
import { type Corpus, writeGeneratedSite, writeNextArticle } from "./generate.ts";
import { type Measurement, measure } from "./measure.ts";
import { dateline, datelineBuild } from "./peers.ts";
import type { Report, Row } from "./report.ts";
import { outputFolderOf, runRounds } from "./rounds.ts";
import { median } from "./statistics.ts";

const steps = [1 / 10, 3 / 10, 1];

export async function benchScale({
  articles,
  runs,
  search,
  corpus,
  folder,
}: BenchmarkOptions): Promise<Report> {
  const flags = search ? [] : ["--no-search"];
  const fullBuilds: Row[] = [];
  for (const step of steps) {
    const count = Math.round(articles * step);
    const site = siteOf(count, folder);
    await writeGeneratedSite(site, count, { corpus });
    fullBuilds.push(...(await runRounds([dateline(site, `${count} articles`, flags)], runs, folder)));
  }
  const [first, last] = [fullBuilds.at(0), fullBuilds.at(-1)];
  const seconds = (row: Row | undefined) => median(row?.runs.map((run) => run.seconds) ?? []);
  const exponent = Math.log(seconds(last) / seconds(first)) / Math.log(1 / (steps[0] ?? 1));
  return {
    title: `Growth, ${search ? "with search" : "search left out"}: time grows as N^${exponent.toFixed(2)}`,
    rows: [...fullBuilds, await pushRow(articles, corpus, runs, flags, folder)],
    peers: [first?.name ?? "", last?.name ?? ""],
  };
}

/** New articles, one after the other, on top of the last full build. */
async function pushRow(
  articles: number,
  corpus: Corpus,
  runCount: number,
  flags: readonly string[],
  folder: string,
): Promise<Row> {
  const site = siteOf(articles, folder);
  const output = outputFolderOf(dateline(site, `${articles} articles`, flags), runCount, folder);
  const runs: Measurement[] = [];
  for (let run = 1; run <= runCount; run += 1) {
    await writeNextArticle(site, articles + run - 1, { corpus });
    runs.push(await measure([datelineBuild(site, output, flags)]));
  }
  return { name: `${articles} articles: one new article`, runs };
}

function siteOf(articleCount: number, folder: string): string {
  return join(folder, `site-${articleCount}`);
}

/** How time and memory grow with the number of articles. */
import { join } from "node:path";
import type { BenchmarkOptions } from "./bench.ts";
import { writeGeneratedSite } from "./generate.ts";
import { dateline } from "./peers.ts";
import type { Report, Row } from "./report.ts";
import { runRounds } from "./rounds.ts";
import { median } from "./statistics.ts";

const steps = [1 / 10, 3 / 10, 1];

export async function benchScale({ articles, runs, search, folder }: BenchmarkOptions): Promise<Report> {
  const rows: Row[] = [];
  for (const step of steps) {
    const count = Math.round(articles * step);
    const site = join(folder, `site-${count}`);
    await writeGeneratedSite(site, count);
    const flags = search ? [] : ["--no-search"];
    rows.push(...(await runRounds([dateline(site, folder, `${count} articles`, flags)], runs)));
  }
  const [first] = rows;
  const seconds = (row: Row | undefined) => median(row?.runs.map((run) => run.seconds) ?? []);
  const exponent = Math.log(seconds(rows.at(-1)) / seconds(first)) / Math.log(1 / (steps[0] ?? 1));
  return {
    title: `Growth, ${search ? "with search" : "search left out"}: time grows as N^${exponent.toFixed(2)}`,
    rows,
    peers: [first?.name ?? ""],
  };
}

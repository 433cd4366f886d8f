/** What an archive costs that is built in parts, a year on each of several machines: here one after the other. */
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { started } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { benchmarkNow, firstYear, writeGeneratedSite } from "./generate.ts";
import { type Command, type Measurement, measure } from "./measure.ts";
import { outputSize } from "./output-size.ts";
import type { Report, Row } from "./report.ts";

const yearCount = 8;
/** What no default heap holds is not built at once. */
const mostAtOnce = 100_000;

/** @throws if the merge of the parts differs from a build at once in any byte */
export async function benchParts({ articles, search, corpus, folder }: BenchmarkOptions): Promise<Report> {
  const site = join(folder, "site");
  await writeGeneratedSite(site, articles, { corpus, cards: false, years: yearCount });
  const build = (...flags: readonly string[]): Command => ({
    file: process.execPath,
    args: [
      ...started("build"),
      ...["--site", site, "--now", benchmarkNow, ...(search ? [] : ["--no-search"]), ...flags],
    ],
  });
  const cache = join(site, ".cache");
  const ready = join(folder, "parts");
  await mkdir(ready);
  const parts: Measurement[] = [];
  for (let year = firstYear; year < firstYear + yearCount; year += 1) {
    const part = await measure([build("--part", String(year))]);
    process.stderr.write(`Part ${year}: ${part.seconds.toFixed(1)} s\n`);
    parts.push(part);
    // As on a machine of its own, the next knows nothing of it.
    await rename(join(cache, "parts", String(year)), join(ready, String(year)));
    await rm(cache, { recursive: true });
  }
  await mkdir(cache);
  await rename(ready, join(cache, "parts"));
  const merged = join(folder, "merged");
  const merge = await measure([build("--merge", "--output", merged)]);
  const rows: Row[] = [
    { name: "a part", runs: parts },
    { name: "the merge", runs: [merge], counts: await outputSize(merged) },
  ];
  if (articles <= mostAtOnce) {
    const whole = join(folder, "whole");
    rows.push({ name: "at once", runs: [await measure([build("--fresh", "--output", whole)])] });
    await measure([{ file: "diff", args: ["-r", "-q", merged, whole] }]);
  }
  return {
    title: `${articles} ${corpus} articles of a sentence in parts of ${yearCount} years, ${search ? "with search, " : "search and "}cards left out`,
    rows,
    // Each part is a run: none of another row stands beside it.
    peers: [],
  };
}

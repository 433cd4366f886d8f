/** A full build from nothing, beside its peers. */
import { join } from "node:path";
import { filesBelow } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { writeGeneratedSite } from "./generate.ts";
import { dateline, eleventy, floor, hugo, withPagefind } from "./peers.ts";
import type { Report } from "./report.ts";
import { type Contender, runRounds } from "./rounds.ts";

export async function benchBuild({ articles, runs, search, folder }: BenchmarkOptions): Promise<Report> {
  const site = join(folder, "site");
  await writeGeneratedSite(site, articles);
  const hugoContender = await hugo(articles, folder);
  const withoutSearch = [
    dateline(site, folder, "Dateline", ["--no-search"]),
    hugoContender,
    floor(site, folder),
    await eleventy(articles, folder),
  ];
  const withSearch = [
    dateline(site, folder, "Dateline with search", []),
    hugoContender && withPagefind(hugoContender, folder),
  ];
  const contenders = (search ? withSearch : withoutSearch).filter(
    (one): one is Contender => one !== undefined,
  );
  const rows = await runRounds(contenders, runs);
  if (!search) await refuseDifference(contenders);
  return {
    title: `Full build, ${articles} articles, ${search ? "with search" : "search left out"}, ${runs} runs`,
    rows,
    peers: ["Hugo", "floor", "Hugo, then Pagefind"],
  };
}

/** The floor is only a floor where it writes the same bytes. */
async function refuseDifference(contenders: readonly Contender[]): Promise<void> {
  const [built, floored] = await Promise.all(
    ["Dateline", "floor"].map((name) =>
      filesBelow(contenders.find((contender) => contender.name === name)?.outputFolder ?? ""),
    ),
  );
  const paths = new Set([...(built?.keys() ?? []), ...(floored?.keys() ?? [])]);
  const different = [...paths].filter((path) => built?.get(path) !== floored?.get(path));
  if (different.length > 0)
    throw new Error(`Dateline and the floor differ: ${different.slice(0, 5).join(", ")}`);
}

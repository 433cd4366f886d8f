/** A full build from nothing, beside its peers. */
import { join } from "node:path";
import { filesBelow } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { writeGeneratedSite } from "./generate.ts";
import { changedPaths } from "./output-changes.ts";
import { dateline, eleventy, floor, hugo, withPagefind } from "./peers.ts";
import type { Report } from "./report.ts";
import { type Contender, outputFolderOf, runRounds } from "./rounds.ts";

export async function benchBuild({
  articles,
  runs,
  search,
  corpus,
  folder,
}: BenchmarkOptions): Promise<Report> {
  const site = join(folder, "site");
  const bareSite = join(folder, "site-without-cards");
  await writeGeneratedSite(site, articles, { corpus });
  await writeGeneratedSite(bareSite, articles, { corpus, cards: false });
  const hugoContender = await hugo(articles, corpus, folder);
  const own = dateline(bareSite, "Dateline, without search and cards", ["--no-search"]);
  const least = floor(bareSite);
  const withoutSearch = [
    dateline(site, "Dateline, without search", ["--no-search"]),
    own,
    hugoContender,
    least,
    await eleventy(articles, corpus, folder),
  ];
  const withSearch = [
    dateline(site, "Dateline as it comes", []),
    dateline(bareSite, "Dateline, without cards", []),
    hugoContender && withPagefind(hugoContender),
  ];
  const contenders = (search ? withSearch : withoutSearch).filter(
    (one): one is Contender => one !== undefined,
  );
  const rows = await runRounds(contenders, runs, folder);
  if (!search) await refuseDifference(outputFolderOf(own, runs, folder), outputFolderOf(least, runs, folder));
  return {
    title: `Full build, ${articles} ${corpus} articles, ${search ? "with search" : "search left out"}, ${runs} runs`,
    rows,
    peers: ["Hugo", "floor", "Eleventy", "Hugo, then Pagefind"],
  };
}

/** The floor is only a floor where it writes the same bytes. */
async function refuseDifference(built: string, floored: string): Promise<void> {
  const different = changedPaths(await filesBelow(built), await filesBelow(floored));
  if (different.length > 0)
    throw new Error(`Dateline and the floor differ: ${different.slice(0, 5).join(", ")}`);
}

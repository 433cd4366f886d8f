/** What a push costs: the second build of a site in which one thing has changed, in a cold process. */
import { join } from "node:path";
import { copyProject } from "../project-copy.ts";
import { filesBelow } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { writeGeneratedSite } from "./generate.ts";
import { type Measurement, measure } from "./measure.ts";
import { type ChangeCounts, changeCounts, changedPaths } from "./output-changes.ts";
import { datelineBuild, datelineCheck, hugo, withPagefind } from "./peers.ts";
import { pushes } from "./pushes.ts";
import { mostOfEach, type Report, type Row } from "./report.ts";
import { outputFolderOf } from "./rounds.ts";
import { removeSpent } from "./spent.ts";

type PushRow = { readonly name: string; readonly runs: Measurement[]; readonly counts: ChangeCounts[] };

export async function benchPush({
  articles,
  runs,
  search,
  corpus,
  folder,
}: BenchmarkOptions): Promise<Report> {
  const site = join(folder, "site");
  const project = join(folder, "project");
  await writeGeneratedSite(site, articles, { corpus });
  await copyProject(project);
  const flags = search ? [] : ["--no-search"];
  const plainHugo = await hugo(articles, corpus, folder);
  const peer = plainHugo && search ? withPagefind(plainHugo) : plainHugo;
  const peerBuilds: Measurement[] = [];
  const fullBuilds: Measurement[] = [];
  const checks: Measurement[] = [];
  const pushRows = pushes.map(({ name }): PushRow => ({ name, runs: [], counts: [] }));
  for (let run = 1; run <= runs; run += 1) {
    if (peer) peerBuilds.push(await measure(peer.commandsInto(outputFolderOf(peer, run, folder))));
    const output = join(folder, `output-${run}`);
    fullBuilds.push(await measure([datelineBuild(site, output, ["--fresh", ...flags], project)]));
    let before = await filesBelow(output);
    for (const [index, { name, named, change }] of pushes.entries()) {
      const check = named === undefined ? undefined : datelineCheck(site, join(site, named), project);
      // Before others are checked for the first time, nothing is known of which texts are alike.
      if (check) await measure([check]);
      await change({ site, project, articles, corpus, run });
      if (check) checks.push(await measure([check]));
      const measurement = await measure([datelineBuild(site, output, flags, project)]);
      process.stderr.write(`Run ${run} of ${runs}: ${name} ${measurement.seconds.toFixed(1)} s\n`);
      const after = await filesBelow(output);
      if (changedPaths(before, after).length === 0) throw new Error(`${name}: nothing has changed`);
      pushRows[index]?.runs.push(measurement);
      pushRows[index]?.counts.push(changeCounts(before, after));
      // An index from nothing takes longer than all that is measured in a run: one proof of each push is enough.
      if (!search || run === runs) {
        const fresh = join(folder, `proof-${run}-${index}`);
        await measure([datelineBuild(site, fresh, ["--fresh", ...flags], project)]);
        refuseDifference(name, after, await filesBelow(fresh));
        await removeSpent(fresh);
      }
      before = after;
    }
    await removeSpent(output);
    if (peer) await removeSpent(outputFolderOf(peer, run, folder));
  }
  const rows: Row[] = [
    { name: "full build", runs: fullBuilds },
    ...pushRows.map((row) => ({ ...row, counts: mostOfEach(row.counts) })),
    { name: "check of that article, before the commit", runs: checks },
    ...(peer ? [{ name: peer.name, runs: peerBuilds }] : []),
  ];
  return {
    title: `Pushes, ${articles} ${corpus} articles, ${search ? "with search" : "search left out"}, ${runs} runs`,
    rows,
    peers: ["full build", peer?.name ?? ""],
  };
}

/** What `npm run build -- --verify` does, but for deleting the fresh build at once. */
function refuseDifference(
  push: string,
  pushed: ReadonlyMap<string, string>,
  fresh: ReadonlyMap<string, string>,
): void {
  const different = changedPaths(pushed, fresh);
  if (different.length > 0)
    throw new Error(`${push}: the build differs from one from nothing: ${different.slice(0, 5).join(", ")}`);
}

/** How long an import takes beside a build of what it imported, how much memory it needs, and what a second run costs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { started } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { type Command, measure } from "./measure.ts";
import { dateline } from "./peers.ts";
import type { Report } from "./report.ts";
import { outputFolderOf, runRounds } from "./rounds.ts";
import { writeWxr } from "./wxr.ts";

const settings = "title: The Benchmark\nurl: https://benchmark.example\ncards: false\n";

export async function benchImport({ articles, runs, folder }: BenchmarkOptions): Promise<Report> {
  const export_ = join(folder, "export.xml");
  const bytes = await writeWxr(export_, articles);
  const importing = {
    name: `import of ${articles} posts`,
    commandsInto: (site: string) => {
      mkdirSync(join(site, "articles"), { recursive: true });
      writeFileSync(join(site, "site.yaml"), settings);
      return [importCommand(export_, site)];
    },
  };
  const imports = await runRounds([importing], runs, folder);
  const site = outputFolderOf(importing, runs, folder);
  const builds = await runRounds([dateline(site, "build", ["--no-search"])], runs, folder);
  const again = { name: "import again", runs: [await measure([importCommand(export_, site)])] };
  return {
    title: `Import of a WordPress export of ${Math.round(bytes / 1e6)} MB, and a build of what came of it`,
    rows: [...imports, ...builds, again],
    peers: ["build"],
  };
}

function importCommand(file: string, site: string): Command {
  return { file: process.execPath, args: [...started("import"), file, "--site", site] };
}

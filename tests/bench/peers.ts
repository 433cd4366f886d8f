/** The other generators, each with a site like Dateline's and the same articles. */
import { spawnSync } from "node:child_process";
import { cp, mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder } from "../../src/publish/disk/project.js";
import { started } from "../site-folder.ts";
import { benchmarkNow, type Corpus, generatedSite } from "./generate.ts";
import { type Command, script } from "./measure.ts";
import type { Contender } from "./rounds.ts";

/** The same work without checks and without Eleventy. */
export function floor(siteFolder: string): Contender {
  return {
    name: "floor",
    commandsInto: (output) => [script("tests/bench/floor.ts", [siteFolder, output])],
  };
}

/** Dateline from nothing, search left out unless flags say otherwise. */
export function dateline(siteFolder: string, name: string, flags: readonly string[]): Contender {
  return { name, commandsInto: (output) => [datelineBuild(siteFolder, output, ["--fresh", ...flags])] };
}

/** `npm run build` of a project, this one unless told otherwise. */
export function datelineBuild(
  siteFolder: string,
  outputFolder: string,
  flags: readonly string[],
  project?: string,
): Command {
  const args = ["--site", siteFolder, "--output", outputFolder, "--now", benchmarkNow, ...flags];
  return { file: process.execPath, args: [...started("build", project), ...args] };
}

/** `npm run check` of an article. */
export function datelineCheck(siteFolder: string, file: string, project?: string): Command {
  return {
    file: process.execPath,
    args: [...started("check", project), "--site", siteFolder, "--now", benchmarkNow, file],
  };
}

/** Hugo, if there is one on the path. */
export async function hugo(
  articleCount: number,
  corpus: Corpus,
  folder: string,
): Promise<Contender | undefined> {
  if (spawnSync("hugo", ["version"]).status !== 0) {
    process.stderr.write("There is no hugo on the path: it is left out.\n");
    return undefined;
  }
  const source = join(folder, "hugo");
  await cp(join(projectFolder, "tests/bench/hugo"), source, { recursive: true });
  for (const { path, text } of generatedSite(articleCount, { corpus })) {
    const [root, year, month] = path.split("/");
    // Hugo has no archive by months of its own: the month is a taxonomy.
    if (root === "articles") {
      await writeText(
        join(source, "content", path),
        text.replace("---\n", `---\nmonths: [${year}-${month}]\n`),
      );
    }
  }
  await writeText(join(source, "content/articles/_index.md"), "---\ntitle: Latest\nurl: /latest/\n---\n");
  await writeText(join(source, "content/search.md"), "---\ntitle: Search\n---\n");
  return {
    name: "Hugo",
    commandsInto: (output) => [
      { file: "hugo", args: ["--source", source, "--destination", output, "--quiet"] },
    ],
  };
}

/** A contender followed by Pagefind over its pages, as its documentation says. */
export function withPagefind(contender: Contender): Contender {
  const index = (output: string): Command => ({
    file: process.execPath,
    args: ["node_modules/pagefind/lib/runner/bin.cjs", "--site", output],
  });
  return {
    name: `${contender.name}, then Pagefind`,
    commandsInto: (output) => [...contender.commandsInto(output), index(output)],
  };
}

/** Eleventy as people usually write it. */
export async function eleventy(articleCount: number, corpus: Corpus, folder: string): Promise<Contender> {
  const source = join(folder, "eleventy");
  await cp(join(projectFolder, "tests/bench/eleventy"), source, { recursive: true });
  await writeText(join(source, "package.json"), '{"type":"module"}\n');
  await symlink(join(projectFolder, "node_modules"), join(source, "node_modules"), "dir");
  for (const { path, text } of generatedSite(articleCount, { corpus })) {
    if (path.startsWith("articles/")) await writeText(join(source, path), text);
  }
  const args = ["node_modules/@11ty/eleventy/cmd.cjs", "--quiet"];
  return {
    name: "Eleventy",
    commandsInto: (output) => [
      { file: process.execPath, args: [...args, `--output=${output}`], folder: source },
    ],
  };
}

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

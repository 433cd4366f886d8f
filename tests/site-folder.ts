/** Small site folders for tests, and commands run in them as a user would. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { onTestFinished } from "vitest";
import { reportText } from "../src/content/diagnostics/report.ts";
import { projectFolder } from "../src/publish/disk/project.js";
import { withoutProgress } from "./command-run.ts";

export { run } from "./command-run.ts";

/** A site.yaml with only what must be there. */
export const smallSite = "title: The Small Paper\nurl: https://small.example\n";

/** An article file with only what must be there; `lines` are further lines of front matter. */
export function articleText(
  title: string,
  date: string,
  lines: readonly string[] = [],
  body = "Text.",
): string {
  const categories = lines.some((line) => line.startsWith("categories:")) ? [] : ["categories: [News]"];
  return ["---", `title: ${title}`, `date: ${date}`, ...categories, ...lines, "---", body, ""].join("\n");
}

/** Makes a site folder of files by path; it is removed when the test ends. Unless they say otherwise it has no cards. */
export async function siteFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "articles"));
  await writeFiles(folder, { "site.yaml": `${smallSite}cards: false\n`, ...files });
  return folder;
}

/** Writes files by path relative to a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** The moment at which test sites are built, unless a test says otherwise. */
export const now = "2026-11-24T00:00:00Z";

/** How a test asks for a build that is not the usual one: the flags of `npm run build`. */
export type BuildFlags = {
  readonly now?: string;
  readonly drafts?: boolean;
  readonly fresh?: boolean;
  readonly atomic?: boolean;
  readonly url?: string;
  readonly tellMedia?: (done: number, total: number) => void;
};

/**
 * Builds a site folder without its search index, and gives what was written. Throws where that fails. All builds of a
 * test file are made in its own process, which loads what they need once; what a command says and how it exits is
 * seen by `run`.
 */
export async function builtSite(folder: string, flags: BuildFlags = {}): Promise<Map<string, string>> {
  // Most tests that make site folders build none.
  const { buildSite } = await import("../src/publish/site/build-site.ts");
  const { publishedDesk } = await import("../src/desk/editor/editor-files.ts");
  const { now: moment = now, drafts = false, ...others } = flags;
  const { diagnostics, isPublished } = await buildSite({
    ...others,
    siteFolder: folder,
    outputFolder: join(folder, "_site"),
    nowMs: Date.parse(moment),
    drafts,
    search: false,
    deskOf: publishedDesk,
  });
  if (!isPublished) throw new Error(reportText(diagnostics, "text"));
  const files = await filesBelow(join(folder, "_site"));
  return new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes, "latin1").toString("utf8")]));
}

/** Every file below a folder: its bytes as Latin-1 text, by path with forward slashes. */
export async function filesBelow(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), await readFile(path, "latin1"));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export type CommandResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** How Node is asked for a command of a project, as package.json has it. */
export function started(command: string, project = projectFolder): [file: string, command: string] {
  return [join(project, "src/cli/start.js"), command];
}

/** Runs a command in a process of its own, which takes ten times as long as `run`. */
export function runApart(command: string, ...flags: string[]): Promise<CommandResult> {
  return runIn(projectFolder, command, ...flags);
}

/** Runs a command of a copy of the project. */
export function runIn(project: string, command: string, ...flags: string[]): Promise<CommandResult> {
  return runAs({}, project, command, ...flags);
}

/** The same as a user, in another folder than the project's, or on a machine set otherwise: what is left out is as for this process. */
export async function runAs(
  user: {
    readonly uid?: number;
    readonly gid?: number;
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
  },
  project: string,
  command: string,
  ...flags: string[]
): Promise<CommandResult> {
  const child = spawn(process.execPath, [...started(command, project), ...flags], {
    cwd: project,
    ...user,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? -1));
  });
  return { exitCode, stdout, stderr: withoutProgress(stderr) };
}

/**
 * Builds of a small site, killed before every file operation of publishing, and built again each time. A script of its
 * own, since Eleventy loads its configuration as commands do: `node --import tsx tests/publish/output/kills.ts SCENARIO`.
 * Of the operations before the output is touched, and of second kills, it tries every tenth; with `--every` all of them,
 * which takes minutes.
 *
 * What a killed process leaves is what the disk holds before its next operation. So one build goes through, and before
 * each of its operations the whole site folder is copied: every copy is what a kill at that operation leaves. With a
 * number as second argument, the process really kills itself before that operation; what this leaves is compared.
 */
import { deepStrictEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { publishedDesk } from "../../../src/desk/editor/editor-files.ts";
import { ownListName } from "../../../src/publish/output/standing/own-files.ts";
import { buildSite } from "../../../src/publish/site/build-site.ts";
import { articleText, smallSite, writeFiles } from "../../site-folder.ts";
import { onFileOperation, untold } from "./file-operations.ts";

const { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } = untold;

type Flags = { readonly fresh?: boolean; readonly atomic?: boolean };

const build = async (flags: Flags = {}): Promise<void> => {
  const { diagnostics } = await buildSite({
    deskOf: publishedDesk,
    siteFolder: site,
    outputFolder: join(site, "_site"),
    nowMs: Date.parse("2026-11-24"),
    drafts: false,
    search: false,
    ...flags,
  });
  deepStrictEqual(diagnostics, []);
};

const first = {
  "site.yaml": `${smallSite}cards: false\n`,
  "articles/a.md": articleText("A", "2026-11-01"),
  "articles/b.md": articleText("B", "2026-11-02", ["tags: [ferry]"]),
};
const second = {
  "articles/a.md": articleText("A, edited", "2026-11-01"),
  "articles/c.md": articleText("C", "2026-11-03", ["categories: [Sport]"]),
};
const theirs = { "_site/CNAME": "small.example", "_site/.git/HEAD": "ref: refs/heads/pages" };

async function siteBuiltBefore(site: string, others: Readonly<Record<string, string>>): Promise<void> {
  await writeFiles(site, first);
  await build();
  await writeFiles(site, { ...second, ...others });
  rmSync(join(site, "articles/b.md"));
}

/** What stands in a site folder before the build that is killed, and how that is asked for. */
const scenarios: Readonly<
  Record<string, { readonly prepare: (site: string) => Promise<void>; readonly flags?: Flags }>
> = {
  first: { prepare: (site) => writeFiles(site, first) },
  "first-among-others": { prepare: (site) => writeFiles(site, { ...first, ...theirs }) },
  incremental: { prepare: (site) => siteBuiltBefore(site, theirs) },
  fresh: { prepare: (site) => siteBuiltBefore(site, {}), flags: { fresh: true } },
  atomic: { prepare: (site) => siteBuiltBefore(site, theirs), flags: { atomic: true } },
};

/** Everything in a folder: of files the content, of folders that they are there. The process is left out of names. */
function treeOf(folder: string, isWanted: (path: string) => boolean = () => true): Record<string, string> {
  const tree: Record<string, string> = {};
  const visit = (place: string): void => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = join(place, entry.name);
      const shown = anonymous(relative(folder, path).split(sep).join("/"));
      if (!isWanted(shown)) continue;
      tree[shown] = entry.isDirectory() ? "a folder" : readFileSync(path, "latin1");
      if (entry.isDirectory()) visit(path);
    }
  };
  visit(folder);
  return tree;
}

/** Names without what differs from one process to another. */
function anonymous(text: string): string {
  return text
    .replace(/(?<=\.dateline-_site-\w+)-\d+-[0-9a-f]+/g, "")
    .replace(/[.-][0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "")
    .replace(/(?<=\/(?:\.dateline-)?published)-[\w-]{22}/g, "");
}

/** What readers see, and what lies beside it. The cache may differ. */
const published = (site: string) =>
  treeOf(site, (path) => !/^(?:\.cache|articles|site\.yaml)(?:$|\/)/.test(path));

type State = { readonly operation: string; readonly copy: string };

/** The state of a site folder before each operation of a task that changes it. */
async function statesOf(task: () => Promise<void>): Promise<State[]> {
  const copies = mkdtempSync(join(work, "states-"));
  const found: State[] = [];
  onFileOperation((operation) => {
    if (!isInside(operation)) return;
    const copy = join(copies, String(found.length));
    copyFolder(site, copy);
    found.push({ operation: shownOperation(operation), copy });
  });
  await task();
  onFileOperation(undefined);
  return found;
}

/** Whether an operation is on a file of the site folder. What is written to open files is, too: no others are open. */
const isInside = (operation: string) => operation.includes(site) || /^write \d+$/.test(operation);
const shownOperation = (operation: string) =>
  anonymous(operation.replaceAll(site, "")).replace(/^write \d+/, "write");

function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}

/** Goes back to a state, in the folder where the record of its output is looked for. It is used up by this. */
function goBackTo({ copy }: State): void {
  rmSync(site, { recursive: true, force: true });
  renameSync(copy, site);
}

/** The operations that are told are all there are: from one to the next, no more changes than one operation can change. */
function expectNoOtherChanges(states: readonly State[]): void {
  for (const [index, { operation, copy }] of states.entries()) {
    const next = states[index + 1];
    if (next === undefined || operation.startsWith("rename /")) continue;
    const [before, after] = [treeOf(copy), treeOf(next.copy)];
    const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (path) => before[path] !== after[path],
    );
    const most = operation.startsWith("renameSync") ? 2 : 1;
    deepStrictEqual(changed.length <= most, true, `${operation} changes ${changed.join(", ")}`);
  }
}

/** Kills a process that builds like this one before one of its operations, and gives what it leaves. */
function leftByKill(index: number): { readonly operation: string; readonly tree: Record<string, string> } {
  const { signal, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", fileURLToPath(import.meta.url), name, String(index)],
    { encoding: "utf8" },
  );
  deepStrictEqual(signal, "SIGKILL", stderr);
  const [folder = "", operation = ""] = stdout.split("\n");
  const tree = published(join(folder, "site"));
  rmSync(folder, { recursive: true });
  return { operation, tree };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: "boolean", default: false } },
});
const [name = "", killedAt] = positionals;
const step = values.every ? 1 : 10;
const scenario = scenarios[name];
if (scenario === undefined) throw new Error(`there is no scenario "${name}"`);
const work = mkdtempSync(join(tmpdir(), "dateline-kills-"));
const site = join(work, "site");
await scenario.prepare(site);

if (killedAt !== undefined) {
  let count = 0;
  onFileOperation((operation) => {
    if (!isInside(operation)) return;
    if (count === Number(killedAt)) {
      untold.writeSync(1, `${work}\n${shownOperation(operation)}\n`);
      process.kill(process.pid, "SIGKILL");
    }
    count += 1;
  });
  await build(scenario.flags);
  throw new Error("there is no such operation");
}

const foreign = published(site);
const states = await statesOf(() => build(scenario.flags));
expectNoOtherChanges(states);
const built = published(site);
await build({ fresh: true });
const expected = published(site);
deepStrictEqual(built, expected);
for (const [path, content] of Object.entries(foreign)) {
  if (/^_site\/(?:CNAME|\.git)/.test(path)) deepStrictEqual(expected[path], content, path);
}

// Until the output is touched, all that is written is thrown away, and goes file by file alike.
const publishing = states.findIndex(
  ({ operation }) => / \/_site/.test(operation) && !operation.startsWith("linkSync"),
);
const reallyKilled = Math.floor((publishing + states.length) / 2);
const { operation, tree } = leftByKill(reallyKilled);
deepStrictEqual(operation, states[reallyKilled]?.operation);
deepStrictEqual(tree, published(states[reallyKilled]?.copy ?? ""), `really killed before: ${operation}`);

// Killed again, while what the first kill left is cleared up.
let killedTwice = 0;
for (const state of states.filter(({ copy }, index) => index === publishing + 1 || isHalfSwapped(copy))) {
  const copy = join(work, "again");
  copyFolder(state.copy, copy);
  goBackTo({ ...state, copy });
  const second = await statesOf(() => build());
  const tidying = second.slice(
    1,
    1 + second.findIndex(({ operation }) => operation.startsWith("mkdir /.dateline-")),
  );
  for (const again of tidying.filter((_, index) => index % step === 0 || index + 1 === tidying.length)) {
    goBackTo(again);
    await build();
    deepStrictEqual(
      published(site),
      expected,
      `killed before ${state.operation}, then before ${again.operation}`,
    );
    killedTwice += 1;
  }
}

const killed = states.filter((_, index) => index >= publishing || index % step === 0);
for (const state of killed) {
  goBackTo(state);
  await build();
  deepStrictEqual(published(site), expected, `killed before: ${state.operation}`);
}

rmSync(work, { recursive: true });
process.stdout.write(
  `${states.length - publishing} operations of publishing; killed ${killed.length} times and ${killedTwice} times twice.\n`,
);

/** Whether the output is taken away and not yet replaced, or has just been replaced. */
function isHalfSwapped(copy: string): boolean {
  const names = readdirSync(copy);
  const old = names.find((other) => other.startsWith(".dateline-_site-old-"));
  if (old === undefined) return false;
  return !names.includes("_site") || readdirSync(join(copy, old)).includes(ownListName);
}

/** What git knows of the articles of a site folder. Nothing is changed, not even git's own index. */
import { type SpawnSyncReturns, spawnSync } from "node:child_process";

/** What cannot be asked of git, in words for the command line. */
export class GitFault extends Error {}

export type ChangedFile = {
  /** Relative to the site folder, with forward slashes. */
  readonly file: string;
  readonly before: Uint8Array;
};

export type Changes = {
  /** When the revision was committed, in milliseconds since 1970. */
  readonly revisionMs: number;
  readonly files: readonly ChangedFile[];
};

/**
 * The files of the articles folder that are not as they were at a revision, under the names they have now: those
 * that were renamed are followed, once git has been told of the new name.
 *
 * @throws GitFault if the site folder is in no git checkout, or has no such revision
 */
export function changesSince(siteFolder: string, revision: string): Changes {
  if (revision.startsWith("-") || revision === "") {
    throw new GitFault(`"${revision}" is not a revision; name a commit, a branch or a tag`);
  }
  const git = (args: readonly string[], input = "") => runGit(siteFolder, args, input);
  if (git(["rev-parse", "--is-inside-work-tree"]).status !== 0) {
    throw new GitFault("the site folder is in no git checkout, so that nothing is known of its past");
  }
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (commit.status !== 0) {
    throw new GitFault(`git knows no revision "${revision}"; name a commit, a branch or a tag`);
  }
  const id = commit.stdout.toString().trim();
  const time = outputOf(git(["show", "--no-patch", "--format=%ct", id]));
  const raw = outputOf(
    git(["diff", "--raw", "-z", "--no-abbrev", "--find-renames", "--relative", id, "--", "articles"]),
  );
  const changed = readRawDiff(raw.toString());
  const blobs = outputOf(git(["cat-file", "--batch"], changed.map(({ blob }) => `${blob}\n`).join("")));
  return {
    revisionMs: Number(time.toString().trim()) * 1000,
    files: readBlobs(blobs).map((before, index) => ({ file: changed[index]?.file ?? "", before })),
  };
}

/** https://git-scm.com/docs/git-diff#_raw_output_format */
function readRawDiff(raw: string): { readonly file: string; readonly blob: string }[] {
  const fields = raw.split("\0");
  const changed: { file: string; blob: string }[] = [];
  for (let at = 0; at + 1 < fields.length; ) {
    const [, , blob = "", , status = ""] = (fields[at] ?? "").split(" ");
    const isRenamed = status.startsWith("R");
    const file = fields[at + (isRenamed ? 2 : 1)] ?? "";
    if (isRenamed || status === "M") changed.push({ file, blob });
    at += isRenamed ? 3 : 2;
  }
  return changed;
}

/** https://git-scm.com/docs/git-cat-file#_batch_output */
function readBlobs(output: Buffer): Uint8Array[] {
  const blobs: Uint8Array[] = [];
  for (let at = 0; at < output.length; ) {
    const headEnd = output.indexOf(0x0a, at);
    const size = Number(output.toString("latin1", at, headEnd).split(" ")[2]);
    blobs.push(output.subarray(headEnd + 1, headEnd + 1 + size));
    at = headEnd + 1 + size + 1;
  }
  return blobs;
}

type GitResult = SpawnSyncReturns<Buffer>;

function outputOf({ status, stdout, stderr }: GitResult): Buffer {
  if (status !== 0) throw new GitFault(`git says: ${stderr.toString().trim()}`);
  return stdout;
}

function runGit(folder: string, args: readonly string[], input: string): GitResult {
  const result = spawnSync("git", ["-C", folder, ...args], {
    env: { ...process.env, GIT_OPTIONAL_LOCKS: "0" },
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  // A git that ends before it has read everything is told by its exit code.
  if (result.error === undefined || result.status !== null) return result;
  throw new GitFault("git cannot be started; install it to look into the past");
}

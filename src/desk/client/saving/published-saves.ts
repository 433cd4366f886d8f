/**
 * Saves of a published desk. The editor knows texts with one kind of line ends and no byte-order mark; before a commit
 * leaves for the git host, the articles in it are written in the way of the files they replace.
 */
import { fromBase64, toBase64 } from "@exodus/bytes/base64.js";
import { utf8fromString } from "@exodus/bytes/utf8.js";
import { articleName } from "../../../content/names/name-order.ts";
import { isRecord } from "../../../content/writing/article-form.ts";
import { endedAlike, writtenAlike } from "../../../content/writing/written-alike.ts";

/** An article in a commit: what it holds, and how to put another content in its place. */
type Saved = { readonly path: string; readonly content: string; readonly replace: (content: string) => void };

/** A commit as a git host is asked for it. */
type Commit = {
  readonly articles: readonly Saved[];
  /** Files that are taken away: where an article may have been before it was moved. */
  readonly removed: readonly string[];
  /** Where the bytes of a file can be read, as the branch has it. */
  readonly addressOf: (path: string) => string;
};

type Fetch = typeof fetch;

const isArticle = (path: unknown): path is string =>
  typeof path === "string" && path.startsWith("articles/") && articleName.test(path);

/** A fetch that leaves all requests alone but commits. */
export function keepingBytes(send: Fetch): Fetch {
  return async (input, init) => {
    const address = typeof input === "string" ? input : undefined;
    if (init?.method !== "POST" || address === undefined || typeof init.body !== "string")
      return send(input, init);
    const body = parsed(init.body);
    const commit = isRecord(body)
      ? (commitOfGitHub(address, body) ?? commitOfGitLab(address, body))
      : undefined;
    if (commit === undefined) return send(input, init);
    const headers = new Headers(init.headers);
    headers.delete("Content-Type");
    headers.set("Accept", "application/vnd.github.raw+json, text/plain");
    const read = async (path: string): Promise<string | undefined> => {
      const response = await send(commit.addressOf(path), { headers });
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`${path} cannot be read at the git host (${response.status})`);
      return textOf(new Uint8Array(await response.arrayBuffer()));
    };
    for (const { path, content, replace } of commit.articles) {
      const written = (await read(path)) ?? (await moved(commit, read));
      if (written !== undefined) replace(writtenAlike(written, endedAlike(written, content)));
    }
    return send(input, { ...init, body: JSON.stringify(body) });
  };
}

/** The file that became the one article of a commit, if it was moved. */
async function moved(
  { articles, removed }: Commit,
  read: (path: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const [from, ...others] = removed.filter(isArticle);
  return articles.length === 1 && from !== undefined && others.length === 0 ? read(from) : undefined;
}

/** https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch */
function commitOfGitHub(address: string, body: Readonly<Record<string, unknown>>): Commit | undefined {
  const { variables } = body;
  const input = isRecord(variables) ? variables["input"] : undefined;
  const changes = isRecord(input) ? input["fileChanges"] : undefined;
  if (!address.endsWith("/graphql") || !isRecord(input) || !isRecord(changes)) return undefined;
  const { branch, expectedHeadOid } = input;
  const repository = isRecord(branch) ? branch["repositoryNameWithOwner"] : undefined;
  const root = address.slice(0, -"/graphql".length);
  return {
    articles: recordsOf(changes["additions"]).flatMap((addition) => {
      const { path, contents } = addition;
      if (!isArticle(path) || typeof contents !== "string") return [];
      const content = textOf(fromBase64(contents));
      const replace = (text: string) => Object.assign(addition, { contents: toBase64(utf8fromString(text)) });
      return content === undefined ? [] : [{ path, content, replace }];
    }),
    removed: recordsOf(changes["deletions"]).map(({ path }) => String(path)),
    addressOf: (path) => `${root}/repos/${repository}/contents/${encodeURI(path)}?ref=${expectedHeadOid}`,
  };
}

/** https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions */
function commitOfGitLab(address: string, body: Readonly<Record<string, unknown>>): Commit | undefined {
  const { actions, branch } = body;
  const project = /^(.*\/projects\/[^/]+\/repository)\/commits$/.exec(address)?.[1];
  if (project === undefined || !Array.isArray(actions)) return undefined;
  return {
    articles: recordsOf(actions).flatMap((action) => {
      const { file_path: path, content, encoding } = action;
      if (!isArticle(path) || typeof content !== "string" || encoding !== "text") return [];
      const replace = (text: string) =>
        Object.assign(action, { content: toBase64(utf8fromString(text)), encoding: "base64" });
      return action["action"] === "delete" ? [] : [{ path, content, replace }];
    }),
    removed: recordsOf(actions).map(({ previous_path: path }) => String(path)),
    addressOf: (path) =>
      `${project}/files/${encodeURIComponent(path)}/raw?ref=${encodeURIComponent(String(branch))}`,
  };
}

function recordsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** With its byte-order mark; undefined where the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

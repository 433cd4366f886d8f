import { describe, expect, test } from "vitest";
import { keepingBytes } from "../../../../src/desk/client/saving/published-saves.ts";

const path = "articles/2026/11/두 ferries.md";
const file = "\uFEFF---\r\ntitle: Night ferry\r\n---\r\n\r\nWords.\r\n\r\n";
const edited = "---\ntitle: Day ferry\n---\n\nWords.\n";
const saved = file.replace("Night", "Day");

const base64 = (text: string) => Buffer.from(text).toString("base64");
const fromBase64 = (text: string) => Buffer.from(text, "base64").toString("utf8");

/** A git host with files at addresses: tells what it was sent. */
function hostOf(files: Readonly<Record<string, string | Uint8Array>>, statusOfOthers = 404) {
  const sent: { readonly address: string; readonly body: string; readonly headers: Headers }[] = [];
  const send = keepingBytes(async (input, init) => {
    const address = String(input);
    if (init?.method === "POST") {
      sent.push({ address, body: String(init.body), headers: new Headers(init.headers) });
      return new Response("{}");
    }
    const content = files[decodeURIComponent(address)];
    expect(new Headers(init?.headers).get("Authorization")).toBe("token t");
    return content === undefined
      ? new Response("", { status: statusOfOthers })
      : new Response(typeof content === "string" ? content : new Uint8Array(content));
  });
  const post = async (address: string, body: unknown) => {
    const headers = { Authorization: "token t", "Content-Type": "application/json" };
    await send(address, { method: "POST", headers, body: JSON.stringify(body) });
    return JSON.parse(sent.at(-1)?.body ?? "");
  };
  return { post, sent };
}

const onGitHub = (name: string) => `https://api.github.com/repos/house/paper/contents/${name}?ref=abc`;

/** Commits at GitHub, and gives the text of its first file. */
async function committed(
  files: Readonly<Record<string, string | Uint8Array>>,
  deletions: readonly string[] = [],
) {
  const { variables } = await hostOf(files).post("https://api.github.com/graphql", {
    query: "mutation",
    variables: {
      input: {
        branch: { repositoryNameWithOwner: "house/paper", branchName: "main" },
        expectedHeadOid: "abc",
        fileChanges: {
          additions: [{ path, contents: base64(edited) }],
          deletions: deletions.map((name) => ({ path: name })),
        },
      },
    },
  });
  return fromBase64(variables.input.fileChanges.additions[0].contents);
}

describe("a save of a published desk", () => {
  test("keeps line ends, byte-order mark and the end of the file, at GitHub", async () => {
    expect(await committed({ [onGitHub(path)]: file })).toBe(saved);
  });

  test("keeps them at GitLab", async () => {
    const project = "https://gitlab.com/api/v4/projects/house%2Fpaper/repository";
    const { post } = hostOf({ [`${decodeURIComponent(project)}/files/${path}/raw?ref=main`]: file });
    const body = await post(`${project}/commits`, {
      branch: "main",
      actions: [{ action: "update", file_path: path, content: edited, encoding: "text" }],
    });
    expect(body.actions[0]).toMatchObject({ file_path: path, encoding: "base64" });
    expect(fromBase64(body.actions[0].content)).toBe(saved);
  });

  test("keeps those of an article that is moved", async () => {
    const old = "articles/2026/10/ferry.md";
    expect(await committed({ [onGitHub(old)]: file }, [old])).toBe(saved);
  });

  test("sends a new article, and one whose bytes are no text, as they are", async () => {
    expect(await committed({})).toBe(edited);
    expect(await committed({ [onGitHub(path)]: new Uint8Array([0xff, 0xfe, 0x41]) })).toBe(edited);
  });

  test("is not made where the file cannot be read", async () => {
    const { post, sent } = hostOf({}, 500);
    const body = {
      branch: "main",
      actions: [{ action: "update", file_path: path, content: edited, encoding: "text" }],
    };
    const commits = "https://gitlab.com/api/v4/projects/1/repository/commits";
    await expect(post(commits, body)).rejects.toThrow(`${path} cannot be read at the git host (500)`);
    expect(sent).toEqual([]);
  });

  test("leaves pictures, and requests that are no commits, alone", async () => {
    const { post, sent } = hostOf({});
    const picture = {
      action: "create",
      file_path: "articles/images/a.png",
      content: "AA==",
      encoding: "base64",
    };
    const body = { branch: "main", actions: [picture] };
    expect(await post("https://gitlab.com/api/v4/projects/1/repository/commits", body)).toEqual(body);
    const query = { query: "query { a }", variables: { owner: "house" } };
    expect(await post("https://api.github.com/graphql", query)).toEqual(query);
    expect(sent[0]?.headers.get("Content-Type")).toBe("application/json");
  });
});

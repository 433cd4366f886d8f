import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { sampleSettings, sampleText } from "../sample.ts";
import { run, siteFolder } from "../site-folder.ts";
import { launchBrowser } from "./browser.ts";
import { serveBuiltSite } from "./built-site-server.ts";
import { boxOf } from "./desk-page.ts";

const path = "articles/2026/11/harbour-tunnel-opens-after-nine-years.md";

/** As a person on Windows saved it, with an editor that leaves an empty line at the end. */
const article = `\uFEFF${(await sampleText(path)).trimEnd()}\n\n`
  .replace("image: {", "# image: {")
  .replaceAll("\n", "\r\n");

describe("a published desk", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(() => browser?.close());

  test("changes one line of a file with a byte-order mark and line ends of Windows, and no other byte", async () => {
    const settings = await sampleSettings();
    const folder = await siteFolder({
      ...settings,
      "site.yaml": `${settings["site.yaml"]}\ndesk: {backend: github, repo: house/paper}\n`,
      [path]: article,
    });
    expect(await run("build", "--site", folder, "--no-search")).toMatchObject({ exitCode: 0 });
    const server = await serveBuiltSite(join(folder, "_site"));
    onTestFinished(() => server.close());
    const page = await browser.newPage({ viewport: { width: 1300, height: 3000 } });
    onTestFinished(() => page.close());
    const repository = await gitHubFor(page, new Map([[path, article]]));
    await page.goto(`${server.origin}/desk/#/collections/articles/entries/${path.slice(9, -3)}`);
    await expect.poll(() => page.locator(".lexical-root table tr").count()).toBe(5);
    await boxOf(page, "Headline").fill("Harbour tunnel opens");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect
      .poll(() => repository.get(path))
      .toBe(article.replace("Harbour tunnel opens after nine years", "Harbour tunnel opens"));
  });
});

/** Stands in for GitHub, with one branch of these files; a person is signed in. Gives the files as they are after commits. */
async function gitHubFor(page: Page, files: Map<string, string>): Promise<ReadonlyMap<string, string>> {
  await page.addInitScript(() => {
    const user = { backendName: "github", token: "token-of-a-test", login: "mei", name: "Mei Tan" };
    localStorage.setItem("sveltia-cms.user", JSON.stringify(user));
  });
  const shaOf = (text: string) => createHash("sha1").update(text).digest("hex");
  const head = () => shaOf([...files].flat().join("\n"));
  const graphql = ({ query, variables }: { query: string; variables: Record<string, unknown> }): unknown => {
    if (query.includes("createCommitOnBranch")) {
      const { additions } = Object(variables["input"]).fileChanges;
      for (const { path: name, contents } of additions)
        files.set(name, Buffer.from(contents, "base64").toString("utf8"));
      const oids = Object.fromEntries(
        additions.map(({ path: name }: { path: string }, index: number) => [
          `file_${index}`,
          { oid: shaOf(files.get(name) ?? "") },
        ]),
      );
      return {
        createCommitOnBranch: { commit: { oid: head(), committedDate: "2026-11-21T00:00:00Z", ...oids } },
      };
    }
    const contents = [...query.matchAll(/(content_\d+): object\(oid: "(\w+)"\)/g)].map(
      ([, alias = "", oid]) => [
        alias,
        { text: [...files.values()].find((text) => shaOf(text) === oid), isTruncated: false },
      ],
    );
    if (contents.length > 0) return { repository: Object.fromEntries(contents) };
    const author = { name: "Mei Tan", email: "mei@paper.example", user: { id: 1, login: "mei" } };
    const history = {
      nodes: [{ oid: head(), message: "A commit", author, committedDate: "2026-11-20T00:00:00Z" }],
    };
    const metadata = [...query.matchAll(/(\w+_\d+): ref/g)].map(([, alias = ""]) => [
      alias,
      { target: { history } },
    ]);
    return { repository: { ref: { target: { history } }, ...Object.fromEntries(metadata) } };
  };
  await page.route("https://api.github.com/**", async (route: Route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" };
    const json = (value: unknown) => route.fulfill({ headers, json: value });
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers });
    if (pathname === "/graphql") return json({ data: graphql(request.postDataJSON()) });
    if (pathname === "/user")
      return json({ id: 1, login: "mei", name: "Mei Tan", email: "mei@paper.example" });
    if (pathname.includes("/collaborators/")) return route.fulfill({ status: 204, headers });
    if (pathname.includes("/git/trees/")) {
      const tree = [...files].map(([name, text]) => {
        return { type: "blob", path: name, sha: shaOf(text), size: Buffer.byteLength(text) };
      });
      return json({ tree, truncated: false });
    }
    const text = files.get(decodeURIComponent(pathname.replace("/repos/house/paper/contents/", "")));
    if (text !== undefined) return route.fulfill({ headers, body: Buffer.from(text) });
    return route.fulfill({ status: 404, headers, json: { message: "Not Found" } });
  });
  return files;
}

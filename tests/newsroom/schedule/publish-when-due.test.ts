import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { parse } from "smol-toml";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import * as scheduled from "../../../src/netlify/functions/publish-when-due.ts";
import { askWhetherDue, publishWhenDue } from "../../../src/newsroom/schedule/publish-when-due.ts";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { run } from "../../site-folder.ts";

const due = Date.parse("2026-12-01T00:30:00Z");

/** A site that answers with a text and a status wherever the build puts the moment, and a build hook beside it. */
async function published(text: string, status = 200, hookStatus = 200) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const isHook = request.url === "/hook";
    const isMoment = request.url === "/.well-known/next-publish.json";
    response.writeHead(isHook ? hookStatus : isMoment ? status : 404).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  const url = `http://127.0.0.1:${address.port}`;
  return { url, hook: `${url}/hook`, requests };
}

const waiting = '{"next": "2026-12-01T08:30:00+08:00"}\n';

describe("what starts the next build", () => {
  test("starts it once the moment is there that the site names", async () => {
    const { url, hook, requests } = await published(waiting);
    expect(await publishWhenDue(url, hook, due - 1)).toEqual({ kind: "not due" });
    expect(requests).toEqual(["GET /.well-known/next-publish.json"]);
    expect(await publishWhenDue(url, hook, due)).toEqual({ kind: "due" });
    expect(requests.slice(1)).toEqual(["GET /.well-known/next-publish.json", "POST /hook"]);
  });

  test.for([
    ["has no such file", "Not found", 404, "the answer is 404"],
    [
      "sends its front page for everything",
      "<!doctype html>",
      200,
      'it does not hold {"next": …} with a moment',
    ],
  ] as const)("starts nothing where the site %s, and says so", async ([, text, status, reason]) => {
    const { url, hook, requests } = await published(text, status);
    expect(await publishWhenDue(url, hook, due)).toEqual({
      kind: "unknown",
      reason: `${url}/.well-known/next-publish.json: ${reason}`,
    });
    expect(requests).toEqual(["GET /.well-known/next-publish.json"]);
  });

  test("starts nothing where the site is out of reach, and says so", async () => {
    const decision = await askWhetherDue("http://127.0.0.1:1", due);
    expect(decision).toMatchObject({
      kind: "unknown",
      reason: expect.stringContaining("http://127.0.0.1:1/.well-known/next-publish.json: it is out of reach"),
    });
  });

  test("fails where the hook refuses, without telling the hook's secret address", async () => {
    const { url, hook } = await published(waiting, 200, 403);
    await expect(publishWhenDue(url, hook, due)).rejects.toThrow(
      /^a story is due, but the build hook answers 403$/,
    );
  });

  test("needs no package, so that nothing has to be installed for it", async () => {
    const { metafile } = await build({
      entryPoints: ["src/cli/commands/due.ts", "src/netlify/functions/publish-when-due.ts"],
      absWorkingDir: projectFolder,
      bundle: true,
      platform: "node",
      format: "esm",
      metafile: true,
      write: false,
      outdir: "out",
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs).toContain("src/site/stories/next-publish.ts");
    expect(inputs.filter((input) => !input.startsWith("src/"))).toEqual([]);
  });
});

describe("the command for CI", () => {
  test("says whether the site has to be built", async () => {
    const { url } = await published(waiting);
    const asked = (now: string) => run("due", "--url", url, "--now", now);
    expect(await asked("2026-12-01T00:29:59Z")).toEqual({ exitCode: 0, stdout: "not due\n", stderr: "" });
    expect(await asked("2026-12-01T00:30:00Z")).toEqual({ exitCode: 0, stdout: "due\n", stderr: "" });
  });

  test("fails where the site does not tell, so that somebody looks", async () => {
    const { url } = await published("", 503);
    expect(await run("due", "--url", url)).toEqual({
      exitCode: 1,
      stdout: "",
      stderr: `${url}/.well-known/next-publish.json: the answer is 503\n`,
    });
  });

  test("has to be told where the site is", async () => {
    expect(await run("due")).toMatchObject({ exitCode: 2, stdout: "" });
    expect(await run("due", "--url", "news.example")).toMatchObject({ exitCode: 2, stdout: "" });
  });
});

describe("Netlify", () => {
  const log = vi.spyOn(console, "log");
  beforeEach(() => void log.mockReset().mockImplementation(() => {}));

  /** Sets variables of the environment for a test. */
  function setEnvironment(values: Readonly<Record<string, string | undefined>>): void {
    const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
    const set = ([name, value]: readonly [string, string | undefined]) => {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    };
    Object.entries(values).forEach(set);
    onTestFinished(() => before.forEach(set));
  }

  test("finds one function, which runs every quarter of an hour", async () => {
    const { functions } = parse(await readFile(join(projectFolder, "netlify.toml"), "utf8"));
    expect(functions).toEqual({ directory: "src/netlify/functions" });
    expect(await readdir(join(projectFolder, "src/netlify/functions"))).toEqual(["publish-when-due.ts"]);
    expect(scheduled.config).toEqual({ schedule: "*/15 * * * *" });
  });

  test("builds a site whose moment is past", async () => {
    const { url, hook, requests } = await published('{"next": "2020-01-01T00:00:00Z"}');
    setEnvironment({ URL: url, PUBLISH_BUILD_HOOK: hook });
    await scheduled.default();
    expect(requests).toEqual(["GET /.well-known/next-publish.json", "POST /hook"]);
  });

  test("asks nobody where no hook is set", async () => {
    const { url, requests } = await published(waiting);
    setEnvironment({ URL: url, PUBLISH_BUILD_HOOK: undefined });
    await scheduled.default();
    expect(requests).toEqual([]);
    expect(log).toHaveBeenCalledWith(expect.stringContaining("PUBLISH_BUILD_HOOK is not set"));
  });

  test("shows a run as failed where the site does not tell", async () => {
    const { url, hook } = await published("", 503);
    setEnvironment({ URL: url, PUBLISH_BUILD_HOOK: hook });
    await expect(scheduled.default()).rejects.toThrow("the answer is 503");
  });
});

describe("GitHub", () => {
  const workflow = async (name: string): Promise<unknown> =>
    parseYaml(await readFile(join(projectFolder, ".github/workflows", name), "utf8"));

  test("looks every quarter of an hour, only where it is told the address of the site", async () => {
    expect(await workflow("publish-when-due.yml")).toMatchObject({
      on: { schedule: [{ cron: "7,22,37,52 * * * *" }] },
      permissions: {},
      jobs: { ask: { if: "vars.SITE_URL != ''", permissions: { contents: "read", actions: "write" } } },
    });
  });

  test("lets the build be started by it, and ends a build of main before it begins the next", async () => {
    const site = await workflow("site.yml");
    expect(site).toHaveProperty(["on", "workflow_dispatch"]);
    expect(site).toHaveProperty(
      ["concurrency", "cancel-in-progress"],
      expect.stringContaining("github.event_name == 'pull_request'"),
    );
  });

  test("starts the build when the site says so, and only then", async () => {
    const { jobs } = z
      .object({
        jobs: z.object({ ask: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
      })
      .parse(await workflow("publish-when-due.yml"));
    const script = jobs.ask.steps.at(-1)?.run ?? "";
    const started = async (text: string) => {
      const { url } = await published(text);
      const folder = await programs({
        gh: 'echo "gh $*"',
        node: `exec "${process.execPath}" --import tsx "$@"`,
      });
      const environment = { PATH: `${folder}:${process.env["PATH"]}`, SITE_URL: url };
      const { stdout } = await promisify(execFile)("bash", ["-eo", "pipefail", "-c", script], {
        cwd: projectFolder,
        env: { ...environment, GITHUB_REPOSITORY: "paper/site", GITHUB_REF_NAME: "main" },
      });
      return stdout;
    };
    expect(await started('{"next": null}')).toBe("not due\n");
    expect(await started('{"next": "2020-01-01T00:00:00Z"}')).toBe(
      "due\ngh workflow run site.yml --repo paper/site --ref main\n",
    );
    await expect(started("<!doctype html>")).rejects.toThrow("it does not hold");
  });
});

/** A folder of programs by name, each a line of shell. */
async function programs(lines: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-programs-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, line] of Object.entries(lines)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  }
  return folder;
}

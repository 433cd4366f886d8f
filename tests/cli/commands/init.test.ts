import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { parse as parseToml } from "smol-toml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readArticle } from "../../../src/content/article/reading/article-reading.ts";
import { commands, projectFolder } from "../../../src/publish/disk/project.js";
import { contentRules, readSite } from "../../../src/site/settings/site.ts";
import { type CommandResult, filesBelow, run, siteFolder, writeFiles } from "../../site-folder.ts";

const flags = ["--title", "Ferries: *news*", "--url", "https://ferries.example", "--timezone", "Asia/Seoul"];

async function emptyFolder(): Promise<string> {
  return join(await siteFolder({}), "paper");
}

async function textsOf(folder: string): Promise<Map<string, string>> {
  const files = await filesBelow(folder);
  return new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes, "latin1").toString("utf8")]));
}

/** What stands in lists of files below a line. */
function listed({ stdout }: CommandResult, head: string): string[] {
  const [, list = ""] = stdout.split(`${head}:\n`);
  return (/^(?: {2}.*\n)+/.exec(list)?.[0] ?? "").trim().split(/\n */);
}

describe("what dateline init writes", () => {
  let folder: string;
  let result: CommandResult;
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "dateline-init-")), "paper");
    result = await run("init", folder, ...flags);
    files = await textsOf(folder);
  });

  afterAll(() => rm(dirname(folder), { recursive: true }));

  test("is a site folder that nothing is wrong with, with all that npm, hosts and editors need, and no engine", () => {
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    const [article = ""] = [...files.keys()].filter((path) => path.startsWith("articles/"));
    expect(article).toMatch(/^articles\/\d{4}\/\d\d\/our-first-story\.md$/);
    expect([...files.keys()].sort()).toEqual(
      [
        ".eleventy.ts",
        ".github/workflows/publish-when-due.yml",
        ".github/workflows/site.yml",
        ".gitignore",
        ".nvmrc",
        ".vscode/article.code-snippets",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".vscode/tasks.json",
        "README.md",
        article,
        "netlify.toml",
        "package.json",
        "pages/about.md",
        "site.yaml",
      ].sort(),
    );
    expect(listed(result, `Written in ${folder}`)).toEqual([...files.keys()].sort());
    expect(result.stdout).toContain(`Go on with:\n  cd ${folder}\n  npm install\n  npm start\n`);

    const { site, diagnostics } = readSite(files.get("site.yaml") ?? "");
    expect(diagnostics).toEqual([]);
    expect(site).toMatchObject({
      title: "Ferries: *news*",
      url: "https://ferries.example",
      language: "en",
      timezone: "Asia/Seoul",
    });
    if (site === undefined) throw new Error("site.yaml is at fault");
    const bytes = Buffer.from(files.get(article) ?? "");
    expect(readArticle(article, bytes, contentRules(site, new Map())).diagnostics).toEqual([]);
    expect(files.get("README.md")).toMatch(/^# Ferries: \\\*news\\\*\n/);
  });

  test("has a script for every other command, and depends on Dateline", () => {
    const { scripts, dependencies } = JSON.parse(files.get("package.json") ?? "");
    const { init: _, ...others } = commands;
    expect(scripts).toEqual(
      Object.fromEntries(Object.keys(others).map((name) => [name, `dateline ${name}`])),
    );
    // No package installed this one: it is a folder of the machine.
    const path = relative(folder, projectFolder);
    expect(dependencies).toEqual({ dateline: `file:${path}` });
    expect(result.stdout).toContain(
      `package.json has Dateline from ${path}, which is on this machine alone.`,
    );
  });

  test("publishes by the clock with the package, and names nothing that only Dateline's repository has", async () => {
    const { jobs } = parse(files.get(".github/workflows/publish-when-due.yml") ?? "");
    const runs = jobs.ask.steps.flatMap((step: { run?: string }) => step.run ?? []);
    expect(runs).toEqual(["npm ci", expect.stringContaining('$(npm run --silent due -- --url "$SITE_URL")')]);
    const { build, functions, plugins } = parseToml(files.get("netlify.toml") ?? "");
    expect({ build, functions, plugins }).toMatchObject({
      build: { command: "npm run build", publish: "_site" },
      functions: { directory: "node_modules/dateline/src/netlify/functions" },
      plugins: [{ package: "./node_modules/dateline/src/netlify/plugin" }],
    });
    expect(JSON.parse(files.get(".vscode/settings.json") ?? "")).toMatchObject({
      "yaml.schemas": { "node_modules/dateline/.vscode/site.schema.json": "site.yaml" },
    });
    expect(files.get(".gitignore")).toBe(await readFile(join(projectFolder, ".gitignore"), "utf8"));
    const own = [...files].filter(([, text]) => /(?<!dateline\/)(?:src|docs|tests)\//.test(text));
    expect(own.map(([path]) => path)).toEqual([]);
  });
});

describe("dateline init", () => {
  test("begins in English where the publication has another language, and says so", async () => {
    const folder = await emptyFolder();
    await run("init", folder, ...flags, "--language", "ar");
    const files = await textsOf(folder);
    expect(files.get("site.yaml")).toContain("language: ar\n");
    expect(files.get("pages/about.md")).toContain("language: en\n");
    const [article] = [...files].find(([path]) => path.startsWith("articles/")) ?? [];
    expect(files.get(article ?? "")).toContain("language: en\n");
  });

  test("changes no file that is there, lists those it left, and says what package.json lacks", async () => {
    const folder = await emptyFolder();
    await mkdir(folder);
    const own = {
      ".gitignore": "secrets\n",
      "package.json": '{"scripts": {"start": "dateline start", "build": "make"}}\n',
      "pages/about.md": "---\ntitle: Us\n---\nWe.\n",
    };
    await writeFiles(folder, own);
    const result = await run("init", folder, ...flags);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listed(result, "Left as they were")).toEqual([".gitignore", "package.json", "pages/about.md"]);
    expect(result.stdout).toContain(
      'package.json has no check, desk, due, eleventy, import, new among its scripts. This adds them:\n  npm pkg set "scripts.check=dateline check" ',
    );
    const files = await textsOf(folder);
    for (const [path, text] of Object.entries(own)) expect(files.get(path), path).toBe(text);
    expect([...files.keys()]).toContain("site.yaml");

    const again = await run("init", folder);
    expect(again).toMatchObject({ exitCode: 0, stderr: "" });
    expect(again.stdout).not.toContain("Written");
    expect(await textsOf(folder)).toEqual(files);
  });

  test("adds no first story and no page to a publication that is there", async () => {
    const folder = await siteFolder({ "site.yaml": "title: Old\nurl: https://old.example\n" });
    const result = await run("init", folder);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(listed(result, "Left as they were")).toEqual(["site.yaml"]);
    const added = [...(await filesBelow(folder)).keys()];
    expect(added).toContain("netlify.toml");
    expect(added.filter((path) => /^(?:articles|pages)\/|^README/.test(path))).toEqual([]);
  });

  test("writes nothing where it cannot write everything", async () => {
    const folder = await emptyFolder();
    await writeFiles(folder, { ".vscode": "a file in the way of a folder", "netlify.toml": "own\n" });
    const before = await filesBelow(folder);
    const result = await run("init", folder, ...flags);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain(join(folder, ".vscode"));
    expect(await filesBelow(folder)).toEqual(before);
  });

  test.for([
    [[], "Name one folder"],
    [["a"], "Give --title and --url"],
    [["a", "--title", "Times", "--url", "x.example"], '--url: "x.example" is not the address of a site'],
  ] as const)("told only %j, says what is wrong: %s", async ([given, said]) => {
    const result = await run("init", ...given);
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain(said);
  });
});

import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { commands, projectFolder } from "../../src/publish/disk/project.js";
import { withoutProgress } from "../command-run.ts";
import { type CommandResult, filesBelow, writeFiles } from "../site-folder.ts";
import { sourceFilesBelow } from "../source-imports.ts";

const manifestSchema = z.object({
  version: z.string(),
  bin: z.object({ dateline: z.string() }),
  dependencies: z.record(z.string(), z.string()),
});
const readManifest = async (folder: string) =>
  manifestSchema.parse(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));

/** Runs a line in a folder as a person types it; what npm asks the network for is refused. */
async function typed(folder: string, line: string): Promise<CommandResult> {
  const env = { ...process.env, npm_config_offline: "true", npm_config_cache: join(folder, "../npm") };
  return promisify(execFile)("bash", ["-c", line], { cwd: folder, env }).then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr: withoutProgress(stderr) }),
    ({ code, stdout, stderr }) => ({ exitCode: code, stdout, stderr: withoutProgress(stderr) }),
  );
}

/** A tarball that `npm pack` makes of a folder, and the files that are in it. */
async function packed(folder: string, destination: string) {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--pack-destination", destination],
    { cwd: folder },
  );
  const [made] = z
    .array(z.object({ filename: z.string(), files: z.array(z.object({ path: z.string() })) }))
    .parse(JSON.parse(stdout));
  if (made === undefined) throw new Error("npm pack made nothing");
  return { tarball: join(destination, made.filename), files: made.files.map(({ path }) => path).sort() };
}

/**
 * Has npm install a tarball without a network: a lock file tells it of no packages beside it, and those that it needs are this
 * project's, linked.
 */
async function install(folder: string, tarball: string): Promise<void> {
  const { version, bin, dependencies } = await readManifest(projectFolder);
  const spec = `file:${relative(folder, tarball)}`;
  const manifest: { dependencies?: Record<string, string> } = await readFile(
    join(folder, "package.json"),
    "utf8",
  ).then(JSON.parse, () => ({}));
  manifest.dependencies = { ...manifest.dependencies, dateline: spec };
  const lock = {
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { dependencies: manifest.dependencies },
      "node_modules/dateline": { version, resolved: spec, bin },
    },
  };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await writeFile(join(folder, "package-lock.json"), JSON.stringify(lock));
  expect(await typed(folder, "npm ci")).toMatchObject({ exitCode: 0 });
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(projectFolder, "node_modules", name), link);
  }
}

/** Runs a command by its script. */
function npmRun(folder: string, command: string, ...flags: readonly string[]): Promise<CommandResult> {
  return typed(folder, ["npm run --silent", command, "--", ...flags].join(" "));
}

/** Runs a command where no package.json has scripts. */
function npx(folder: string, command: string, flags: string): Promise<CommandResult> {
  return typed(folder, `npx dateline ${command} ${flags}`);
}

/** What belongs to the newsroom: everything but what npm and Dateline make. */
async function ownFilesOf(folder: string): Promise<Map<string, string>> {
  const files = await filesBelow(folder);
  return new Map([...files].filter(([path]) => !/^(?:node_modules|_site|\.cache|package)\b/.test(path)));
}

describe("the package", () => {
  let place: string;
  let folder: string;
  let files: readonly string[];
  let told: CommandResult;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), "dateline-package-"));
    folder = join(place, "paper");
    await mkdir(folder);
    const made = await packed(projectFolder, place);
    files = made.files;
    await install(folder, made.tarball);
    const flags = "--title 'The Harbour Times' --url https://harbour.example --timezone Asia/Seoul";
    told = await npx(folder, "init", `. ${flags}`);
    const [, scriptsLine = ""] = /^ {2}(npm pkg set .*)$/m.exec(told.stdout) ?? [];
    expect(await typed(folder, scriptsLine)).toMatchObject({ exitCode: 0 });
  });

  afterAll(() => rm(place, { recursive: true, force: true }));

  test("holds the code, the templates, what docs users need and the schemas, and no test, sample article or picture", async () => {
    const source = (await sourceFilesBelow("src")).filter((path) => !path.startsWith("src/cli/project/"));
    expect(files).toEqual(expect.arrayContaining(source));
    const templates = (await filesBelow(join(projectFolder, "templates"))).keys();
    expect(files).toEqual(expect.arrayContaining([...templates].map((path) => `templates/${path}`)));
    const docs = (await readdir(join(projectFolder, "docs"))).filter((name) => name.endsWith(".md"));
    const others = files.filter((path) => !/^(?:src|templates)\//.test(path));
    expect(others).toEqual(
      [
        ".eleventy.ts",
        ".github/workflows/publish-when-due.yml",
        ".github/workflows/site.yml",
        ".nvmrc",
        ".vscode/article.code-snippets",
        ".vscode/article.schema.json",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        ".vscode/site.schema.json",
        ".vscode/tasks.json",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "netlify.toml",
        "package.json",
        ...docs.map((name) => `docs/${name}`),
      ].sort(),
    );
    expect(files.filter((path) => /\.test\.|(?:^|\/)cli\/project\//.test(path))).toEqual([]);
  });

  test("has the version that the newest release of the changelog has", async () => {
    const changelog = await readFile(join(projectFolder, "CHANGELOG.md"), "utf8");
    const [unreleased, newest] = [...changelog.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
    expect(unreleased).toBe("Unreleased");
    const { version } = await readManifest(projectFolder);
    expect(newest).toMatch(new RegExp(`^${version.replaceAll(".", "\\.")}, \\d{4}-\\d\\d-\\d\\d$`));
  });

  test("makes a site folder where it is installed, and says how the package.json there gets the commands", async () => {
    expect(told).toMatchObject({ exitCode: 0, stderr: "" });
    const { scripts } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const { init: _, ...others } = commands;
    expect(Object.keys(scripts).sort()).toEqual(Object.keys(others).sort());
  });

  test("is what a site folder depends on that is made elsewhere by it", async () => {
    await npx(folder, "init", "../elsewhere/b --title B --url https://b.example");
    const { dependencies } = JSON.parse(await readFile(join(place, "elsewhere/b/package.json"), "utf8"));
    const { version } = await readManifest(projectFolder);
    expect(dependencies).toEqual({ dateline: `file:../../dateline-${version}.tgz` });
  });

  test("brings types for a configuration, which is checked strictly", async () => {
    const check = `${join(projectFolder, "node_modules/.bin/tsc")} --noEmit --strict --module nodenext .eleventy.ts`;
    expect(await typed(folder, check)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const own = join(folder, "wrong.ts");
    const text = await readFile(join(folder, ".eleventy.ts"), "utf8");
    await writeFile(own, text.replace("eleventy.addPlugin(dateline)", 'eleventy.addFiltre("shout", String)'));
    const wrong = await typed(folder, check.replace(".eleventy.ts", "wrong.ts"));
    await rm(own);
    expect(wrong.stdout).toContain("Property 'addFiltre' does not exist");
  });

  test("checks and builds the site, by Eleventy's own command line too; an update leaves own files alone and shows what is new", async () => {
    expect(await npmRun(folder, "check")).toEqual({
      exitCode: 0,
      stdout: "Checked 1 article: no errors.\n",
      stderr: "",
    });
    await writeFiles(folder, {
      "site.yaml": `${await readFile(join(folder, "site.yaml"), "utf8")}cards: false\n`,
      ".eleventy.ts": (await readFile(join(folder, ".eleventy.ts"), "utf8")).replace(
        "eleventy.addPlugin(dateline);",
        'eleventy.addPlugin(dateline);\n  eleventy.addGlobalData("motto", "All the news");',
      ),
      "templates/pages/not-found.njk": "<!doctype html><p>{{ motto }}: nothing here.</p>\n",
    });
    expect(await npmRun(folder, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    const site = await filesBelow(join(folder, "_site"));
    expect(site.get("index.html")).toContain("<title>The Harbour Times");
    expect(site.get("404.html")).toBe("<!doctype html><p>All the news: nothing here.</p>\n");
    expect([...site.keys()]).toEqual(expect.arrayContaining(["about/index.html", "pagefind/parts.json"]));
    expect(await npmRun(folder, "eleventy", "--quiet", "--output=again")).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
    const again = await filesBelow(join(folder, "again"));
    await rm(join(folder, "again"), { recursive: true });
    const isSame = ([path]: readonly [string, string]) => again.get(path) === site.get(path);
    expect([...site].filter((file) => !isSame(file)).map(([path]) => path)).toEqual([]);

    const before = await ownFilesOf(folder);
    const release = join(place, "release");
    const installed = join(folder, "node_modules/dateline");
    await cp(installed, release, {
      recursive: true,
      filter: (path) => path !== join(installed, "node_modules"),
    });
    const manifest = JSON.parse(await readFile(join(release, "package.json"), "utf8"));
    await writeFile(join(release, "package.json"), JSON.stringify({ ...manifest, version: "999.0.0" }));
    const layout = join(release, "templates/layouts/base.njk");
    const text = await readFile(layout, "utf8");
    await writeFile(layout, text.replace("</body>", "<p>The new release.</p></body>"));
    await install(folder, (await packed(release, place)).tarball);
    expect(await npmRun(folder, "build")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await ownFilesOf(folder)).toEqual(before);
    const updated = await filesBelow(join(folder, "_site"));
    expect(updated.get("index.html")).toContain("The new release.");
    expect(updated.get("404.html")).toBe(site.get("404.html"));
  });
});

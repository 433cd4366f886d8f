import { execFileSync, spawn } from "node:child_process";
import { chmod, readFile, rename, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { articleText, filesBelow, run, siteFolder, smallSite, started } from "../../site-folder.ts";

const site = `${smallSite}categories: [{name: News}, {name: Business}]\n`;

describe("npm run check -- --fix", () => {
  const files = {
    "site.yaml": site,
    "articles/a.md": articleText("A", "20.11.2026", ["categories: [Buisness] # noted"], "Text. "),
    "articles/b.md": articleText("B", "2026-11-20", ["tags: [ferry]"]),
    "articles/c.md": articleText("C", "2026-11-20", ["tags: [ferry]"]),
    "articles/d.md": articleText("D", "2026-11-20", ["tags: [Ferry]"]),
  };
  const diff = [
    "articles/a.md",
    "@@ line 3 @@",
    "-date: 20.11.2026",
    "-categories: [Buisness] # noted",
    "+date: 2026-11-20",
    "+categories: [Business] # noted",
    "@@ line 6 @@",
    "-Text.·",
    "+Text.",
    "",
    "articles/d.md",
    "@@ line 5 @@",
    "-tags: [Ferry]",
    "+tags: [ferry]",
    "",
  ].join("\n");

  test("shows what it puts right, writes it, and touches nothing else", async () => {
    const folder = await siteFolder(files);
    await chmod(join(folder, "articles/a.md"), 0o640);
    expect(await run("check", "--site", folder, "--fix")).toEqual({
      exitCode: 0,
      stdout: `${diff}\n2 files changed.\nChecked 4 articles: no errors.\n`,
      stderr: "",
    });
    expect(await readFile(join(folder, "articles/a.md"), "utf8")).toBe(
      "---\ntitle: A\ndate: 2026-11-20\ncategories: [Business] # noted\n---\nText.\n",
    );
    expect((await stat(join(folder, "articles/a.md"))).mode & 0o777).toBe(0o640);
    expect([...(await filesBelow(folder)).keys()]).toEqual([...Object.keys(files)].sort());
    expect((await run("check", "--site", folder, "--fix")).stdout).toBe(
      "There is nothing to put right.\nChecked 4 articles: no errors.\n",
    );
  });

  test("with --dry-run only shows it", async () => {
    const folder = await siteFolder(files);
    const before = await filesBelow(folder);
    const { exitCode, stdout } = await run("check", "--site", folder, "--fix", "--dry-run");
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`${diff}\n2 files would be changed.\n`);
    expect(await filesBelow(folder)).toEqual(before);
  });

  test("writes the file that a symbolic link leads to, and keeps the link", async () => {
    const folder = await siteFolder({ "site.yaml": site, "kept/a.md": files["articles/a.md"] });
    await symlink("../kept/a.md", join(folder, "articles/a.md"));
    await run("check", "--site", folder, "--fix");
    expect(await readFile(join(folder, "kept/a.md"), "utf8")).toContain("date: 2026-11-20\n");
  });

  test.for([["--dry-run"], ["--fix", "--watch"], ["--fix", "--format", "json"]])(
    "goes with what it goes with: %j is a fault of the command line",
    async (flags) => {
      expect(await run("check", ...flags)).toMatchObject({ exitCode: 2, stdout: "" });
    },
  );
});

test("npm run check -- --watch checks again when a file is saved, until it is ended", async () => {
  const folder = await siteFolder({ "articles/a.md": articleText("A", "2026-11-20") });
  const child = spawn(process.execPath, [...started("check"), "--site", folder, "--watch"], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  let shown = "";
  const seen = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => shown.includes(text) && resolve();
      child.stdout.on("data", look);
      look();
    });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    shown += text;
  });
  await seen("Checked 1 article: no errors.\n");
  await writeFile(join(folder, "articles/a.md"), articleText("A", "someday"));
  await seen('articles/a.md:3:7 error bad-date: "someday" is not a date');
  await writeFile(join(folder, "articles/a.md"), articleText("Done.", "2026-11-20"));
  await seen("articles/a.md:2:8 warning headline-full-stop:");
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
});

describe("npm run check -- --since", () => {
  const odd = "articles/öde „straße“ - 경제.md";
  const body = "The tunnel is 3.4 kilometres long.\n\nIt was built in nine years by eleven crews.";
  const changed = "The tunnel is 4.3 kilometers long.\n\nIt was built in nine years by eleven crews.";
  const published = (lines: readonly string[] = [], text = body) =>
    articleText("Tunnel", "2026-11-20", lines, text);

  /** A checkout whose first commit, tagged v1, holds these files. */
  async function checkout(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = await siteFolder(files);
    const git = (...args: string[]) =>
      execFileSync(
        "git",
        ["-C", folder, "-c", "user.name=Desk", "-c", "user.email=desk@small.example", ...args],
        {
          env: { ...process.env, GIT_COMMITTER_DATE: "2026-11-23T00:00:00Z" },
        },
      );
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--no-gpg-sign", "--message=All");
    git("-c", "tag.gpgsign=false", "tag", "v1");
    return folder;
  }

  const warnings = async (folder: string, ...flags: string[]) =>
    (await run("check", "--site", folder, "--since", "v1", "--now", "2026-11-24", ...flags)).stdout
      .split("\n")
      .filter((line) => line.includes("silent-edit"));

  test("warns of a published story whose text changed, naming the lines, whatever its file is called", async () => {
    const folder = await checkout({ [odd]: published() });
    await writeFile(join(folder, odd), published([], `${changed}\n\nIt leaks.`));
    expect(await warnings(folder)).toEqual([
      `${odd}:6:1 warning silent-edit: the text changed in lines 6 and 10 since v1, and readers are not told; set "updated" or add to "corrections"`,
    ]);
    expect(await run("check", "--site", folder, "--since", "v1")).toMatchObject({ exitCode: 0 });
  });

  test("follows a file that was renamed, and a headline that changed", async () => {
    const folder = await checkout({ "articles/a.md": published() });
    await rename(join(folder, "articles/a.md"), join(folder, "articles/b.md"));
    await writeFile(
      join(folder, "articles/b.md"),
      published().replace("title: Tunnel", "title: Tunnel leaks"),
    );
    execFileSync("git", ["-C", folder, "add", "--all"]);
    expect(await warnings(folder)).toEqual([
      expect.stringMatching(/^articles\/b\.md:2:1 .* in line 2 since v1/),
    ]);
  });

  test.for([
    ["typing mistakes", published(), published([], body.replace("eleven", "elveen"))],
    ["other changes of front matter", published(), published(["tags: [tunnel]"])],
    ["stories with a new update", published(), published(["updated: 2026-11-23"], changed)],
    [
      "stories with a new correction",
      published(),
      published(["corrections: [{date: 2026-11-23, text: It is longer.}]"], changed),
    ],
    ["drafts", published(["draft: true"]), published(["draft: true"], changed)],
    ["drafts that came out", published(["draft: true"]), published([], changed)],
    ["stories that were taken back", published(), published(["draft: true"], changed)],
  ])("has nothing to say of %s", async ([, before = "", after = ""]) => {
    const folder = await checkout({ "articles/a.md": before });
    await writeFile(join(folder, "articles/a.md"), after);
    expect(await warnings(folder)).toEqual([]);
  });

  test("has nothing to say of a story that was still to come at the revision", async () => {
    const [before, after] = [body, changed].map((text) =>
      articleText("Tunnel", "2026-11-23 12:00", [], text),
    );
    const folder = await checkout({ "articles/a.md": before ?? "" });
    await writeFile(join(folder, "articles/a.md"), after ?? "");
    expect(await warnings(folder)).toEqual([]);
  });

  test("is a fault of the command line outside a checkout, and for a revision that is none", async () => {
    const outside = await siteFolder({});
    const nowhere = await run("check", "--site", outside, "--since", "v1");
    expect(nowhere).toMatchObject({ exitCode: 2, stdout: "" });
    expect(nowhere.stderr).toContain("--since: the site folder is in no git checkout");
    const folder = await checkout({});
    const unknown = await run("check", "--site", folder, "--since", "v2");
    expect(unknown).toMatchObject({ exitCode: 2, stdout: "" });
    expect(unknown.stderr).toContain('--since: git knows no revision "v2"; name a commit, a branch or a tag');
    const flag = await run("check", "--site", folder, "--since=--output=stolen");
    expect(flag).toMatchObject({ exitCode: 2, stdout: "" });
    expect(flag.stderr).toContain('--since: "--output=stolen" is not a revision');
  });
});

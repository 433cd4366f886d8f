import { spawn } from "node:child_process";
import { chmod, lstat, mkdir, readdir, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { recordFileIn } from "../../../src/publish/changes/parts/year-folder.ts";
import { projectFolder } from "../../../src/publish/disk/project.js";
import { openOutput } from "../../../src/publish/output/output.ts";
import { ownListText } from "../../../src/publish/output/standing/own-files.ts";
import {
  articleText,
  builtSite,
  filesBelow,
  now,
  run,
  runApart,
  siteFolder,
  smallSite,
  started,
  writeFiles,
} from "../../site-folder.ts";

const oneArticle = { "articles/a.md": articleText("A", "2026-11-01") };

/** A folder that a killed build may have left. No process has its number: Linux counts to 4,194,304 at most. */
function leftover(role: string): string {
  return `.dateline-_site-${role}-99999999`;
}

/** What stands in a site folder beside its own files. */
async function left(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => ![".cache", "articles", "site.yaml"].includes(name)).sort();
}

describe("the output folder", () => {
  test("is replaced whole: what is no longer part of the site is gone", async () => {
    const folder = await siteFolder({ ...oneArticle, "articles/b.md": articleText("B", "2026-11-02") });
    await builtSite(folder);
    await rename(join(folder, "articles/b.md"), join(folder, "b-put-aside.md"));
    const files = await builtSite(folder);
    expect(files.has("2026/11/a/index.html")).toBe(true);
    expect(files.has("2026/11/b/index.html")).toBe(false);
  });

  test("keeps its permissions where it is replaced", async () => {
    const folder = await siteFolder(oneArticle);
    await builtSite(folder);
    await chmod(join(folder, "_site"), 0o750);
    await builtSite(folder, { atomic: true, fresh: true });
    expect((await stat(join(folder, "_site"))).mode & 0o777).toBe(0o750);
  });

  test("is refused where it holds files of somebody else, and they stay", async () => {
    const folder = await siteFolder({ ...oneArticle, "papers/thesis.txt": "years of work" });
    const result = await run("build", "--site", folder, "--output", join(folder, "papers"), "--no-search");
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain("papers holds files that Dateline did not write");
    expect(await filesBelow(join(folder, "papers"))).toEqual(new Map([["thesis.txt", "years of work"]]));
  });

  test("is refused where it is a file", async () => {
    const folder = await siteFolder({ ...oneArticle, "thesis.txt": "years of work" });
    const result = await run(
      "build",
      "--site",
      folder,
      "--output",
      join(folder, "thesis.txt"),
      "--no-search",
    );
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain("thesis.txt is a file; give --output the name of a folder");
  });

  test("may be an empty folder that is there already", async () => {
    const folder = await siteFolder(oneArticle);
    await mkdir(join(folder, "_site"));
    expect((await builtSite(folder)).has("index.html")).toBe(true);
  });

  test("stays whole when a build is killed, and the next build clears up after it", async () => {
    const folder = await siteFolder(oneArticle);
    await builtSite(folder);
    const before = await filesBelow(join(folder, "_site"));
    await writeFiles(folder, { "articles/b.md": articleText("B", "2026-11-02") });
    await killedWhileWriting(folder);
    expect(await left(folder)).toEqual([
      expect.stringMatching(/^\.dateline-_site-new-\d+-[0-9a-f]+$/),
      "_site",
    ]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);

    const after = await builtSite(folder);
    expect(after.has("2026/11/b/index.html")).toBe(true);
    expect(await left(folder)).toEqual(["_site"]);
  });

  test("comes back where a build was killed between taking the old one away and putting the new one in", async () => {
    const folder = await siteFolder(oneArticle);
    await builtSite(folder);
    const before = await filesBelow(join(folder, "_site"));
    await rename(join(folder, "_site"), join(folder, leftover("old")));
    await writeFiles(folder, { "articles/broken.md": "no front matter" });
    expect((await run("build", "--site", folder, "--no-search")).exitCode).toBe(1);
    expect(await left(folder)).toEqual(["_site"]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
  });
});

describe("what is not Dateline's in the output folder", () => {
  const theirs = {
    "_site/.git/HEAD": "ref: refs/heads/pages",
    "_site/.git/objects/aa/bb": "a commit",
    "_site/CNAME": "news.example",
    "_site/.well-known/security.txt": "Contact: mailto:desk@news.example",
    "_site/2026/11/a/notes.txt": "beside a page",
  };
  const named =
    "Left as it is, since Dateline did not write it: .git/, .well-known/security.txt, 2026/11/a/notes.txt, CNAME.\n";

  async function siteWithTheirs(): Promise<string> {
    const folder = await siteFolder({ ...oneArticle, "articles/b.md": articleText("B", "2026-11-02") });
    await builtSite(folder);
    await writeFiles(folder, theirs);
    return folder;
  }

  async function expectTheirs(folder: string): Promise<void> {
    const files = await filesBelow(folder);
    for (const [path, content] of Object.entries(theirs))
      expect([path, files.get(path)]).toEqual([path, content]);
  }

  const flagsOf: readonly string[][] = [["--fresh"], ["--atomic"]];
  test.for(flagsOf)("stays through a build with %j, while pages that are gone go", async (flags) => {
    const folder = await siteWithTheirs();
    await rm(join(folder, "articles/b.md"));
    const result = await run("build", "--site", folder, "--no-search", "--now", now, ...flags);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain(named);
    await expectTheirs(folder);
    expect(await readdir(join(folder, "_site/2026/11"))).toEqual(["a"]);
    expect(await left(folder)).toEqual(["_site"]);
  });

  test("is named by the first build that meets it, and by no other", async () => {
    const folder = await siteWithTheirs();
    const build = () => run("build", "--site", folder, "--no-search", "--now", now);
    expect((await build()).stdout).toContain(named);
    expect((await build()).stdout).not.toContain("did not write");
    await writeFiles(folder, { "_site/ads.txt": "none", "_site/\u001b[31mred.txt": "" });
    expect((await build()).stdout).toContain(
      "Left as it is, since Dateline did not write it:  [31mred.txt, ads.txt.\n",
    );
  });

  test("stays where the cache is lost, and pages that are gone go all the same", async () => {
    const folder = await siteWithTheirs();
    await rm(join(folder, ".cache"), { recursive: true });
    await rm(join(folder, "articles/b.md"));
    const files = await builtSite(folder);
    expect([...files.keys()].filter((path) => path.startsWith("2026/"))).toEqual([
      "2026/11/a/index.html",
      "2026/11/a/notes.txt",
    ]);
    await expectTheirs(folder);
  });

  test("stays where the list of Dateline's files is lost or says what it should not", async () => {
    const folder = await siteWithTheirs();
    await rm(join(folder, "articles/b.md"));
    await writeFile(join(folder, "_site/.dateline-files"), ownListText(["../victim.txt", "CNAME"]));
    await writeFiles(folder, { "victim.txt": "years of work" });
    const files = await builtSite(folder);
    expect(files.has("2026/11/b/index.html")).toBe(false);
    await expectTheirs(folder);
    expect((await filesBelow(folder)).get("victim.txt")).toBe("years of work");
  });

  test("may be there before the first build, where it is what hosts and git need", async () => {
    const folder = await siteFolder({ ...oneArticle, "_site/.git/HEAD": "x", "_site/CNAME": "news.example" });
    const files = await builtSite(folder);
    expect([files.get(".git/HEAD"), files.get("CNAME"), files.has("index.html")]).toEqual([
      "x",
      "news.example",
      true,
    ]);
  });

  test("is refused by name where it is in the way of pages and of the folders above them", async () => {
    const folder = await siteFolder({});
    await builtSite(folder);
    await writeFiles(folder, {
      "articles/b.md": articleText("B", "2026-11-02"),
      "articles/c.md": articleText("C", "2026-10-02"),
      "articles/d.md": articleText("D", "2025-10-02"),
      "_site/2026/11/b/index.html": "mine",
      "_site/2026/10/c/index.html/x.txt": "mine",
      "_site/2025": "mine",
    });
    const before = await filesBelow(join(folder, "_site"));
    for (const flags of [[], ["--atomic"]]) {
      const result = await run("build", "--site", folder, "--no-search", "--now", now, ...flags);
      expect(result).toMatchObject({ exitCode: 2, stdout: "" });
      const { stderr } = result;
      expect(stderr).toContain("holds files that Dateline did not write, where it has to write its own:\n");
      expect(stderr).toContain("\n  2026/11/b/index.html\n");
      expect(stderr).toContain("\n  2026/10/c/index.html\n");
      expect(stderr).toContain("\n  2025, where 2025/10/d/index.html has to be\n");
      expect(await filesBelow(join(folder, "_site"))).toEqual(before);
      expect(await left(folder)).toEqual(["_site"]);
    }
  });

  test("is not written to through a link: neither a page's file nor a folder above it", async () => {
    const folder = await siteWithTheirs();
    await writeFiles(folder, { "elsewhere/index.html": "years of work", "elsewhere/11/b/index.html": "too" });
    await rm(join(folder, "_site/index.html"));
    await symlink(join(folder, "elsewhere/index.html"), join(folder, "_site/index.html"));
    await rm(join(folder, "_site/2026"), { recursive: true });
    await symlink(join(folder, "elsewhere"), join(folder, "_site/2026"));
    const before = await filesBelow(join(folder, "elsewhere"));
    const build = () => run("build", "--site", folder, "--no-search", "--now", now);
    const { exitCode, stderr } = await build();
    expect(exitCode).toBe(2);
    expect(stderr).toContain("  index.html\n");
    expect(stderr).toContain("  2026, where 2026/11/a/index.html has to be\n");
    // Nothing is in the way any more, but pages behind the link are gone from the site.
    await rm(join(folder, "articles"), { recursive: true });
    await mkdir(join(folder, "articles"));
    await rm(join(folder, "_site/index.html"));
    expect((await build()).exitCode).toBe(0);
    expect(await filesBelow(join(folder, "elsewhere"))).toEqual(before);
  });
});

describe("an output folder that is a symbolic link", () => {
  test("is followed, for a first build, for changes and for the whole", async () => {
    const folder = await siteFolder({});
    await mkdir(join(folder, "elsewhere"));
    await symlink("elsewhere/www", join(folder, "_site"));
    for (const [title, atomic] of [
      ["First", false],
      ["Edited", false],
      ["Whole", true],
    ] as const) {
      await writeFiles(folder, { "articles/a.md": articleText(title, "2026-11-01") });
      await builtSite(folder, { atomic });
      expect((await lstat(join(folder, "_site"))).isSymbolicLink()).toBe(true);
      expect((await filesBelow(join(folder, "elsewhere/www"))).get("2026/11/a/index.html")).toContain(title);
      expect(await left(folder)).toEqual(["_site", "elsewhere"]);
      expect(await readdir(join(folder, "elsewhere"))).toEqual(["www"]);
    }
  });

  test("is refused where it leads to files of somebody else, or to itself", async () => {
    const folder = await siteFolder({ ...oneArticle, "papers/thesis.txt": "years of work" });
    await symlink("papers", join(folder, "_site"));
    await symlink("circle", join(folder, "circle"));
    const result = await run("build", "--site", folder, "--no-search");
    expect(result).toMatchObject({ exitCode: 2, stdout: "" });
    expect(result.stderr).toContain("papers holds files that Dateline did not write");
    expect(await filesBelow(join(folder, "papers"))).toEqual(new Map([["thesis.txt", "years of work"]]));
    const circle = await run("build", "--site", folder, "--output", join(folder, "circle"), "--no-search");
    expect(circle).toMatchObject({ exitCode: 2, stdout: "" });
    expect(circle.stderr).toContain("circle is a symbolic link that leads back to itself");
  });
});

describe("what a killed build left beside the output", () => {
  const hostile = {
    // Of an earlier version: without its list, and with one that names what is not its own.
    ".dateline-_site-changes-99999991/index.html": "theirs",
    [`${leftover("changes")}/.removed.json`]: '["../../victim.txt", "/victim.txt", "CNAME"]',
    // Without a list, and with one.
    ".dateline-_site-old-99999991/index.html": "theirs",
    [`${leftover("old")}/.dateline-files`]: ownListText(["../../victim.txt"]),
    [`${leftover("old")}/index.html`]: "theirs",
    [`${leftover("old")}3/.dateline-files`]: ownListText(["index.html"]),
    [`${leftover("old")}3/evil.html`]: "theirs",
    [`${leftover("new")}/.dateline-files`]: ownListText(["index.html"]),
    // No folder at all.
    ".dateline-_site-changes-99999992": "",
  };

  test("is removed whatever it holds, and changes nothing in the output or outside of it", async () => {
    const parent = await siteFolder({ "victim.txt": "years of work" });
    const folder = join(parent, "site");
    await writeFiles(folder, { ...oneArticle, "site.yaml": `${smallSite}cards: false\n` });
    await builtSite(folder);
    await writeFiles(folder, { "_site/CNAME": "news.example" });
    const before = await filesBelow(join(folder, "_site"));
    for (const fresh of [false, true]) {
      await writeFiles(folder, hostile);
      await symlink(parent, join(folder, ".dateline-_site-old-99999992"));
      await builtSite(folder, { fresh });
      expect(await left(folder)).toEqual(["_site"]);
      expect(await filesBelow(join(folder, "_site"))).toEqual(before);
      expect((await filesBelow(parent)).get("victim.txt")).toBe("years of work");
    }
  });

  test("is removed before an output is refused, and nothing of it is used", async () => {
    const folder = await siteFolder({ ...oneArticle, ...hostile, "_site/thesis.txt": "years of work" });
    expect((await run("build", "--site", folder, "--no-search")).exitCode).toBe(2);
    expect(await left(folder)).toEqual(["_site"]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(new Map([["thesis.txt", "years of work"]]));
  });

  test("is removed where another process has the number of the killed one by now", async () => {
    const folder = await siteFolder(oneArticle);
    await builtSite(folder);
    await rename(join(folder, "_site"), join(folder, `.dateline-_site-old-${process.pid}-00000000`));
    await mkdir(join(folder, `.dateline-_site-new-${process.pid}`));
    await writeFiles(folder, { "articles/broken.md": "no front matter" });
    expect((await run("build", "--site", folder, "--no-search")).exitCode).toBe(1);
    expect(await left(folder)).toEqual(["_site"]);
    expect((await filesBelow(join(folder, "_site"))).has("2026/11/a/index.html")).toBe(true);
  });

  test("stays while the process that writes it runs", async () => {
    const folder = await siteFolder(oneArticle);
    const output = await openOutput(join(folder, "_site"), recordFileIn(folder, undefined));
    expect((await runApart("build", "--site", folder, "--no-search")).exitCode).toBe(0);
    expect(await left(folder)).toEqual([basename(output.folder), "_site"]);
    await output.discard();
    expect(await left(folder)).toEqual(["_site"]);
  });
});

describe("changes of the output folder", () => {
  const published = {
    "_site/_headers": "# Written by Dateline\n",
    "_site/a/index.html": "a",
    "_site/b/index.html": "b",
    "_site/gone.html": "gone",
  };
  const before = new Set(Object.keys(published).map((path) => path.slice("_site/".length)));

  /** Publishes what is written and leaves the rest; `gone` is removed. */
  async function changed(folder: string, written: Record<string, string>, gone: readonly string[]) {
    const output = await openOutput(join(folder, "_site"), recordFileIn(folder, undefined));
    await writeFiles(output.folder, written);
    const now = new Set([...before, ...Object.keys(written)].filter((path) => !gone.includes(path)));
    const change = { before, now, written: Object.keys(written), foreign: new Set<string>() };
    await output.publish(change, "in place");
  }

  test("leave what they do not touch as it was, its times too", async () => {
    const folder = await siteFolder(published);
    const earlier = await stat(join(folder, "_site/a/index.html"));
    await changed(folder, { "b/index.html": "b, edited", "gone.html/c/index.html": "c" }, ["gone.html"]);
    const paths = ["_headers", "a/index.html", "b/index.html", "gone.html/c/index.html"];
    expect(await filesBelow(join(folder, "_site"))).toEqual(
      new Map([
        [".dateline-files", ownListText(paths)],
        ["_headers", "# Written by Dateline\n"],
        ["a/index.html", "a"],
        ["b/index.html", "b, edited"],
        ["gone.html/c/index.html", "c"],
      ]),
    );
    const later = await stat(join(folder, "_site/a/index.html"));
    expect([later.ino, later.mtimeMs]).toEqual([earlier.ino, earlier.mtimeMs]);
    expect(await left(folder)).toEqual(["_site"]);
  });

  test("take the folders away that nothing is left in", async () => {
    const folder = await siteFolder({ ...published, "_site/b/deep/er/index.html": "x" });
    before.add("b/deep/er/index.html");
    onTestFinished(() => void before.delete("b/deep/er/index.html"));
    await changed(folder, {}, ["b/deep/er/index.html", "b/index.html"]);
    expect((await readdir(join(folder, "_site"))).sort()).toEqual([
      ".dateline-files",
      "_headers",
      "a",
      "gone.html",
    ]);
  });
});

/** A build that is killed when it has begun to write, before the first file of the new output is there. */
async function killedWhileWriting(folder: string): Promise<void> {
  const killer = new URL("kill-while-writing.ts", import.meta.url).href;
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--import", killer, ...started("build"), "--site", folder, "--now", now],
    { cwd: projectFolder, stdio: "ignore" },
  );
  const signal = await new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("exit", (_, endedBy) => resolve(endedBy)),
  );
  expect(signal).toBe("SIGKILL");
}

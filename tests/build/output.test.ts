import { spawn } from "node:child_process";
import { mkdir, readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openOutput } from "../../src/build/output.ts";
import { projectFolder } from "../../src/build/project.js";
import {
  articleText,
  builtSite,
  filesBelow,
  now,
  run,
  siteFolder,
  started,
  writeFiles,
} from "../site-folder.ts";

const oneArticle = { "articles/a.md": articleText("A", "2026-11-01") };

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
    expect(await left(folder)).toEqual([expect.stringMatching(/^\.dateline-_site-new-\d+$/), "_site"]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);

    const after = await builtSite(folder);
    expect(after.has("2026/11/b/index.html")).toBe(true);
    expect(await left(folder)).toEqual(["_site"]);
  });

  test("comes back where a build was killed between taking the old one away and putting the new one in", async () => {
    const folder = await siteFolder(oneArticle);
    await builtSite(folder);
    const before = await filesBelow(join(folder, "_site"));
    // No process has this number: Linux counts to 4,194,304 at most.
    await rename(join(folder, "_site"), join(folder, ".dateline-_site-old-99999999"));
    await writeFiles(folder, { "articles/broken.md": "no front matter" });
    expect((await run("build", "--site", folder, "--no-search")).exitCode).toBe(1);
    expect(await left(folder)).toEqual(["_site"]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
  });
});

describe("changes of the output folder", () => {
  const published = {
    "_site/_headers": "# Written by Dateline\n",
    "_site/a/index.html": "a",
    "_site/b/index.html": "b",
    "_site/gone.html": "gone",
  };

  test("leave what they do not touch as it was, its times too", async () => {
    const folder = await siteFolder(published);
    const before = await stat(join(folder, "_site/a/index.html"));
    const output = await openOutput(join(folder, "_site"));
    await writeFiles(output.folder, { "b/index.html": "b, edited", "gone.html/c/index.html": "c" });
    await output.publishChanges(["gone.html"]);
    expect(await filesBelow(join(folder, "_site"))).toEqual(
      new Map([
        ["_headers", "# Written by Dateline\n"],
        ["a/index.html", "a"],
        ["b/index.html", "b, edited"],
        ["gone.html/c/index.html", "c"],
      ]),
    );
    const after = await stat(join(folder, "_site/a/index.html"));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    expect(await left(folder)).toEqual(["_site"]);
  });

  test("take the folders away that nothing is left in", async () => {
    const folder = await siteFolder({ ...published, "_site/2026/11/x/index.html": "x" });
    const output = await openOutput(join(folder, "_site"));
    await output.publishChanges(["2026/11/x/index.html", "b/index.html"]);
    expect((await readdir(join(folder, "_site"))).sort()).toEqual(["_headers", "a", "gone.html"]);
  });

  test("that a killed build had begun are ended by the next one", async () => {
    const folder = await siteFolder({
      ...published,
      // No process has this number. "b" had been moved already, "gone.html" not yet removed.
      ".dateline-_site-changes-99999999/.removed.json": '["gone.html"]',
      ".dateline-_site-changes-99999999/c/index.html": "c",
    });
    const output = await openOutput(join(folder, "_site"));
    await output.discard();
    expect([...(await filesBelow(join(folder, "_site"))).keys()]).toEqual([
      "_headers",
      "a/index.html",
      "b/index.html",
      "c/index.html",
    ]);
    expect(await left(folder)).toEqual(["_site"]);
  });
});

/** Starts a build and kills it as soon as it has begun to write. */
async function killedWhileWriting(folder: string): Promise<void> {
  const child = spawn(process.execPath, [...started("build"), "--site", folder, "--now", now], {
    cwd: projectFolder,
    stdio: "ignore",
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("exit", (_, signal) => resolve(signal)),
  );
  while (!(await readdir(folder)).some((name) => name.startsWith(".dateline-"))) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
}

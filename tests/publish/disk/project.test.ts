import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { bundledCode } from "../../../src/publish/disk/project.js";
import { forbid, runAsNobody } from "../../nobody.ts";
import { copyProject } from "../../project-copy.ts";
import { articleText, runIn, siteFolder } from "../../site-folder.ts";

async function projectCopy(): Promise<string> {
  const copy = await siteFolder({ "articles/a.md": articleText("Alpha", "2026-11-01") });
  await copyProject(copy);
  return copy;
}

const madeIn = (project: string) => readdir(join(project, "node_modules/.cache/dateline/code"));

describe("the code of a project", () => {
  test("is made to JavaScript once, and anew when a module has changed", async () => {
    const project = await projectCopy();
    const check = () => runIn(project, "check");
    expect(await check()).toMatchObject({ exitCode: 0, stderr: "" });
    const first = await madeIn(project);
    expect(first).toHaveLength(1);
    await check();
    expect(await madeIn(project)).toEqual(first);
    const report = join(project, "src/content/diagnostics/report.ts");
    await writeFile(report, `${await readFile(report, "utf8")}\nprocess.stdout.write("Changed.\\n");\n`);
    expect((await check()).stdout).toContain("Changed.\n");
    expect(await madeIn(project)).toHaveLength(2);
  });

  test("is read as TypeScript where node_modules cannot be written to", async () => {
    const project = await projectCopy();
    await writeFile(join(project, "node_modules/.cache"), "A file in the way of a folder.");
    const built = await runIn(project, "build", "--no-search", "--now", "2026-11-24");
    expect(built).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await readFile(join(project, "_site/2026/11/a/index.html"), "utf8")).toContain("Alpha");
  });

  test("made by one user is run by another, who need not be able to write it", async () => {
    const project = await projectCopy();
    await chmod(project, 0o755);
    expect(await runIn(project, "check")).toMatchObject({ exitCode: 0 });
    const [made = ""] = await madeIn(project);
    const code = join(project, "node_modules/.cache/dateline/code", made);
    const modes = [code, join(code, "check.js")].map(async (path) => (await stat(path)).mode & 0o444);
    expect(await Promise.all(modes)).toEqual([0o444, 0o444]);
    expect(await runAsNobody(project, "check")).toEqual({
      exitCode: 0,
      stdout: "Checked 1 article: no errors.\n",
      stderr: "",
    });
    // As earlier versions left it, or an installation for one user alone.
    await forbid(project, `node_modules/.cache/dateline/code/${made}`);
    expect(await runAsNobody(project, "check")).toMatchObject({ exitCode: 0, stderr: "" });
    await forbid(project, "node_modules/.cache/dateline");
    expect(await runAsNobody(project, "check")).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("is there for the workers and for Eleventy, too", async () => {
    const code = await bundledCode();
    expect(code && (await readdir(fileURLToPath(code)))).toEqual(
      expect.arrayContaining(["build.js", "check.js", "worker.js", "plugin.js"]),
    );
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { projectFolder } from "../../src/publish/disk/project.js";
import { articleText, run, siteFolder } from "../site-folder.ts";

const tasksSchema = z.object({
  tasks: z.tuple([
    z.object({
      problemMatcher: z.object({
        pattern: z.object({ regexp: z.string() }),
        background: z.object({ endsPattern: z.string() }),
      }),
    }),
  ]),
});

test("the task of VS Code reads what npm run check says, and knows when it has said all", async () => {
  const text = await readFile(join(projectFolder, ".vscode/tasks.json"), "utf8");
  const { problemMatcher } = tasksSchema.parse(JSON.parse(text)).tasks[0];
  const folder = await siteFolder({ "articles/a: b.md": articleText("Done.", "2026-02-30") });
  const { stdout } = await run("check", "--site", folder);
  const lines = stdout.trimEnd().split("\n");
  const problems = lines.flatMap((line) => new RegExp(problemMatcher.pattern.regexp).exec(line) ?? []);
  expect(problems.slice(1, 6)).toEqual(["articles/a: b.md", "3", "7", "error", "impossible-date"]);
  expect(problems).toHaveLength(7);
  expect(lines.at(-1)).toMatch(new RegExp(problemMatcher.background.endsPattern));
});

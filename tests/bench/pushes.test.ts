import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyProject } from "../project-copy.ts";
import { filesBelow, siteFolder } from "../site-folder.ts";
import { generatedSite, writeGeneratedSite } from "./generate.ts";
import { changedPaths } from "./output-changes.ts";
import { pushes } from "./pushes.ts";

test("each push of the benchmark changes one file, in every run", async () => {
  const folder = await siteFolder({});
  const at = {
    site: join(folder, "site"),
    project: join(folder, "project"),
    articles: 10,
    corpus: "plain" as const,
  };
  await writeGeneratedSite(at.site, at.articles);
  await mkdir(at.project);
  await copyProject(at.project);
  const read = async () =>
    new Map([...(await filesBelow(at.site)), ...(await filesBelow(join(at.project, "templates")))]);
  const changed: string[][] = [];
  for (const run of [1, 2]) {
    for (const { change } of pushes) {
      const before = await read();
      await change({ ...at, run });
      changed.push(changedPaths(before, await read()));
    }
  }
  expect(changed).toEqual([
    ["articles/2016/01/story-000011.md"],
    ["articles/2016/01/story-000001.md"],
    ["partials/entry.njk"],
    ["articles/2016/01/story-000012.md"],
    ["articles/2016/01/story-000001.md"],
    ["partials/entry.njk"],
  ]);
});

test("a site with more generated articles holds the same ones, and newer ones", () => {
  const dateOf = (text: string) => /^date: (.+)$/m.exec(text)?.[1] ?? "";
  const ten = [...generatedSite(10)];
  const eleven = [...generatedSite(11)];
  expect(eleven.slice(0, -1)).toEqual(ten);
  expect(dateOf(eleven.at(-1)?.text ?? "") > dateOf(ten.at(-1)?.text ?? "")).toBe(true);
});

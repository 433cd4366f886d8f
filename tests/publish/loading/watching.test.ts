import { once } from "node:events";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemRefusal } from "../../../src/content/diagnostics/system-reasons.ts";
import { startWatching } from "../../../src/publish/loading/watching.ts";
import { asNobody, forbid } from "../../nobody.ts";
import { articleText, siteFolder, writeFiles } from "../../site-folder.ts";

test("folders that may not be watched are told once, and all others are watched", async () => {
  const folder = await siteFolder({
    "articles/closed/a.md": articleText("A", "2026-11-20"),
    "articles/more/closed/b.md": articleText("B", "2026-11-20"),
    "articles/open/c.md": articleText("C", "2026-11-20"),
  });
  await forbid(folder, "articles/closed", "articles/more/closed");
  const refused: (string | undefined)[] = [];
  const watcher = await asNobody(() =>
    startWatching([join(folder, "articles")], (error) => refused.push(systemRefusal(error)?.code)),
  );
  onTestFinished(() => watcher.close());
  expect(refused).toEqual(["EACCES"]);
  const noticed = once(watcher, "all");
  await writeFile(join(folder, "articles/open/d.md"), articleText("D", "2026-11-20"));
  expect(await noticed).toEqual(expect.arrayContaining(["add", join(folder, "articles/open/d.md")]));
});

test("what is not there yet is noticed when it comes, and nothing beside it", async () => {
  const folder = await siteFolder({ "packages/engine/templates/a.njk": "x", "packages/engine/code.js": "x" });
  const wanted = ["static", "styles", "packages/engine/templates"].map((name) => join(folder, name));
  const watcher = await startWatching(wanted, () => {});
  onTestFinished(() => watcher.close());
  const noticed: string[] = [];
  watcher.on("add", (path) => noticed.push(path));
  await writeFiles(folder, {
    "notes/a.css": "x",
    "packages/engine/more.js": "x",
    "packages/engine/templates/b.njk": "x",
    "styles/a.css": "x",
    "static/b.txt": "x",
  });
  await expect
    .poll(() => noticed.sort(), { timeout: 120_000 })
    .toEqual(
      ["packages/engine/templates/b.njk", "static/b.txt", "styles/a.css"].map((path) => join(folder, path)),
    );
});

test("of several changes within a moment, the last is told", async () => {
  const file = join(await siteFolder({ "articles/a.md": "once" }), "articles/a.md");
  const watcher = await startWatching([file], () => {});
  onTestFinished(() => watcher.close());
  let told: number | undefined;
  watcher.on("all", (_event, _path, stats) => {
    told = stats?.size;
  });
  await writeFile(file, "twice over");
  await expect.poll(() => told, { interval: 1 }).toBe(10);
  // Well within the 50 ms in which chokidar is deaf.
  await writeFile(file, "and thrice");
  await writeFile(file, "and that was all");
  await expect.poll(() => told).toBe((await stat(file)).size);
});

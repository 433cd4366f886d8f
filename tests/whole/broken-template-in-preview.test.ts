import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PreviewSite } from "../../src/preview/preview-site.ts";
import { articleText, siteFolder } from "../site-folder.ts";

const { folder } = await vi.hoisted(async () => {
  // Other tests of this process have loaded them with the project's own folders.
  vi.resetModules();
  const { mkdtemp } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  return { folder: await mkdtemp(`${tmpdir()}/dateline-templates-`) };
});

vi.mock("../../src/publish/disk/project.js", async (original) => ({
  ...(await original<typeof import("../../src/publish/disk/project.js")>()),
  templatesFolder: folder,
}));

beforeAll(async () => {
  const { projectFolder } = await import("../../src/publish/disk/project.js");
  await cp(join(projectFolder, "templates"), folder, { recursive: true });
});

afterAll(async () => {
  vi.doUnmock("../../src/publish/disk/project.js");
  vi.resetModules();
  await rm(folder, { recursive: true, force: true });
});

/** Edits a template, and says on which line. */
async function edit(name: string, from: string, to: string) {
  const file = join(folder, name);
  const text = await readFile(file, "utf8");
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
  const line = text.slice(0, text.indexOf(from)).split("\n").length;
  return { line, mend: () => writeFile(file, text) };
}

test("the preview tells the place of an error in a template, on the pages that show it", async () => {
  const site = new PreviewSite(await siteFolder({ "articles/a.md": articleText("A", "2026-11-01") }));
  await Promise.all([site.reloadContent([]), site.reloadAssets(async () => new Map())]);
  expect(await site.find("/2026/11/a/")).toMatchObject({ kind: "page", status: 200 });

  const heading = await edit("pages/article.njk", "<h1>{{ view.heading }}", "<h1>{{ view.headline }}");
  site.reloadTemplates();
  expect(await site.find("/2026/11/a/")).toMatchObject({
    kind: "page",
    status: 500,
    faults: [
      {
        file: "templates/pages/article.njk",
        line: heading.line,
        column: 5,
        code: "broken-template",
        message: expect.stringMatching(
          /^"view.headline" has no value here.*\(seen on the page of articles\/a\.md\)$/,
        ),
      },
    ],
  });
  expect(await site.find("/latest/")).toMatchObject({ kind: "page", status: 200 });
  await heading.mend();

  const feed = await edit("partials/feed-content.njk", "{{ view.body | safe }}", "{{ body }}");
  site.reloadTemplates();
  expect(await site.find("/feed.xml")).toMatchObject({
    status: 500,
    faults: [{ file: "templates/partials/feed-content.njk", line: feed.line }],
  });
  await feed.mend();

  const layout = await edit("layouts/base.njk", "<!doctype html>", "<!doctype html>{% nothing %}");
  site.reloadTemplates();
  // What keeps a file from being read is told at once, and not once more by each page.
  expect(site.diagnostics).toMatchObject([
    {
      file: "templates/layouts/base.njk",
      line: layout.line,
      code: "broken-template",
      message: "unknown block tag: nothing",
    },
  ]);
  expect(await site.find("/latest/")).toMatchObject({ status: 500, faults: [] });
  await layout.mend();

  site.reloadTemplates();
  expect(site.diagnostics).toEqual([]);
  expect(await site.find("/2026/11/a/")).toMatchObject({ status: 200 });
});

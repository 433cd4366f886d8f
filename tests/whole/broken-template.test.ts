/** A project whose templates were edited by hand, and not well. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject } from "../project-copy.ts";
import { articleText, filesBelow, now, runIn, smallSite, writeFiles } from "../site-folder.ts";

let project = "";
const site = () => join(project, "paper");

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "dateline-project-"));
  await copyProject(project);
  await mkdir(site());
  await writeFiles(site(), {
    "site.yaml": `${smallSite}cards: false\n`,
    "articles/first.md": articleText("First", "2026-11-01", ["description: Words."]),
    "articles/second.md": articleText("Second", "2026-11-02", ["tags: [ferry]"]),
    "articles/third.md": articleText("Third", "2026-11-03"),
  });
});

afterAll(() => rm(project, { recursive: true, force: true }));

/** Edits templates, does something, and puts them back. */
async function edited<Value>(
  edits: Readonly<Record<string, readonly [from: string, to: string]>>,
  act: () => Promise<Value>,
): Promise<Value> {
  const before = new Map<string, string>();
  for (const [name, [from, to]] of Object.entries(edits)) {
    const file = join(project, "templates", name);
    const text = await readFile(file, "utf8");
    expect(text).toContain(from);
    before.set(file, text);
    await writeFile(file, text.replace(from, to));
  }
  try {
    return await act();
  } finally {
    for (const [file, text] of before) await writeFile(file, text);
  }
}

const build = () => runIn(project, "build", "--site", site(), "--now", now);
const check = () => runIn(project, "check", "--site", site());

describe("an error in a template", () => {
  test("is told by build and check with file, line and article, and leaves the output as it was", async () => {
    expect(await build()).toMatchObject({ exitCode: 0, stderr: "" });
    const published = await filesBelow(join(site(), "_site"));
    const edits = {
      "pages/article.njk": ["<h1>{{ view.heading }}", "<h1>{{ view.heading }}{{ view.standfirst }}"],
      "partials/feed-content.njk": ["{{ view.body | safe }}", "{{ view.body | sage }}"],
      "partials/search-record.njk": ["{{ record.title }}", "{{ record.headline }}"],
    } as const;
    const expected = [
      'templates/pages/article.njk:13:23 error broken-template: "view.standfirst" has no value here; correct its name, or print it only where there is one: {% if view.standfirst %} (seen on the page of articles/third.md and 1 more)',
      "templates/partials/feed-content.njk:9:14 error broken-template: filter not found: sage (seen on the page of articles/third.md",
      'templates/partials/search-record.njk:6:21 error broken-template: "record.headline" has no value here',
    ];
    await edited(edits, async () => {
      const [built, checked] = [await build(), await check()];
      for (const { output, exitCode } of [
        { output: built.stderr, exitCode: built.exitCode },
        { output: checked.stdout, exitCode: checked.exitCode },
      ]) {
        expect(exitCode).toBe(1);
        for (const line of expected) expect(output).toContain(line);
        expect(output).not.toMatch(/^\s+at /m);
      }
      expect(built.stderr).toContain("Nothing was published: 3 errors.");
      expect(await filesBelow(join(site(), "_site"))).toEqual(published);
      expect((await readdir(site())).sort()).toEqual([".cache", "_site", "articles", "site.yaml"]);
    });
    expect(await build()).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test("that keeps a file from being read is told where it is, however many files have one", async () => {
    const edits = {
      "layouts/base.njk": ["{% endblock %}", "{% endblok %}"],
      "partials/links.njk": ["{% endmacro %}", "{% endmacr %}"],
    } as const;
    await edited(edits, async () => {
      for (const { stderr, stdout, exitCode } of [await build(), await check()]) {
        expect(exitCode).toBe(1);
        expect(stderr + stdout).toMatch(
          /^templates\/layouts\/base\.njk:\d+:\d+ error broken-template: unknown block tag: endblok/m,
        );
        expect(stderr + stdout).toMatch(
          /^templates\/partials\/links\.njk:\d+:\d+ error broken-template: unknown block tag: endmacr/m,
        );
      }
    });
  });

  test("that chooses a template by a value is told like any other", async () => {
    const choice = {
      "pages/home.njk": ['{% extends "layouts/base.njk" %}', "{% extends view.layout %}"],
    } as const;
    await edited(choice, async () => {
      for (const { stderr, stdout, exitCode } of [await build(), await check()]) {
        expect(exitCode).toBe(1);
        expect(stderr + stdout).toContain(
          'templates/pages/home.njk:1:1 error broken-template: "{% extends view.layout" must name a template in quotation marks',
        );
      }
    });
  });
});

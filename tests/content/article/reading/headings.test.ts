import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { headingsOf, withHeadingLinks } from "../../../../src/content/article/reading/headings.ts";
import { renderBody } from "../../../../src/content/markup/markdown/markdown.ts";
import { projectFolder } from "../../../../src/publish/disk/project.js";

function bodyOf(text: string, language = "en") {
  const { html, ids } = renderBody(text, {
    host: "small.example",
    language,
    pictureOf: () => undefined,
    followsPicture: false,
  });
  const headings = headingsOf(html, language, ids);
  return { headings, html: withHeadingLinks(html, headings) };
}

const idsOf = (text: string, language?: string) => bodyOf(text, language).headings.map(({ id }) => id);

describe("the headings of a body", () => {
  test("have the ids that their words make, in any script", () => {
    expect(idsOf("## Lorries *must* wait\n\n### 항구의 밤\n\n## الميناء\n\n## What’s next?")).toEqual([
      "lorries-must-wait",
      "항구의-밤",
      "الميناء",
      "whats-next",
    ]);
    expect(idsOf("## Istanbul I", "tr")).toEqual(["ıstanbul-ı"]);
  });

  test("have each an id of its own, numbers of notes left out", () => {
    expect(idsOf("## Cost\n\n## Cost[^1]\n\n## Cost 2\n\n## …\n\n## fn1\n\n[^1]: Note.")).toEqual([
      "cost",
      "cost-2",
      "cost-2-2",
      "section",
      "fn1-2",
    ]);
  });

  test("are links to themselves, and without one where they hold another", () => {
    expect(bodyOf("# One & two\n\n## A [link](/a/)\n\nWords.").html).toBe(
      '<h2 id="one-two"><a href="#one-two">One &amp; two</a></h2>\n' +
        '<h3 id="a-link">A <a href="/a/">link</a></h3>\n<p>Words.</p>\n',
    );
  });

  test("know their level below the headline", () => {
    expect(
      bodyOf("# One\n\n### Two\n\n# Three").headings.map(({ level, text }) => `${level} ${text}`),
    ).toEqual(["2 One", "3 Two", "2 Three"]);
  });

  test("take no id that the page of an article has already", async () => {
    const folder = join(projectFolder, "templates");
    const files = ["pages/article.njk", "layouts/base.njk"];
    const partials = (await readdir(join(folder, "partials"))).map((name) => `partials/${name}`);
    const texts = await Promise.all(
      [...files, ...partials].map((file) => readFile(join(folder, file), "utf8")),
    );
    const ids = texts.flatMap((text) => [...text.matchAll(/ id="([\w-]+)"/g)].map(([, id = ""]) => id));
    expect(ids).toContain("content");
    for (const id of [...ids, "quick-results", "correction-2026-11-21"]) {
      expect(idsOf(`## ${id}`), id).not.toContain(id);
    }
  });
});

import { describe, expect, test } from "vitest";
import { feedFiles } from "../../../src/site/feeds/feed-files.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { articlesOf, siteOf } from "../../site-values.ts";
import { readAtom, readJsonFeed } from "./feed-rules.ts";

/** The feeds of three articles in several listings each, and the templates that were rendered for them. */
function feeds() {
  const site = siteOf();
  const articles = articlesOf(site, [
    ["c", "2026-11-03", "categories: [Asia, Sport]", "tags: [ferry]", "authors: [Mei Tan]"],
    ["b", "2026-11-02", "categories: [Asia]", "tags: [ferry, harbour]"],
    ["a", "2026-11-01", "categories: [Sport]"],
  ]);
  const rendered: string[] = [];
  const plan = planSite(site, articles, { nowMs: Date.parse("2026-11-24"), drafts: false });
  const files = feedFiles(plan.feeds, site.language, (template) => {
    rendered.push(template);
    return `<p>Content ${rendered.length}</p>`;
  });
  const textOf = (path: string) => {
    const file = files.find((candidate) => candidate.path === path);
    return file === undefined ? "" : Buffer.from(file.text()).toString();
  };
  return { files, rendered, textOf };
}

describe("the files of the feeds", () => {
  test("are made when their text is asked for", () => {
    const { files, rendered } = feeds();
    expect(files.map(({ path }) => path)).toContain("category/asia/feed.json");
    expect(rendered).toEqual([]);
  });

  test("have the content of an article made once, however many of them it stands in", () => {
    const { files, rendered } = feeds();
    for (const { text } of files) text();
    expect(rendered).toHaveLength(3);
  });

  test("hold the same entry wherever it stands", () => {
    const { textOf } = feeds();
    const [, ofSite] = readAtom(textOf("feed.xml")).entries;
    expect(readAtom(textOf("tag/harbour/feed.xml")).entries).toEqual([ofSite]);
    expect(readJsonFeed(textOf("tag/ferry/feed.json")).items[1]?.content_html).toBe(ofSite?.content);
  });

  test("can be made again", () => {
    const { files } = feeds();
    const titles = () =>
      files
        .filter(({ path }) => path.endsWith("feed.xml"))
        .map(({ text }) => readAtom(Buffer.from(text()).toString()).entries.map(({ title }) => title));
    expect(titles()).toEqual(titles());
  });
});

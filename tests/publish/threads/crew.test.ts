import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { readArticles } from "../../../src/content/files/articles-folder.ts";
import { readAllArticles } from "../../../src/publish/loading/articles/reading.ts";
import { ChangeWriter } from "../../../src/publish/output/change-writer.ts";
import { Crew } from "../../../src/publish/threads/crew.ts";
import { contentRules, readSite } from "../../../src/site/settings/site.ts";
import { articleText, filesBelow, siteFolder, smallSite } from "../../site-folder.ts";

const manyArticles = 5000;
const cores = 2;

describe("a build on several cores", () => {
  const crew = new Crew();
  afterAll(() => crew.dismiss());

  test("reads articles and complaints as one core does, in the same order, each term one object", async () => {
    const files = Array.from({ length: 120 }, (_, index) => `articles/${String(index).padStart(3, "0")}.md`);
    const text = (index: number) =>
      index % 50 === 7 ? "no front matter" : articleText(`Story ${index}`, "2026-11-20", ["tags: [harbour]"]);
    const folder = await siteFolder(Object.fromEntries(files.map((file, index) => [file, text(index)])));
    const { site } = readSite(smallSite);
    if (site === undefined) throw new Error("site.yaml is at fault");
    const { timezone, language, url, terms } = site;
    const pictures = new Map();
    await crew.start(
      { siteFolder: folder, site: { timezone, language, url, terms }, pictures, withFindings: false },
      manyArticles,
      cores,
    );
    const rules = contentRules(site, pictures);
    const readings = await readAllArticles(folder, files, rules, false, crew);
    const articles = readings.flatMap(({ article }) => article ?? []);
    expect(articles).toHaveLength(117);
    expect(readings.flatMap(({ diagnostics }) => diagnostics).map(({ file }) => file)).toEqual([
      "articles/007.md",
      "articles/057.md",
      "articles/107.md",
    ]);
    expect(readings.map(({ file }) => file)).toEqual(files);
    const alone = readArticles(folder, files, contentRules(site, pictures), false);
    expect(JSON.parse(JSON.stringify(readings))).toEqual(JSON.parse(JSON.stringify(alone)));
    expect(readings.map(({ article }) => String(article?.bodyHtml))).toEqual(
      alone.map(({ article }) => String(article?.bodyHtml)),
    );
    expect(new Set(articles.flatMap((article) => article.tags)).size).toBe(1);
  });

  test("writes every file, whatever its size and letters", async () => {
    const folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const writer = new ChangeWriter(folder, crew, new Map());
    const contents = new Map<string, string>([["large.html", "항구 — ".repeat(400_000)]]);
    for (let index = 0; index < 500; index += 1) {
      contents.set(`${index % 9}/${index}/index.html`, `터널 ${index} `.repeat(index));
    }
    for (const [path, content] of contents) await writer.write(path, content);
    await writer.write("bytes.bin", Uint8Array.of(0, 255));
    await writer.finish();
    const written = await filesBelow(folder);
    expect(written.get("bytes.bin")).toBe("\u0000\u00ff");
    expect(written.size).toBe(contents.size + 1);
    for (const [path, content] of contents) {
      expect(Buffer.from(written.get(path) ?? "", "latin1").toString("utf8")).toBe(content);
    }
  });

  test("tells when a file cannot be written", async () => {
    const writer = new ChangeWriter("/dev/null/no-folder", crew, new Map());
    await writer.write("index.html", "text");
    await expect(writer.finish()).rejects.toThrow("ENOTDIR");
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  type FileChange,
  loadPublication,
  type Publication,
} from "../../../src/publish/loading/publication.ts";
import { halves } from "../../picture-files.ts";
import { articleText, siteFolder, smallSite } from "../../site-folder.ts";

test("a folder without site.yaml is told what makes it a site", async () => {
  const siteFolder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  onTestFinished(() => rm(siteFolder, { recursive: true }));
  expect(await loadPublication({ siteFolder, nowMs: 0, drafts: true })).toMatchObject({
    articles: [],
    pictures: new Map(),
    diagnostics: [
      {
        file: "site.yaml",
        severity: "error",
        code: "no-site-file",
        message: 'there is no site.yaml; make one with at least "title: …" and "url: …"',
      },
    ],
  });
});

const site = {
  "site.yaml": smallSite,
  "articles/ferry.jpg": await halves(20, 10),
  "articles/a.md": articleText("A", "2026-11-01", ["tags: [port]", "image: {src: ferry.jpg, alt: a ferry}"]),
  "articles/b.md": articleText("B", "2026-11-02", ["tags: [port]"]),
  "articles/c.md": articleText("C", "2026-11-03", ["image: {src: bridge.jpg, alt: a bridge}"]),
};

const options = { nowMs: Date.parse("2026-11-10T00:00Z"), drafts: true };

/** Loads a site folder, changes it, and loads it again as a change of the one loaded before. */
async function loadedTwice(isWatched: boolean, change: (folder: string) => Promise<FileChange[]>) {
  const folder = await siteFolder(site);
  const before = await loadPublication({ siteFolder: folder, ...options });
  const told = await change(folder);
  const changes = isWatched ? told : undefined;
  const after = await loadPublication({ siteFolder: folder, ...options, last: before, changes });
  return { before, after, fresh: await loadPublication({ siteFolder: folder, ...options }) };
}

const article = ({ articles }: Publication, name: string) =>
  articles.find(({ file }) => file === `articles/${name}.md`);

describe.each([
  ["that a watcher tells", true],
  ["that nobody tells", false],
])("a site folder loaded again after a change %s", (_, isWatched) => {
  test("is read anew where an article was saved; others stay the very same, and their related stories true", async () => {
    const { before, after, fresh } = await loadedTwice(isWatched, async (folder) => {
      await writeFile(
        join(folder, "articles/b.md"),
        articleText("B now", "2026-11-02", ["tags: [port]"], "New words."),
      );
      return [{ file: "articles/b.md", isEdit: true }];
    });
    expect(String(article(after, "b")?.bodyHtml)).toContain("New words.");
    expect(article(after, "a")).toBe(article(before, "a"));
    const pages = after.plan?.pages.article.map(({ view }) => view());
    expect(pages?.find(({ heading }) => heading === "B now")?.related).toMatchObject([{ name: "A" }]);
    expect(after.diagnostics).toEqual(fresh.diagnostics);
  });

  test("has articles that have come and lacks those that are gone", async () => {
    const { after } = await loadedTwice(isWatched, async (folder) => {
      await rm(join(folder, "articles/a.md"));
      await writeFile(join(folder, "articles/d.md"), articleText("D", "2026-11-04"));
      return [
        { file: "articles/a.md", isEdit: false },
        { file: "articles/d.md", isEdit: false },
      ];
    });
    expect(after.articles.map(({ title }) => title)).toEqual(["B", "D"]);
  });

  test("shows a picture that was saved anew, and an article whose picture has come", async () => {
    const { before, after } = await loadedTwice(isWatched, async (folder) => {
      await writeFile(join(folder, "articles/ferry.jpg"), await halves(40, 10));
      await writeFile(join(folder, "articles/bridge.jpg"), await halves(20, 10));
      return [
        { file: "articles/ferry.jpg", isEdit: true },
        { file: "articles/bridge.jpg", isEdit: false },
      ];
    });
    expect(before.diagnostics).toMatchObject([{ file: "articles/c.md", severity: "error" }]);
    expect(after.diagnostics).toEqual([]);
    expect(article(after, "a")?.image?.rendition.width).toBe(40);
    expect(article(after, "c")?.image?.rendition.width).toBe(20);
    expect(article(after, "b")).toBe(article(before, "b"));
  });

  test("follows an edit to site.yaml in every article", async () => {
    const { before, after } = await loadedTwice(isWatched, async (folder) => {
      await writeFile(join(folder, "site.yaml"), `${smallSite}timezone: Asia/Seoul\n`);
      return [{ file: "site.yaml", isEdit: true }];
    });
    expect(article(before, "b")?.date.iso).toBe("2026-11-02T00:00:00Z");
    expect(article(after, "b")?.date.iso).toBe("2026-11-02T00:00:00+09:00");
  });
});

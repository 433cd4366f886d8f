import { describe, expect, test } from "vitest";
import { readAtom, readJsonFeed } from "../site/feeds/feed-rules.ts";
import { articleText, builtSite, run, siteFolder, smallSite, writeFiles } from "../site-folder.ts";

const correction = (date: string, text: string) => `{date: ${date}, text: ${text}}`;

const ferry = articleText("Ferry", "2026-11-02", [
  `corrections: [${correction("2026-11-03", "Second of all.")}, ${correction("2026-11-05", "The latest.")}, ${correction("2026-11-03", "Third of all.")}]`,
]);
const tunnel = articleText("نفق", "2026-11-01", [
  "language: ar",
  `corrections: [${correction("2026-11-02 09:00", "النفق أطول.")}]`,
]);

/** What a page of corrections shows, in its order. */
function shownOn(page: string | undefined): string[] {
  const pattern =
    /<h2[^>]*><a href="([^"]*)">([^<]*)<\/a><\/h2>\n<p class="entry-summary"[^>]*>([^<]*)<\/p>\n<p class="entry-facts"><time[^>]*>([^<]*)</g;
  return [...(page ?? "").matchAll(pattern)].map(([, ...parts]) => parts.join(" | "));
}

describe("corrections", () => {
  test("stand on one page, newest first, each with its day, its text and the way to its notice", async () => {
    const files = await builtSite(
      await siteFolder({ "articles/ferry.md": ferry, "articles/tunnel.md": tunnel }),
    );
    expect(shownOn(files.get("corrections/index.html"))).toEqual([
      "/2026/11/ferry/#correction-2026-11-05 | Ferry | The latest. | 5 November 2026",
      "/2026/11/ferry/#correction-2026-11-03-2 | Ferry | Third of all. | 3 November 2026",
      "/2026/11/ferry/#correction-2026-11-03 | Ferry | Second of all. | 3 November 2026",
      "/2026/11/tunnel/#correction-2026-11-02 | نفق | النفق أطول. | 2 November 2026",
    ]);
    const page = files.get("2026/11/ferry/index.html");
    expect(page).toContain('<p id="correction-2026-11-03-2"><strong>Correction, ');
    expect(page).toContain('<a href="/corrections/">Corrections</a>');
    expect(files.get("corrections/index.html")).toContain('<h2 lang="ar" dir="rtl">');
  });

  test("have feeds, each correction an entry of its own", async () => {
    const files = await builtSite(
      await siteFolder({ "articles/ferry.md": ferry, "articles/tunnel.md": tunnel }),
    );
    const atom = readAtom(files.get("corrections/feed.xml") ?? "");
    expect(atom.updated).toBe("2026-11-05T00:00:00Z");
    expect(atom.entries).toHaveLength(4);
    expect(atom.entries[0]).toMatchObject({
      id: "https://small.example/2026/11/ferry/#correction-2026-11-05",
      title: "Correction: Ferry",
      published: "2026-11-05T00:00:00Z",
      content: "The latest.",
    });
    expect(atom.entries[3]).toMatchObject({ title: "تصحيح: نفق", language: "ar" });
    const json = readJsonFeed(files.get("corrections/feed.json") ?? "");
    expect(json.items.map((item) => item.content_text)).toEqual([
      "The latest.",
      "Third of all.",
      "Second of all.",
      "النفق أطول.",
    ]);
  });

  test("are in the article's own feed entry, which counts as changed since", async () => {
    const files = await builtSite(await siteFolder({ "articles/ferry.md": ferry }));
    const [entry] = readAtom(files.get("feed.xml") ?? "").entries;
    expect(entry?.updated).toBe("2026-11-05T00:00:00Z");
    expect(entry?.content).toContain("<strong>Correction, 5 November 2026:</strong> The latest.");
  });

  test("have full pages that do not change when another is added", async () => {
    const story = (day: number) =>
      articleText(`Story ${day}`, `2026-10-0${day}`, [
        `corrections: [${correction(`2026-10-0${day}`, `Text ${day}`)}]`,
      ]);
    const folder = await siteFolder({
      "site.yaml": `${smallSite}pageSize: 2\n`,
      ...Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`articles/${day}.md`, story(day)])),
    });
    const before = await builtSite(folder);
    await writeFiles(folder, { "articles/6.md": story(6) });
    const after = await builtSite(folder);
    const texts = (page: string | undefined) => shownOn(page).map((line) => line.split(" | ")[2]);
    expect(texts(before.get("corrections/index.html"))).toEqual(["Text 5", "Text 4", "Text 3"]);
    expect(texts(before.get("corrections/page/1/index.html"))).toEqual(["Text 2", "Text 1"]);
    expect(after.get("corrections/page/1/index.html")).toBe(before.get("corrections/page/1/index.html"));
    expect(texts(after.get("corrections/page/2/index.html"))).toEqual(["Text 4", "Text 3"]);
    expect(before.get("_redirects")).toContain("/corrections/page/2/ /corrections/ 302");
  });

  test("that nobody had to make are said to be none", async () => {
    const files = await builtSite(await siteFolder({ "articles/a.md": articleText("A", "2026-11-02") }));
    expect(files.get("corrections/index.html")).toContain("There have been no corrections.");
  });
});

test("no article can take the address of the corrections or of a feed", async () => {
  const folder = await siteFolder({
    "articles/a.md": articleText("A", "2026-11-02", ["permalink: /corrections/"]),
    "articles/b.md": articleText("B", "2026-11-02", ["permalink: /feeds/b/"]),
    "articles/c.md": articleText("C", "2026-11-02", ["permalink: /feed.xml/"]),
  });
  const { exitCode, stdout, stderr } = await run("check", "--site", folder);
  expect(exitCode).toBe(1);
  expect(`${stdout}${stderr}`.match(/reserved-address/g)).toHaveLength(3);
});

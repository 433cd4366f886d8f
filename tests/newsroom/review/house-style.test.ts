import { describe, expect, test } from "vitest";
import { hasErrors } from "../../../src/content/diagnostics/diagnostic.ts";
import { reportText } from "../../../src/content/diagnostics/report.ts";
import { loadPublication } from "../../../src/publish/loading/publication.ts";
import { articleText, run, siteFolder, smallSite } from "../../site-folder.ts";

const texts = {
  ferry:
    "The night ferry came back to the strait on Friday after nine quiet years, and half the town stood on the quay to see it land.",
  market:
    "Traders of the old market chose a mayor of their own, who promised shade, water and a clock that goes.",
};

/** What is found in a site folder, as `npm run check` tells it, without its code frames. */
async function checked(files: Readonly<Record<string, string>>, ...style: string[]) {
  const folder = await siteFolder({
    "site.yaml": `${smallSite}${["style:", ...style].join("\n  ")}${style.length === 0 ? " {}" : ""}\n`,
    ...files,
  });
  const { diagnostics } = await loadPublication({
    siteFolder: folder,
    nowMs: Date.parse("2026-11-24"),
    drafts: true,
    houseStyle: "everything",
  });
  const lines = reportText(diagnostics, "text").split("\n");
  return {
    isRefused: hasErrors(diagnostics),
    lines: lines.filter((line) => /^(?:articles|site)/.test(line)),
  };
}

const tagged = (name: string, day: number, tags: string) =>
  [
    `articles/${name}.md`,
    articleText(name, `2026-11-0${day}`, [`tags: [${tags}]`], `${name}. ${name}.`),
  ] as const;

describe("the house style over a whole site", () => {
  test("marks a tag that differs from one used more by plural, hyphen or accent, once", async () => {
    const files = Object.fromEntries([
      tagged("a", 1, "ferry, on-line, café"),
      tagged("b", 2, "ferry, online, cafe"),
      tagged("c", 3, "ferries, online, cafe"),
      tagged("d", 4, "ferries, ferry, news, new"),
    ]);
    expect((await checked(files)).lines).toEqual([
      'articles/a.md:5:15 warning similar-tags: the tag "on-line" is nearly "online", which 2 articles have; use one of them',
      'articles/a.md:5:24 warning similar-tags: the tag "café" is nearly "cafe", which 2 articles have; use one of them',
      'articles/c.md:5:8 warning similar-tags: the tag "ferries" is nearly "ferry", which 3 articles have; use one of them',
    ]);
  });

  test("marks a category with one article, once the site has 20", async () => {
    const article = (index: number) => [
      `articles/${index}.md`,
      articleText(`Story ${index}`, "2026-11-20", [`categories: [${index === 7 ? "News, Arts" : "News"}]`]),
    ];
    const nineteen = Array.from({ length: 19 }, (_, index) => article(index));
    expect((await checked(Object.fromEntries(nineteen))).lines).toEqual([]);
    expect((await checked(Object.fromEntries([...nineteen, article(19)]))).lines).toEqual([
      'articles/7.md:4:20 warning lonely-category: this is the only article in the category "Arts"; file it under another too, or drop the category',
    ]);
  });

  test("marks an article that nearly repeats an earlier one", async () => {
    const files = {
      "articles/first.md": articleText("First", "2026-11-01", [], texts.ferry),
      "articles/other.md": articleText("Other", "2026-11-02", [], texts.market),
      "articles/again.md": articleText("Again", "2026-11-03", [], `${texts.ferry} Again.`),
    };
    const { lines } = await checked(files);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^articles\/again\.md:2:8 warning near-duplicate: the text is nearly that of articles\/first\.md \(9\d %\); keep one of them$/,
    );
  });

  test("marks a link to an article that readers cannot open yet", async () => {
    const files = {
      "articles/a.md": articleText("A", "2026-11-01", [], "[x](/2026/11/d/) [y](/2026/12/s/) [z](/old/)"),
      "articles/b.md": articleText("B", "2026-12-09", [], "[to an earlier one](/2026/12/s/)"),
      "articles/c.md": articleText("C", "2026-11-01", ["draft: true"], "[x](/2026/11/d/)"),
      "articles/d.md": articleText("D", "2026-11-02", ["draft: true", "aliases: [/old/]"]),
      "articles/s.md": articleText("S", "2026-12-01"),
    };
    expect((await checked(files)).lines).toEqual([
      'articles/a.md:6:5 warning unready-link: the link "/2026/11/d/" leads to articles/d.md, which is a draft; publish that first or take the link out',
      'articles/a.md:6:22 warning unready-link: the link "/2026/12/s/" leads to articles/s.md, which is scheduled; publish that first or take the link out',
      'articles/a.md:6:39 warning unready-link: the link "/old/" leads to articles/d.md, which is a draft; publish that first or take the link out',
    ]);
  });
});

describe("the switches of the house style", () => {
  const files = { "articles/a.md": articleText("Ferries return.", "2026-11-20") };

  test("make an error of a mark, or nothing", async () => {
    expect(await checked(files)).toMatchObject({
      isRefused: false,
      lines: [expect.stringContaining(" warning ")],
    });
    expect(await checked(files, "headline-full-stop: error")).toEqual({
      isRefused: true,
      lines: [
        "articles/a.md:2:8 error headline-full-stop: a headline has no full stop at its end; take it out",
      ],
    });
    expect(await checked(files, "headline-full-stop: off")).toEqual({ isRefused: false, lines: [] });
  });

  test("with a mistyped code or value are an error that suggests the right one", async () => {
    const { isRefused, lines } = await checked({}, "headline-full-stpo: off", "similar-tags: maybe");
    expect(isRefused).toBe(true);
    expect(lines).toEqual([
      'site.yaml:4:3 error unknown-key: "headline-full-stpo" is not a key of "style"; did you mean "headline-full-stop"?',
      'site.yaml:5:17 error bad-value: "style.similar-tags" must be error, warning or off',
    ]);
  });

  test("keep a build from publishing where they say error, and else leave it in peace", async () => {
    const quiet = await siteFolder(files);
    expect(await run("build", "--site", quiet, "--no-search")).toMatchObject({ exitCode: 0, stderr: "" });
    const strict = await siteFolder({
      "site.yaml": `${smallSite}style: {headline-full-stop: error}\n`,
      ...files,
    });
    const { exitCode, stderr } = await run("build", "--site", strict, "--no-search");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("articles/a.md:2:8 error headline-full-stop:");
  });
});

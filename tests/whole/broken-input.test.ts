import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { reportText } from "../../src/content/diagnostics/report.ts";
import { publishedDesk } from "../../src/desk/editor/editor-files.ts";
import { buildSite } from "../../src/publish/site/build-site.ts";
import { asNobody, forbid } from "../nobody.ts";
import { halves } from "../picture-files.ts";
import { articleText, filesBelow, run, siteFolder, smallSite, writeFiles } from "../site-folder.ts";

const listedCategories = `${smallSite}categories: [{name: News}, {name: Business}]\n`;

type Case = {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** The one line, without the message's advice. */
  readonly expected: string;
};

const lines = (...parts: readonly string[]) => `${parts.join("\n")}\n`;

const cases: readonly Case[] = [
  {
    name: "no title",
    files: { "articles/a.md": lines("---", "date: 2026-11-20", "categories: [News]", "---", "Text.") },
    expected: 'articles/a.md:2:1 error missing-key: front matter has no "title"',
  },
  {
    name: "a bad date",
    files: { "articles/a.md": articleText("A", "20 November") },
    expected: 'articles/a.md:3:7 error bad-date: "20 November" is not a date',
  },
  {
    name: "an impossible date",
    files: { "articles/a.md": articleText("A", "2026-02-30") },
    expected: 'articles/a.md:3:7 error impossible-date: "2026-02-30" does not exist in the calendar',
  },
  {
    name: "an article that would expire before it is out",
    files: { "articles/a.md": articleText("A", "2026-11-20 09:00", ["expires: 2026-11-20 08:59"]) },
    expected:
      "articles/a.md:5:10 error expires-before-date: the story would be taken down (2026-11-20T08:59:00Z) before it is out (2026-11-20T09:00:00Z)",
  },
  {
    name: "an article that would expire at the moment it is out",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["expires: 2026-11-20"]) },
    expected: "articles/a.md:5:10 error expires-before-date: the story would be taken down",
  },
  {
    name: "a story that would step back before it is out",
    files: {
      "articles/a.md": articleText("A", "2026-11-20 09:00", ["priority: {place: 1, until: 2026-11-20}"]),
    },
    expected:
      "articles/a.md:5:29 error until-before-date: the story would leave its place on the front page (2026-11-20T00:00:00Z) before it is out (2026-11-20T09:00:00Z)",
  },
  {
    name: "a place that the front page does not have",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["priority: 6"]) },
    expected: 'articles/a.md:5:11 error bad-value: "priority" must be a place from 1 to 5',
  },
  {
    name: "a place in words",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["priority: lead"]) },
    expected:
      'articles/a.md:5:11 error wrong-type: "priority" must be a place from 1 to 5, or {place: …, until: …}',
  },
  {
    name: "an end that is no date",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["expires: never"]) },
    expected: 'articles/a.md:5:10 error bad-date: "never" is not a date',
  },
  {
    name: "an end beside a bad date, which is told once",
    files: { "articles/a.md": articleText("A", "20 November", ["expires: 2026-11-21"]) },
    expected: 'articles/a.md:3:7 error bad-date: "20 November" is not a date',
  },
  {
    name: "no date",
    files: { "articles/a.md": lines("---", "title: A", "categories: [News]", "---", "Text.") },
    expected: 'articles/a.md:2:1 error missing-key: front matter has no "date"',
  },
  {
    name: "an unknown key",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["catgories: [News]", "categories: [News]"]) },
    expected:
      'articles/a.md:4:1 error unknown-key: "catgories" is not a key of front matter; did you mean "categories"?',
  },
  {
    name: "an unknown category",
    files: {
      "site.yaml": listedCategories,
      "articles/a.md": articleText("A", "2026-11-20", ["categories: [News, Buisness]"]),
    },
    expected:
      'articles/a.md:4:20 error unknown-category: "Buisness" is not a category; did you mean "Business"?',
  },
  {
    name: "a category that is a number",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["categories: [2026]"]) },
    expected:
      'articles/a.md:4:14 error wrong-type: "categories[1]" must be text; put quotation marks around it: "2026"',
  },
  {
    name: "two articles with one address",
    files: {
      "articles/a/story.md": articleText("A", "2026-11-20"),
      "articles/b/story.md": articleText("B", "2026-11-20"),
    },
    expected:
      "articles/b/story.md:2:1 error same-address: the address /2026/11/story/ is already that of articles/a/story.md",
  },
  {
    name: "a key that stands twice",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["tags: [x]", "tags: [y]"]) },
    expected: "articles/a.md:6:1 error duplicate-key: this key stands here twice",
  },
  {
    name: "a tab in YAML",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["image:", "\tsrc: a.png"]) },
    expected: "articles/a.md:6:1 error tab-in-yaml: YAML does not allow tabs here",
  },
  {
    name: "a quotation mark that is not closed",
    files: { "articles/a.md": articleText('"A', "2026-11-20") },
    expected: "articles/a.md:2:8 error unclosed-quote: a quotation mark is opened here and never closed",
  },
  {
    name: "front matter that is not closed",
    files: { "articles/a.md": lines("---", "title: A", "date: 2026-11-20", "", "Text.") },
    expected: "articles/a.md:1:1 error unclosed-front-matter: front matter opens here and is never closed",
  },
  {
    name: "no front matter",
    files: { "articles/a.md": "Harbour tunnel opens\n" },
    expected: "articles/a.md:1:1 error no-front-matter: the file must start with front matter",
  },
  {
    name: "an empty file",
    files: { "articles/a.md": "" },
    expected: "articles/a.md:1:1 error empty-file: the file is empty",
  },
  {
    name: "a binary file",
    files: { "articles/a.md": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x00, 0x01) },
    expected: "articles/a.md error binary-file: this is not a text file",
  },
  {
    name: "bytes that are not UTF-8",
    // "Sé" as Windows-1252 has it: the é is the single byte E9.
    files: {
      "articles/a.md": Buffer.concat([Buffer.from("---\ntitle: S"), Buffer.of(0xe9), Buffer.from("\n---\n")]),
    },
    expected: "articles/a.md:2:9 error invalid-utf8: this character is not UTF-8",
  },
  {
    name: "two terms with one slug",
    files: {
      "articles/a.md": articleText("A", "2026-11-20", ["tags: [Harbour Tunnel]"]),
      "articles/b.md": articleText("B", "2026-11-19", ["tags: [ferry, harbour tunnel]"]),
    },
    expected:
      'articles/b.md:5:15 error same-slug: the tag "harbour tunnel" and "Harbour Tunnel" in articles/a.md have one address',
  },
  {
    name: "an alias that is the address of a page",
    files: {
      "articles/a.md": articleText("A", "2026-11-20"),
      "articles/b.md": articleText("B", "2026-11-19", ["aliases: [/old/, /2026/11/a/]"]),
    },
    expected:
      "articles/b.md:5:18 error alias-onto-page: the alias /2026/11/a/ is the address of articles/a.md",
  },
  {
    name: "an alias that is the address of a listing",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["aliases: [/category/news/]"]) },
    expected:
      "articles/a.md:5:11 error alias-onto-page: the alias /category/news/ is the address of a page of",
  },
  {
    name: "a permalink out of the site",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["permalink: ../../x"]) },
    expected: 'articles/a.md:5:12 error bad-address: "permalink" must start with a slash',
  },
  {
    name: "a permalink of 6,000 bytes",
    files: {
      "articles/a.md": articleText("A", "2026-11-20", [`permalink: /${"a/".repeat(3000)}`]),
    },
    expected: `articles/a.md:5:12 error bad-address: "permalink" may not be longer than 1000 bytes: "/${"a/".repeat(39)}a…"`,
  },
  {
    name: "an alias of 6,000 bytes",
    files: { "articles/a.md": articleText("A", "2026-11-20", [`aliases: [/${"ab/".repeat(2000)}]`]) },
    expected: 'articles/a.md:5:11 error bad-address: "aliases[1]" may not be longer than 1000 bytes',
  },
  {
    name: "a permalink that climbs",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["permalink: /../../x/"]) },
    expected: 'articles/a.md:5:12 error bad-address: "permalink" may not hold empty parts, "." or ".."',
  },
  {
    name: "a permalink into the search index",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["permalink: /pagefind/"]) },
    expected: "articles/a.md:5:12 error reserved-address: the address /pagefind/ is reserved",
  },
  {
    name: "a slug of 300 letters",
    files: { "articles/a.md": articleText("A", "2026-11-20", [`slug: ${"a".repeat(300)}`]) },
    expected: 'articles/a.md:5:7 error slug-too-long: "slug" is too long for a file name',
  },
  {
    name: "a tag of nothing but punctuation",
    files: { "articles/a.md": articleText("A", "2026-11-20", ['tags: [ferry, "?!"]']) },
    expected: 'articles/a.md:5:15 error empty-slug: the tag "?!" has no letter or digit',
  },
  {
    name: "a language that is none",
    files: { "articles/a.md": articleText("A", "2026-11-20", ["language: english"]) },
    expected: 'articles/a.md:5:11 error bad-language: "language" must be a language tag such as en',
  },
  {
    name: "a picture that is not there",
    files: { "articles/a.md": articleText("A", "2026-11-20", [], "One.\n\nTwo ![a ferry](ferry.jpg)") },
    expected:
      'articles/a.md:8:16 error missing-image: there is no picture "ferry.jpg" in the articles folder',
  },
  {
    name: "a picture on another site",
    files: {
      "articles/a.md": articleText("A", "2026-11-20", [], "![a ferry](https://elsewhere.example/f.jpg)"),
    },
    expected: "articles/a.md:6:12 error missing-image: pictures on other sites are not shown",
  },
  {
    name: "a site.yaml without a title",
    files: { "site.yaml": "url: https://small.example\n" },
    expected: 'site.yaml:1:1 error missing-key: site.yaml has no "title"',
  },
  {
    name: "a time zone that is none",
    files: { "site.yaml": `${smallSite}timezone: Asia/Hongkong City\n` },
    expected: 'site.yaml:3:11 error bad-timezone: "timezone" must be a zone of the IANA database',
  },
];

/** A site folder with an output that an earlier build has left. */
async function publishedSite(files: Case["files"]): Promise<string> {
  const folder = await siteFolder(files);
  await writeFiles(folder, {
    "_site/_headers": "# Written by Dateline\n",
    "_site/index.html": "the last good front page",
    "_site/2026/11/old/index.html": "the last good article",
  });
  return folder;
}

/** Builds in this process; returns what is reported. */
async function reported(folder: string): Promise<string> {
  const report = await buildSite({
    deskOf: publishedDesk,
    siteFolder: folder,
    outputFolder: join(folder, "_site"),
    nowMs: Date.parse("2026-11-24"),
    drafts: false,
    search: false,
  });
  return reportText(report.diagnostics, "text");
}

describe("a build with broken input", () => {
  test.for(cases)("tells of $name, and leaves the output as it was", async ({ files, expected }) => {
    const folder = await publishedSite(files);
    const before = await filesBelow(join(folder, "_site"));
    const report = await reported(folder);
    expect(report).toContain(expected);
    expect(report.split("\n").filter((line) => / error /.test(line))).toHaveLength(1);
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
  });

  test("tells of texts that are no articles for the ending of their names, and of nothing else", async () => {
    const folder = await siteFolder({
      "articles/ferry.md": articleText("Ferry", "2026-11-20"),
      "articles/2026/boat.md.txt": articleText("Boat", "2026-11-20"),
      "articles/Tide.DOCX": "x",
      "articles/.notes.txt": "x",
      "articles/figures.csv": "x",
    });
    const { exitCode, stdout } = await run("check", "--site", folder);
    expect(exitCode).toBe(0);
    const told = (file: string, name: string) =>
      `${file} warning not-an-article: this file is passed over, as its name does not end in ".md"; if it is an article, save it as plain text named ${name}\n`;
    expect(stdout).toBe(
      [
        told("articles/2026/boat.md.txt", "articles/2026/boat.md"),
        told("articles/Tide.DOCX", "articles/Tide.md"),
        "Checked 1 article: 2 warnings.\n",
      ].join(""),
    );
  });

  test("tells of a symbolic link out of the site folder", async () => {
    const folder = await publishedSite({});
    const outside = await mkdtemp(join(tmpdir(), "dateline-test-"));
    onTestFinished(() => rm(outside, { recursive: true }));
    await writeFile(join(outside, "secret.md"), articleText("Secret", "2026-11-20"));
    await symlink(join(outside, "secret.md"), join(folder, "articles/a.md"));
    await symlink(outside, join(folder, "articles/more"));
    expect(await reported(folder)).toBe(
      [
        "articles/a.md error outside-link: this symbolic link leads out of the site folder; put a copy of the file in its place\n",
        "articles/more error outside-link: this symbolic link leads out of the site folder; put a copy of the file in its place\n",
      ].join(""),
    );
  });

  const denied = "permission is denied; change its permissions, or run this as the user it belongs to";

  test("tells of files that may not be read, articles and pictures, and of one that a cache knows", async () => {
    const folder = await siteFolder({
      "articles/a.md": articleText("A", "2026-11-20"),
      "articles/b.md": articleText("B", "2026-11-20", [], "![a square](b.jpg)"),
      "articles/b.jpg": await halves(8, 8),
    });
    expect(await reported(folder)).toBe("");
    await forbid(folder, "articles/a.md", "articles/b.jpg");
    expect(await asNobody(() => reported(folder))).toBe(
      [
        `articles/a.md error unreadable-file: the file cannot be read: ${denied}\n`,
        `articles/b.md:6:13 error unreadable-file: articles/b.jpg: the file cannot be read: ${denied}\n`,
        "  6 | ![a square](b.jpg)\n    |             ^\n",
      ].join(""),
    );
  });

  test("tells of a site.yaml and of an articles folder that may not be read, rather than that all is well", async () => {
    const folder = await publishedSite({ "articles/a.md": articleText("A", "2026-11-20") });
    await forbid(folder, "articles");
    expect(await asNobody(() => reported(folder))).toBe(
      `articles error unreadable-file: the folder cannot be read: ${denied}\n`,
    );
    await forbid(folder, "site.yaml");
    expect(await asNobody(() => reported(folder))).toBe(
      [
        `articles error unreadable-file: the folder cannot be read: ${denied}\n`,
        `site.yaml error unreadable-file: the file cannot be read: ${denied}\n`,
      ].join(""),
    );
  });

  test("shows all errors of a run together, with exit code 1, and leaves the real output byte for byte", async () => {
    const folder = await siteFolder({ "articles/good.md": articleText("Good", "2026-11-20") });
    expect(await run("build", "--site", folder, "--now", "2026-11-24")).toMatchObject({ exitCode: 0 });
    const before = await filesBelow(join(folder, "_site"));
    const broken = cases.filter(({ files }) => !("site.yaml" in files) && Object.keys(files).length === 1);
    const expected: string[] = [];
    for (const [index, { files, expected: line }] of broken.entries()) {
      const path = `articles/broken/case-${index}.md`;
      await writeFiles(folder, { [path]: Object.values(files)[0] ?? "" });
      expected.push(line.replace("articles/a.md", path));
    }
    const result = await run("build", "--site", folder, "--now", "2026-11-24");
    expect(result.exitCode).toBe(1);
    for (const line of expected) expect(result.stderr).toContain(line);
    expect(result.stderr).toContain("Nothing was published");
    expect(await filesBelow(join(folder, "_site"))).toEqual(before);
    const check = await run("check", "--site", folder, "--format", "json");
    expect(check.exitCode).toBe(1);
    expect(JSON.parse(check.stdout).length).toBeGreaterThanOrEqual(expected.length);
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { standingSite } from "../../../../src/cli/terminal/standing-site.ts";
import { readArticle } from "../../../../src/content/article/reading/article-reading.ts";
import { type ImportOptions, importArchive } from "../../../../src/newsroom/import/archive/importing.ts";
import type { StandingSite } from "../../../../src/newsroom/import/archive/standing-site.ts";
import type { ForeignFormat } from "../../../../src/newsroom/import/foreign/foreign-format.ts";
import type { ForeignEntry, ForeignStory } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import { contentRules } from "../../../../src/site/settings/site.ts";
import { filesBelow, siteFolder, smallSite } from "../../../site-folder.ts";
import { siteOf } from "../../../site-values.ts";

/** A story with what the test is about, and else as little as there may be. */
function storyOf(
  id: string,
  values: Partial<Omit<ForeignStory, "body">> & { readonly text?: string },
): ForeignStory {
  const { text = "Text.", ...others } = values;
  return {
    kind: "article",
    id,
    place: { file: "archive" },
    title: id,
    date: "2026-11-20 08:30",
    categories: ["News"],
    tags: [],
    authors: [],
    ...others,
    body: () => ({ form: "text", text }),
  };
}

/** An archive of entries as they are. */
function archiveOf(...entries: readonly ForeignEntry[]): ForeignFormat {
  return {
    name: "entries",
    title: "entries",
    shape: "entries",
    recognizes: () => true,
    read: async function* () {
      yield* entries;
    },
  };
}

type Lines = { readonly settings?: readonly string[]; readonly files?: Readonly<Record<string, string>> };

/** What an import makes of an archive: the files that come of it, and what is told. */
async function imported(
  entries: readonly ForeignEntry[],
  { settings = [], files = {} }: Lines = {},
  options: Partial<ImportOptions> = {},
  isWhole = false,
) {
  const text = [smallSite, ...settings].join("\n");
  const folder = await siteFolder({ "site.yaml": text, archive: "", ...files });
  return importedInto(folder, entries, options, isWhole);
}

async function importedInto(
  folder: string,
  entries: readonly ForeignEntry[],
  options: Partial<ImportOptions>,
  isWhole: boolean,
) {
  const outcome = await importArchive([join(folder, "archive")], {
    standing: await standingOf(folder),
    siteFolder: folder,
    format: { ...archiveOf(...entries), isWhole },
    pictures: { cacheFolder: join(folder, ".cache"), faultOf: async () => undefined },
    marks: { own: "1-a", isRunning: () => false },
    ...options,
  });
  const notes = outcome.notes.map(({ code, item, message }) => `${code} ${item}: ${message}`);
  return { folder, outcome, notes, paths: outcome.files.map(({ file }) => file) };
}

async function standingOf(folder: string): Promise<StandingSite> {
  const standing = await standingSite(folder, Date.parse("2026-11-24"));
  if (!("site" in standing)) throw new Error(JSON.stringify(standing));
  return standing;
}

/** The front matter and the text of an article, line by line. */
async function linesOf(folder: string, file: string): Promise<string[]> {
  return (await readFile(join(folder, file), "utf8")).split("\n");
}

describe("an import", () => {
  test("makes a file of each story, named by its slug in the archive or its headline, and files it by the site's clocks", async () => {
    const { paths, notes } = await imported(
      [
        storyOf("1", { title: "Ferry returns", date: "2026-10-31T23:30:00Z" }),
        storyOf("2", { title: "Bridge opens", slug: "The-Bridge!", date: "2026-11-20" }),
      ],
      { settings: ["timezone: Asia/Seoul"] },
    );
    expect(paths).toEqual(["articles/2026/11/ferry-returns.md", "articles/2026/11/the-bridge.md"]);
    expect(notes).toEqual([]);
  });

  test("writes times as the site's clocks show them, as precisely as they are known", async () => {
    const { folder } = await imported(
      [
        storyOf("day", { date: "2026-11-20" }),
        storyOf("zone", { date: "2026-11-20T08:30:15+00:00", updated: "2026-11-21 07:00" }),
        storyOf("twice", { date: "2026-10-25T01:30:00Z" }),
      ],
      { settings: ["timezone: Europe/Zurich"] },
    );
    expect(await linesOf(folder, "articles/2026/11/day.md")).toContain("date: 2026-11-20");
    const zone = await linesOf(folder, "articles/2026/11/zone.md");
    expect(zone).toContain("date: 2026-11-20 09:30:15");
    expect(zone).toContain("updated: 2026-11-21 07:00");
    // Clocks show 02:30 twice that night; this is the second time.
    expect(await linesOf(folder, "articles/2026/10/twice.md")).toContain("date: 2026-10-25T02:30:00+01:00");
  });

  test("gives stories without a date the one that is given, and lists them where none is", async () => {
    const entries = [storyOf("1", { date: undefined }), storyOf("2", { date: "soon" })];
    expect((await imported(entries)).notes).toEqual([
      'unusable-value 2: "soon" is no date that there is',
      "no-date 1: it says no date; give one to all such stories by --date 2026-11-20",
      "no-date 2: it says no date; give one to all such stories by --date 2026-11-20",
    ]);
    expect((await imported(entries, {}, { date: "2026-09-01" })).paths).toEqual([
      "articles/2026/09/1.md",
      "articles/2026/09/2.md",
    ]);
  });

  test("leads nobody to listings of stories that are not imported, and check finds nothing wrong", async () => {
    const tag = (name: string): ForeignEntry => ({
      kind: "term",
      termKind: "tag",
      name,
      oldAddresses: [`/old-tag/${name}/`],
    });
    const entries = [
      storyOf("1", { tags: ["ice"] }),
      storyOf("2", { tags: ["snow"], date: undefined }),
      // Another stands in its file.
      storyOf("3", { tags: ["rain"] }),
      ...["ice", "snow", "rain"].map(tag),
    ];
    const other = "---\ntitle: Other\ndate: 2020-01-01\ncategories: [News]\n---\nOther.\n";
    const files = { "articles/2026/11/3.md": other };
    const { folder, notes } = await imported(entries, { files }, {}, true);
    expect((await linesOf(folder, "redirects.txt")).filter((line) => line.startsWith("/"))).toEqual([
      "/old-tag/ice/ /tag/ice/",
      "/old-tag/snow/ /tags/",
      "/old-tag/ice/page/* /tag/ice/",
      "/old-tag/snow/page/* /tags/",
    ]);
    const nowhere = '"/tag/rain/" is no page or file of this site';
    expect(notes.filter((note) => note.startsWith("lost-address"))).toEqual([
      `lost-address tag rain: /old-tag/rain/ cannot lead to /tag/rain/: ${nowhere}`,
      `lost-address tag rain: /old-tag/rain/page/* cannot lead to /tag/rain/: ${nowhere}`,
    ]);
  });

  test("proposes the pattern of the old addresses where own pages stand on the site already, and no article", async () => {
    const site: ForeignEntry = { kind: "site", url: "https://old.example/" };
    const entries = [site, storyOf("1", { slug: "ferry", address: "https://old.example/2026/11/20/ferry/" })];
    const about = { "pages/about.md": "---\ntitle: About\n---\nUs.\n" };
    const withPage = await imported(entries, { files: about }, {}, true);
    expect(await linesOf(withPage.folder, "site.yaml")).toContain("permalink: /{year}/{month}/{day}/{slug}/");
    const other = "---\ntitle: Other\ndate: 2020-01-01\ncategories: [News]\n---\nOther.\n";
    const withArticle = await imported(entries, { files: { ...about, "articles/2020/01/other.md": other } });
    expect(withArticle.outcome.settings.keys).toEqual([]);
  });

  test("makes names unique, the oldest first, whatever the order of the archive", async () => {
    const newer = storyOf("newer", { title: "Ferry", date: "2026-11-20" });
    const older = storyOf("older", { title: "Ferry", date: "2026-11-02" });
    const other = storyOf("other", { title: "Ferry 2", date: "2026-11-01" });
    expect((await imported([newer, older, other])).paths).toEqual([
      "articles/2026/11/ferry-3.md",
      "articles/2026/11/ferry.md",
      "articles/2026/11/ferry-2.md",
    ]);
  });

  test("takes dateline and source line out of the text", async () => {
    const text = "GENEVA, SWITZERLAND — The ferry is back.\nIt left.\nSource : Harbour Agency";
    const { folder } = await imported([storyOf("a", { text })]);
    expect(await linesOf(folder, "articles/2026/11/a.md")).toEqual([
      "---",
      "title: a",
      "date: 2026-11-20 08:30",
      "categories: [News]",
      "dateline: GENEVA, SWITZERLAND",
      "source: Harbour Agency",
      "---",
      "The ferry is back.",
      "",
      "It left.",
      "",
    ]);
  });

  test("writes HTML as Markdown, and tells what cannot be said in it", async () => {
    const html = "<p>The <b>ferry</b> is <a href='/2019/03/bus/'>back</a>.</p><form><input></form>";
    const { folder, notes } = await imported([
      { ...storyOf("a", {}), body: () => ({ form: "html", text: html }) },
    ]);
    expect(await linesOf(folder, "articles/2026/11/a.md")).toContain(
      "The **ferry** is [back](/2019/03/bus/).",
    );
    expect(notes).toEqual([expect.stringContaining("a: ")]);
  });

  test("keeps stories and pages at their addresses, and leads old ones there", async () => {
    const site: ForeignEntry = { kind: "site", url: "https://old.example" };
    const entries: ForeignEntry[] = [
      site,
      storyOf("1", {
        slug: "ferry",
        address: "https://old.example/news/ferry.html",
        oldAddresses: ["/?p=1"],
      }),
      storyOf("2", { slug: "bus", address: "https://old.example/2026/11/bus/" }),
      storyOf("4", { slug: "tram", address: "https://old.example/2026/11/tram/" }),
      { ...storyOf("3", { title: "About us", address: "/legal/about/" }), kind: "page" },
    ];
    const { folder, paths, outcome } = await imported(entries, {}, {}, true);
    expect(paths).toEqual([
      "articles/2026/11/ferry.md",
      "articles/2026/11/bus.md",
      "articles/2026/11/tram.md",
      "pages/legal/about.md",
    ]);
    expect(await linesOf(folder, "articles/2026/11/ferry.md")).toContain("permalink: /news/ferry.html");
    expect(await linesOf(folder, "articles/2026/11/bus.md")).not.toContain("permalink: /2026/11/bus/");
    expect(await linesOf(folder, "pages/legal/about.md")).toEqual([
      "---",
      "title: About us",
      "---",
      "Text.",
      "",
    ]);
    expect(await linesOf(folder, "redirects.txt")).toContain("/?p=1 /news/ferry.html");
    expect(outcome.redirectCount).toBe(1);
  });

  test("gives copies of stories that stand elsewhere addresses of the site's own", async () => {
    const feed: ForeignEntry = { kind: "site", url: "https://agency.example", feeds: ["/feed/"] };
    const copies = ["https://agency.example/wire/ferry.html", "https://www.small.example/wire/bus.html"];
    const entries = [feed, ...copies.map((address, index) => storyOf(`copy-${index + 1}`, { address }))];
    const { folder, outcome } = await imported(entries);
    expect(await linesOf(folder, "articles/2026/11/copy-1.md")).not.toContain("permalink: /wire/ferry.html");
    expect(await linesOf(folder, "articles/2026/11/copy-2.md")).toContain("permalink: /wire/bus.html");
    expect(outcome.redirectCount).toBe(0);
    expect(outcome.asked?.()).toEqual(["/wire/bus.html"]);
  });

  test("leads links to a draft to where it will stand, and readers not", async () => {
    const draft = storyOf("draft", { isDraft: true, oldAddresses: ["/content/draft.md"] });
    const text = '<p>See <a href="/content/draft.md">there</a>.</p>';
    const linking: ForeignEntry = { ...storyOf("a", {}), body: () => ({ form: "html", text }) };
    const { folder, outcome } = await imported([draft, linking], {}, {}, true);
    expect(await linesOf(folder, "articles/2026/11/a.md")).toContain("See [there](/2026/11/draft/).");
    expect(outcome.redirectCount).toBe(0);
  });

  test("closes no list of categories of which the archive has none", async () => {
    const { folder, outcome } = await imported([storyOf("1", { categories: [] })], {}, {}, true);
    expect(await linesOf(folder, "articles/2026/11/1.md")).toContain("categories: [News]");
    expect(outcome.settings.keys).toEqual([]);
  });

  test("lists the terms of a whole publication in site.yaml, where it has no lists, and leaves the rest of it alone", async () => {
    const term = (name: string, slug: string, others = {}): ForeignEntry => ({
      kind: "term",
      termKind: "category",
      name,
      slug,
      ...others,
    });
    const entries = [
      term("Asia", "asia-news", { description: "East of the Urals." }),
      term("Seoul", "seoul", { parent: "Asia" }),
      storyOf("1", { categories: ["Seoul"], tags: ["C++"], authors: ["Mei Tan"] }),
      storyOf("2", { categories: [], tags: ["C"] }),
    ];
    const settings = ["# The zone of the desk.", "timezone: Asia/Seoul # not Tokyo"];
    const first = await imported(entries, { settings }, {}, true);
    const text = await readFile(join(first.folder, "site.yaml"), "utf8");
    expect(text).toBe(`${[smallSite, ...settings].join("\n")}

# From the archive that was imported.
# Articles may name these categories and no others. Without the list, any will do.
categories:
  - name: Seoul
  - name: News
  - name: Asia
    slug: asia-news
    description: East of the Urals.
tags:
  - name: C
    slug: c-2
# Articles may name these authors and no others. Without the list, any will do.
authors:
  - name: Mei Tan
`);
    expect(await linesOf(first.folder, "articles/2026/11/1.md")).toContain("categories: [Seoul, Asia]");
    expect(await linesOf(first.folder, "articles/2026/11/2.md")).toContain("categories: [News]");
    const before = await filesBelow(first.folder);
    const again = await importedInto(first.folder, entries, {}, true);
    expect(again.outcome.files.map(({ became }) => became)).toEqual(["unchanged", "unchanged"]);
    expect(again.notes).toEqual(first.notes);
    expect(await filesBelow(first.folder)).toEqual(before);
  });

  test("lists what the site's own articles are filed under beside the archive's, under one spelling", async () => {
    const files = {
      "articles/2026/11/first.md":
        "---\ntitle: First\ndate: 2026-11-20\ncategories: [News, Local]\nauthors: [Jo Bell]\n---\n",
    };
    const entries = [
      storyOf("1", { categories: ["LOCAL", "Asia"] }),
      storyOf("2", { categories: ["local"] }),
      storyOf("3", { categories: ["Asia"] }),
    ];
    const { folder, notes } = await imported(entries, { files }, {}, true);
    expect(notes).toEqual([
      'merged-term category "LOCAL": "LOCAL" (1 story) is "Local" now, from which it differs by letter case, hyphen or accent only',
      'merged-term category "local": "local" (1 story) is "Local" now, from which it differs by letter case, hyphen or accent only',
    ]);
    const settings = await readFile(join(folder, "site.yaml"), "utf8");
    expect(settings.split("# Articles may name ").slice(1)).toEqual([
      "these categories and no others. Without the list, any will do.\ncategories:\n  - name: Asia\n  - name: News\n  - name: Local\n",
    ]);
    const { site } = await standingOf(folder);
    const first = readArticle(
      "first.md",
      Buffer.from(files["articles/2026/11/first.md"]),
      contentRules(site, new Map()),
    );
    expect(first.diagnostics).toEqual([]);
  });

  test("takes the spelling of a source that most closing lines have, and lists the others", async () => {
    const entries = [
      storyOf("1", { text: "One.\nSource: HARBOUR WIRE" }),
      storyOf("2", { text: "Two.\nSource : Harbour Wire" }),
      storyOf("3", { text: "Three.\nSource: Harbour Wire" }),
      storyOf("4", { text: "Four.\nSource: Harbour-Wire", source: { name: "Another Agency" } }),
    ];
    const { folder, notes } = await imported(entries, {}, {}, true);
    expect(notes).toEqual([
      'merged-term source "HARBOUR WIRE": "HARBOUR WIRE" (1 story) is "Harbour Wire" now, from which it differs by letter case, hyphen or accent only',
    ]);
    for (const id of ["1", "2", "3"]) {
      const lines = await linesOf(folder, `articles/2026/11/${id}.md`);
      expect(lines).toContain("source: Harbour Wire");
      expect(lines.join("\n")).not.toMatch(/Source ?:/);
    }
    expect(await linesOf(folder, "articles/2026/11/4.md")).toContain("Source: Harbour-Wire");
    const settings = await readFile(join(folder, "site.yaml"), "utf8");
    expect(settings.match(/^sources:\n(?: .*\n)+/m)?.[0]).toBe(
      "sources:\n  - name: Harbour Wire\n  - name: Another Agency\n",
    );
  });

  test("writes nothing where the archive is broken, unless it is asked for what came before", async () => {
    const fault: ForeignEntry = {
      kind: "fault",
      diagnostic: { file: "archive", line: 3, severity: "error", code: "cut-character", message: "broken" },
      stops: true,
    };
    const { folder, outcome } = await imported([storyOf("a", {}), fault]);
    expect(outcome).toMatchObject({ isDone: false, files: [], diagnostics: [fault.diagnostic] });
    expect([...(await filesBelow(folder)).keys()]).toEqual(["archive", "site.yaml"]);
    const partial = await imported([storyOf("a", {}), fault], {}, { isPartial: true });
    expect(partial).toMatchObject({ paths: ["articles/2026/11/a.md"], outcome: { isDone: true } });
  });
});

describe("an archive of somebody who means harm", () => {
  test("writes nowhere but into articles/ and pages/, whatever its names say", async () => {
    const { folder } = await imported([
      storyOf("../../etc/passwd", { slug: "../../../etc/cron.d/x", title: "../../up" }),
      storyOf("2", { slug: "..", title: "..\\\\..\\\\windows" }),
      storyOf("3", { slug: "/absolute/path", title: "C:\\\\x" }),
      { ...storyOf("4", { address: "/../../outside/", title: "Page" }), kind: "page" },
      { ...storyOf("5", { address: "/%2e%2e/%2e%2e/outside.php", title: "Page" }), kind: "page" },
      { ...storyOf("6", { address: "/.git/hooks/", title: "Page" }), kind: "page" },
      { ...storyOf("7", { address: "/index.html", title: "Front" }), kind: "page" },
    ]);
    expect([...(await filesBelow(folder)).keys()]).toEqual([
      "archive",
      "articles/2026/11/absolute-path.md",
      "articles/2026/11/etc-cron-d-x.md",
      "articles/2026/11/windows.md",
      "pages/front.md",
      "pages/git/hooks.md",
      "pages/outside-2.md",
      "pages/outside.md",
      "redirects.txt",
      "site.yaml",
    ]);
  });

  test("becomes values that read as they were, whatever YAML, controls and broken letters they hold", async () => {
    const title = 'a: b # c\n---\n- !!js "x" \u0000\u001b[31m {{ evil }} \ud800 &anchor *alias';
    const { folder, outcome } = await imported([
      storyOf("1", {
        title,
        slug: "yaml",
        categories: ["true", "null", "[News]", "2026-11-20", "---"],
        tags: ["yes: no", "\u0000", "| >", "'\"", "\u202Egnp.exe"],
        authors: ["@mei", "mei: tan"],
        description: "- one\n- two: %TAG",
      }),
    ]);
    expect(outcome.notes.map(({ code, item }) => `${code} ${item}`)).toEqual([
      'unusable-value category "---"',
      'unusable-value tag "| >"',
      'unusable-value tag "\'""',
    ]);
    const { article, diagnostics } = await readBack(folder, "articles/2026/11/yaml.md");
    expect(diagnostics).toEqual([]);
    expect(article).toMatchObject({
      title: 'a: b # c --- - !!js "x" [31m {{ evil }} \uFFFD &anchor *alias',
      categories: [{ name: "true" }, { name: "null" }, { name: "[News]" }, { name: "2026-11-20" }],
      tags: [{ name: "yes: no" }, { name: "gnp.exe" }],
      authors: [{ name: "@mei" }, { name: "mei: tan" }],
      standfirst: "- one - two: %TAG",
    });
  });

  test("may hold titles of a million letters and thousands of terms, and ends all the same", async () => {
    const long = "long ".repeat(200_000);
    const many = Array.from({ length: 5000 }, (_, index) => `Term ${index}!`);
    const alike = Array.from({ length: 5000 }, (_, index) => `Same${"!".repeat(index % 100)}`);
    const { folder, outcome } = await imported([
      storyOf("1", {
        title: long,
        slug: long,
        description: long,
        dateline: long,
        categories: many,
        tags: [...alike, long],
      }),
      ...Array.from({ length: 500 }, (_, index) => storyOf(`same-${index}`, { title: "Same" })),
    ]);
    expect(outcome.files).toHaveLength(501);
    const [first] = outcome.files;
    expect(new Set(outcome.files.map(({ file }) => file)).size).toBe(501);
    expect(first?.file.length).toBeLessThan(300);
    const { article } = await readBack(folder, first?.file ?? "");
    expect(article?.title.length).toBeLessThanOrEqual(2000);
    expect(article?.categories).toHaveLength(5000);
  });

  test("has stories of its own that the site would refuse listed with the reason, and the rest imported", async () => {
    const broken: ForeignEntry = {
      ...storyOf("1", {}),
      body: () => ({ form: "text", text: "![x](nowhere.jpg)" }),
    };
    const { paths, notes } = await imported([
      broken,
      storyOf("2", { expires: "2020-01-01", updated: "never", language: "klingon" }),
    ]);
    expect(paths).toEqual(["articles/2026/11/1.md", "articles/2026/11/2.md"]);
    expect(notes).toEqual([
      'unusable-value 2: "updated" is left out, as "never" is no date',
      'unusable-value 2: "expires" is left out, as 2020-01-01 is not after its date',
    ]);
  });
});

/** An article file as the site reads it. */
async function readBack(folder: string, file: string) {
  return readArticle(file, await readFile(join(folder, file)), contentRules(siteOf(), new Map()));
}

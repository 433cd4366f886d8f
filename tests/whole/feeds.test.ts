import { describe, expect, onTestFinished, test } from "vitest";
import { startPreview } from "../../src/preview/preview.ts";
import { halves } from "../picture-files.ts";
import { readAtom, readJsonFeed } from "../site/feeds/feed-rules.ts";
import { articleText, builtSite, siteFolder, smallSite, writeFiles } from "../site-folder.ts";

function feedsOf(files: ReadonlyMap<string, string>, name: "feed.xml" | "feed.json"): [string, string][] {
  return [...files].filter(([path]) => path === name || path.endsWith(`/${name}`));
}

function atomAt(files: ReadonlyMap<string, string>, path: string) {
  return readAtom(files.get(path) ?? "");
}

function jsonAt(files: ReadonlyMap<string, string>, path: string) {
  return readJsonFeed(files.get(path) ?? "");
}

describe("the feeds of a site whose every text is hostile", () => {
  const hostile = `</title>]]>&<b>"'\u0001\u000b\ufffe😀 عنوان`;
  const shown = `</title>]]>&<b>"'`;
  // JSON is YAML; it writes control characters as escapes.
  const quoted = JSON.stringify(hostile);
  const site = {
    "site.yaml": `title: ${quoted}\nurl: https://small.example\ndescription: ${quoted}\npublisher: {name: ${quoted}}\n`,
    "articles/a.md": articleText(
      quoted,
      "2026-11-02 08:30:00 +08:00",
      [
        `categories: [${quoted}, Asia]`,
        `tags: [${quoted}, 경제]`,
        `authors: [${quoted}]`,
        `source: {name: ${quoted}, url: "https://a.example/?q=a b&c=<\\"d\\">"}`,
        `description: ${quoted}`,
        `dateline: ${quoted}`,
        "image: {src: a b.jpg, alt: A}",
        `corrections: [{date: 2026-11-03, text: ${quoted}}, {date: 2026-11-03, text: Again.}]`,
        "language: ar",
      ],
      `${hostile}\n\n[home](/) ![A](a%20b.jpg) ]]> <script>`,
    ),
    "articles/b.md": articleText("Plain", "2026-11-01"),
  };
  let built: Promise<Map<string, string>> | undefined;
  const builtOnce = () => {
    built ??= halves(20, 10)
      .then((picture) => siteFolder({ ...site, "articles/a b.jpg": picture }))
      .then((folder) => builtSite(folder));
    return built;
  };

  test("are valid, beside the front page, every listing of a term, and the corrections", async () => {
    const files = await builtOnce();
    const atom = feedsOf(files, "feed.xml");
    // The front page, corrections, 3 categories, 2 tags, 1 author, 1 source.
    expect(atom).toHaveLength(9);
    for (const [path, text] of atom) expect(() => readAtom(text), path).not.toThrow();
    const json = feedsOf(files, "feed.json");
    expect(json).toHaveLength(9);
    for (const [path, text] of json) expect(() => readJsonFeed(text), path).not.toThrow();
  });

  test("say the same in both formats", async () => {
    const files = await builtOnce();
    const feeds = feedsOf(files, "feed.xml");
    expect(feeds).toHaveLength(9);
    for (const [path, text] of feeds) {
      const atom = readAtom(text);
      const json = jsonAt(files, path.replace(/xml$/, "json"));
      expect(json.title).toBe(atom.title);
      expect(json.home_page_url).toBe(atom.home);
      expect(json.items.map((item) => [item.id, item.title, item.content_html ?? item.content_text])).toEqual(
        atom.entries.map(({ id, title, content }) => [id, title, content]),
      );
    }
  });

  test("give the text as it was written, but for what XML cannot hold", async () => {
    const files = await builtOnce();
    const [entry] = atomAt(files, "feed.xml").entries;
    expect(entry).toMatchObject({
      id: "https://small.example/2026/11/a/",
      title: `${shown} 😀 عنوان`,
      published: "2026-11-02T00:30:00Z",
      updated: "2026-11-03T00:00:00Z",
      language: "ar",
      authors: [`${shown} 😀 عنوان`],
      source: `${shown} 😀 عنوان`,
      original: "https://a.example/?q=a%20b&c=%3C%22d%22%3E",
      categories: [`${shown} 😀 عنوان`, "Asia", `${shown} 😀 عنوان`, "경제"],
    });
    expect(entry?.content).toContain('<div lang="ar" dir="rtl">');
    expect(entry?.content).toContain('<a href="https://small.example/">home</a>');
    expect(entry?.content).toMatch(/<img src="https:\/\/small\.example\/media\/[\w/-]+\.jpg" alt="A"/);
    expect(entry?.content).toMatch(/srcset="https:\/\/small\.example\/media\/[\w/-]+\.avif /);
    expect(entry?.content).toContain("]]&gt; &lt;script&gt;");
    const [item] = jsonAt(files, "feed.json").items;
    expect(item).toMatchObject({
      external_url: "https://a.example/?q=a%20b&c=%3C%22d%22%3E",
      image: expect.stringMatching(/^https:\/\/small\.example\/media\/[\w/-]+\.jpg$/),
      tags: [`${shown} 😀 عنوان`, "Asia", `${shown} 😀 عنوان`, "경제"],
    });
  });

  test("have addresses that machines can read where terms are written in other scripts", async () => {
    const files = await builtOnce();
    expect(atomAt(files, "tag/경제/feed.xml")).toMatchObject({
      self: "https://small.example/tag/%EA%B2%BD%EC%A0%9C/feed.xml",
      home: "https://small.example/tag/%EA%B2%BD%EC%A0%9C/",
    });
  });
});

describe("a feed", () => {
  const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
  const stories = Object.fromEntries(
    numbers.map((number) => [
      `articles/story-${number}.md`,
      articleText(`Story ${number}`, `2026-10-${String(number).padStart(2, "0")}`, [
        `categories: [${number % 2 === 0 ? "Even" : "Odd"}]`,
      ]),
    ]),
  );

  test("holds the newest twenty, newest first", async () => {
    const files = await builtSite(await siteFolder(stories));
    const expected = numbers
      .slice(5)
      .reverse()
      .map((number) => `Story ${number}`);
    expect(atomAt(files, "feed.xml").entries.map(({ title }) => title)).toEqual(expected);
    expect(jsonAt(files, "feed.json").items.map(({ title }) => title)).toEqual(expected);
    expect(atomAt(files, "category/even/feed.xml").entries).toHaveLength(12);
  });

  test("changes only where a new article belongs to it", async () => {
    const folder = await siteFolder(stories);
    const before = await builtSite(folder);
    await writeFiles(folder, { "articles/new.md": articleText("New", "2026-11-02", ["categories: [Even]"]) });
    const after = await builtSite(folder);
    const changed = [...feedsOf(after, "feed.xml"), ...feedsOf(after, "feed.json")]
      .filter(([path, text]) => before.get(path) !== text)
      .map(([path]) => path);
    expect(changed.sort()).toEqual([
      "category/even/feed.json",
      "category/even/feed.xml",
      "feed.json",
      "feed.xml",
    ]);
  });

  test("knows an article by the same id after its title, its text and its tags have changed", async () => {
    const folder = await siteFolder({ "articles/a.md": articleText("Ferry late", "2026-11-02 08:30") });
    const [before] = atomAt(await builtSite(folder), "feed.xml").entries;
    await writeFiles(folder, {
      "articles/a.md": articleText(
        "Ferry on time",
        "2026-11-02 08:30",
        ["tags: [ferry]", "updated: 2026-11-05 10:00"],
        "Other.",
      ),
    });
    const files = await builtSite(folder);
    const [after] = atomAt(files, "feed.xml").entries;
    expect(before).toMatchObject({ title: "Ferry late", updated: "2026-11-02T08:30:00Z" });
    expect(after).toMatchObject({
      id: before?.id,
      title: "Ferry on time",
      published: "2026-11-02T08:30:00Z",
      updated: "2026-11-05T10:00:00Z",
    });
    expect(atomAt(files, "feed.xml").updated).toBe("2026-11-05T10:00:00Z");
    expect(jsonAt(files, "feed.json").items[0]).toMatchObject({
      date_published: "2026-11-02T08:30:00Z",
      date_modified: "2026-11-05T10:00:00Z",
    });
    expect(files.get("2026/11/a/index.html")).toContain(
      'Updated <time datetime="2026-11-05T10:00:00Z">5 November 2026',
    );
  });

  test("holds no draft and no scheduled article, not even where their pages are shown", async () => {
    const folder = await siteFolder({
      "articles/out.md": articleText("Out", "2026-11-01"),
      "articles/later.md": articleText("Later", "2026-12-01", [
        "corrections: [{date: 2026-11-03, text: No}]",
      ]),
      "articles/draft.md": articleText("Draft", "2026-11-02", ["draft: true"]),
    });
    const files = await builtSite(folder, { drafts: true });
    expect(files.has("2026/11/draft/index.html")).toBe(true);
    expect(atomAt(files, "feed.xml").entries.map(({ title }) => title)).toEqual(["Out"]);
    expect(atomAt(files, "corrections/feed.xml").entries).toEqual([]);
  });

  test("names the agency as the author of copy that has no byline", async () => {
    const files = await builtSite(
      await siteFolder({
        "articles/a.md": articleText("Copy", "2026-11-02", ["source: Agency News"]),
        "articles/b.md": articleText("Signed", "2026-11-01", ["source: Agency News", "authors: [Mei Tan]"]),
        "articles/c.md": articleText("Own", "2026-10-31"),
      }),
    );
    expect(atomAt(files, "feed.xml").entries.map(({ authors }) => authors)).toEqual([
      ["Agency News"],
      ["Mei Tan"],
      [],
    ]);
    expect(jsonAt(files, "feed.json").authors).toEqual([
      { name: "The Small Paper", url: "https://small.example/" },
    ]);
  });

  test("without articles is valid, and says that it has never changed", async () => {
    const files = await builtSite(
      await siteFolder({ "site.yaml": `${smallSite}categories:\n  - name: Asia\n` }),
    );
    for (const path of ["feed", "category/asia/feed", "corrections/feed"]) {
      expect(atomAt(files, `${path}.xml`)).toMatchObject({ updated: "1970-01-01T00:00:00Z", entries: [] });
      expect(jsonAt(files, `${path}.json`).items).toEqual([]);
    }
  });
});

describe("readers find feeds", () => {
  const site = {
    "articles/a.md": articleText("A", "2026-11-02", [
      "tags: [ferry]",
      "authors: [Mei Tan]",
      "source: Agency",
    ]),
  };
  const discovered = (page: string | undefined) =>
    [...(page ?? "").matchAll(/<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">/g)].map(
      ([, ...parts]) => parts.join(" | "),
    );
  const ofSite = [
    "application/atom+xml | The Small Paper (Atom) | /feed.xml",
    "application/feed+json | The Small Paper (JSON) | /feed.json",
  ];

  test("by the head of every page, a listing's own on its page", async () => {
    const files = await builtSite(await siteFolder(site));
    for (const [path, text] of files) {
      if (path.endsWith(".html")) expect(discovered(text).slice(0, ofSite.length), path).toEqual(ofSite);
    }
    expect(discovered(files.get("index.html"))).toEqual(ofSite);
    expect(discovered(files.get("2026/11/a/index.html"))).toEqual(ofSite);
    expect(discovered(files.get("tag/ferry/index.html"))).toEqual([
      ...ofSite,
      "application/atom+xml | ferry (Atom) | /tag/ferry/feed.xml",
      "application/feed+json | ferry (JSON) | /tag/ferry/feed.json",
    ]);
  });

  test("on a page that lists them all, in the footer of every page", async () => {
    const files = await builtSite(await siteFolder(site));
    expect(files.get("2026/11/a/index.html")).toContain('<a href="/feeds/">Feeds</a>');
    const listed = [
      ...(files.get("feeds/index.html") ?? "").matchAll(/href="([^"]*feed\.(?:xml|json))" type/g),
    ];
    const paths = [...feedsOf(files, "feed.xml"), ...feedsOf(files, "feed.json")].map(([path]) => `/${path}`);
    expect(listed.map(([, href]) => href).sort()).toEqual(paths.sort());
  });

  test("in the preview too, with the media types of the published site", async () => {
    const folder = await siteFolder(site);
    const files = await builtSite(folder);
    const preview = await startPreview({ siteFolder: folder, port: 0, onShown: () => {} });
    onTestFinished(() => preview.close());
    for (const [path, type] of [
      ["feed.xml", "application/atom+xml; charset=utf-8"],
      ["feed.json", "application/feed+json"],
      ["tag/ferry/feed.xml", "application/atom+xml; charset=utf-8"],
      ["tag/ferry/feed.json", "application/feed+json"],
    ] as const) {
      const response = await fetch(`http://localhost:${preview.port}/${path}`);
      expect(response.headers.get("content-type"), path).toBe(type);
      expect(await response.text(), path).toBe(files.get(path));
    }
    expect(files.get("_headers")).toContain(
      "\n/*/feed.xml\n  Content-Type: application/atom+xml; charset=utf-8\n",
    );
  });
});

import { readdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { givenSources } from "../../../../src/newsroom/import/archive/given-sources.ts";
import type { ForeignFormat } from "../../../../src/newsroom/import/foreign/foreign-format.ts";
import type { ForeignEntry } from "../../../../src/newsroom/import/foreign/foreign-item.ts";
import {
  foreignFormatNamed,
  foreignFormatOf,
  foreignFormats,
} from "../../../../src/newsroom/import/formats/foreign-formats.ts";
import { projectFolder } from "../../../../src/publish/disk/project.js";
import { siteFolder } from "../../../site-folder.ts";
import { siteOf } from "../../../site-values.ts";

/** An archive in each format, by its name: files by path, each format's own with nothing wrong. A new format needs one. */
const examples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  newsml: {
    "item.xml":
      "<newsItem guid='urn:1' version='1'><contentMeta><headline>Ferry</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>Back.</inlineData></contentSet></newsItem>",
  },
  ninjs: {
    "1.json": '{"uri": "urn:1", "version": "1", "headline": "Ferry", "body_text": "Gone."}',
    "2.json": '{"uri": "urn:1", "version": "2", "headline": "Ferry", "body_text": "Back."}',
    "ferry.jpg": "",
  },
  ghost: {
    "paper.ghost.json":
      '{"db": [{"meta": {"exported_on": 1}, "data": {"posts": [{"id": 1, "title": "Ferry", "html": "<p>Back.</p>", "status": "published"}]}}]}',
  },
  feed: {
    "feed.xml":
      "<rss version='2.0'><channel><item><title>Ferry</title><description>Back.</description></item></channel></rss>",
  },
  wordpress: {
    "export.xml": `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>Ferry returns</title><content:encoded><![CDATA[It is back.]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:post_date_gmt>2026-03-01 10:30:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="asia"><![CDATA[Asia]]></category></item>
</channel></rss>`,
  },
  markdown: {
    "_config.yml": "title: Harbour Times\n",
    "_posts/2020-01-02-ferry.md": "---\ntitle: Ferry returns\ncategories: Asia\n---\nIt is back.\n",
  },
  text: {
    "copy.txt": "Home » Ferry returns\nAsia\nFerry returns\nGENEVA — It is back.\nSource : Harbour Agency",
  },
};

const names = foreignFormats.map(({ name }) => name);

/** Every format that stands in a module of the rooms. */
async function formatsOfTheRooms(): Promise<ForeignFormat[]> {
  const folder = join(projectFolder, "src/newsroom/import/formats");
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"));
  const modules: object[] = await Promise.all(files.map((file) => import(join(folder, file))));
  return modules.flatMap((module) => Object.values(module)).filter(isFormat);
}

function isFormat(value: unknown): value is ForeignFormat {
  return typeof value === "object" && value !== null && "recognizes" in value && "read" in value;
}

/** What is given to an import of an example: the folder where there are several files, else the file. */
async function exampleOf(name: string) {
  const files = examples[name] ?? {};
  const folder = await siteFolder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`a/${path}`, text])),
  );
  const [only, ...others] = Object.keys(files);
  return givenSources([join(folder, "a", others.length === 0 ? (only ?? "") : "")], undefined);
}

describe("the formats of foreign archives", () => {
  test("are all in the list, each once", async () => {
    const found = new Set(await formatsOfTheRooms());
    expect([...found].map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  test("have an example each in this test", () => {
    expect(Object.keys(examples).sort()).toEqual([...names].sort());
  });

  test.for(foreignFormats)("know their own: $name", async ({ name }) => {
    const { given } = await exampleOf(name);
    expect(given.map(({ format }) => format.name)).toEqual([name]);
    const entries: ForeignEntry[] = [];
    for (const { source, format } of given) {
      const options = { site: siteOf(), date: "2026-11-20", keys: new Map<string, null>() };
      for await (const entry of format.read(source, options)) entries.push(entry);
    }
    expect(entries.filter(({ kind }) => kind === "article").length).toBeGreaterThan(0);
    expect(entries.filter((entry) => entry.kind === "fault" && entry.stops)).toEqual([]);
  });

  test("need a feed to be there where they are given its address", async () => {
    const { given, diagnostics } = await givenSources(["http://127.0.0.1:1/feed"], undefined);
    expect(given).toEqual([]);
    expect(diagnostics).toMatchObject([{ file: "http://127.0.0.1:1/feed", code: "unreachable-address" }]);
  });

  test("are given files alone: links within a folder are followed to files, and all others are told", async () => {
    const folder = await siteFolder({
      "secret.md": "Secret.",
      "old/config.toml": "",
      "old/content/ferry.md": "Back.",
    });
    const links = {
      "again.md": "ferry.md",
      all: ".",
      "gone.md": "nothing.md",
      "secret.md": "../../secret.md",
    };
    for (const [name, target] of Object.entries(links))
      await symlink(target, join(folder, "old/content", name));
    const { given, notes } = await givenSources([join(folder, "old")], foreignFormatNamed("markdown"));
    expect(given[0]?.source.files).toEqual(["config.toml", "content/again.md", "content/ferry.md"]);
    expect(notes.map(({ item, message }) => `${item}: ${message}`).sort()).toEqual([
      "content/all: this symbolic link leads to a folder, and is not followed",
      "content/gone.md: this symbolic link cannot be followed: there is no such file or folder",
      "content/secret.md: this symbolic link leads out of the folder, and is not followed",
    ]);
    const { diagnostics } = await givenSources(["/dev/null"], undefined);
    expect(diagnostics).toMatchObject([{ file: "/dev/null", code: "unreadable-file" }]);
  });

  test("are found by their names", () => {
    expect(foreignFormatNamed("text")?.title).toBe("pasted copy");
    expect(foreignFormatNamed("Text")).toBeUndefined();
  });

  test("leave no text without a format: what none knows is pasted copy", () => {
    const text = { name: "a", path: "a", isFolder: false, files: [] };
    expect(foreignFormatOf({ ...text, head: "" })?.name).toBe("text");
    expect(foreignFormatOf({ ...text, head: '{"things": []}' })?.name).toBe("text");
  });
});

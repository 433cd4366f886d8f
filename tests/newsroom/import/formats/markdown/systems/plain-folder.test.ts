import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { givenSources } from "../../../../../../src/newsroom/import/archive/given-sources.ts";
import { markdownFolder } from "../../../../../../src/newsroom/import/formats/markdown/markdown-folder.ts";
import { siteFolder } from "../../../../../site-folder.ts";
import { keysOf, readFolder, readGiven, told } from "../read-folder.ts";

describe("a folder of Markdown without a system that is known", () => {
  test("gives titles of headings and names, dates of names, links between brackets and pictures by name", async () => {
    const old = await readFolder({
      "Ferry.md":
        "---\ndate: 2020-01-02\n---\n# The *ferry* returns\n\nSee [[Tunnel|the tunnel]], [[Nowhere]] and ![[map.png]].\n\n> [!NOTE] Mind\n> the gap\n",
      "notes/Tunnel.md": "---\ndate: 2020-01-03\n---\nText, see [ferry](../Ferry.md).\n",
      "2020-03-04-third-story.md": "Text.\n",
      "pages/about.md": "---\ntitle: About\n---\nWe.\n",
      "drafts/unready.md": "---\ntitle: Unready\n---\n",
      "files/map.png": "x",
      "README.md": "# Of this folder\n",
    });
    const ferry = old.stories.get("Ferry.md");
    expect(told(ferry)).toEqual({
      kind: "article",
      title: "The ferry returns",
      slug: "Ferry",
      date: "2020-01-02",
      oldAddresses: ["/Ferry.md"],
    });
    expect(ferry?.body().text).toBe(
      "\nSee [the tunnel](</notes/Tunnel.md>), Nowhere and ![](</files/map.png>).\n\n> **Mind**\n>\n> the gap\n",
    );
    expect(told(old.stories.get("notes/Tunnel.md"))).toMatchObject({
      title: "Tunnel",
      oldAddresses: ["/notes/Tunnel.md"],
    });
    expect(old.stories.get("notes/Tunnel.md")?.body().text).toBe("Text, see [ferry](/Ferry.md).\n");
    expect(told(old.stories.get("2020-03-04-third-story.md"))).toEqual({
      kind: "article",
      title: "Third story",
      slug: "third-story",
      date: "2020-03-04",
    });
    expect(told(old.stories.get("pages/about.md"))).toMatchObject({ kind: "page" });
    expect(told(old.stories.get("drafts/unready.md"))).toMatchObject({ isDraft: true });
    expect(old.notes.map(({ code, item }) => `${code} ${item}`)).toEqual([
      "made-up-title 2020-03-04-third-story.md",
      "made-up-title notes/Tunnel.md",
      "lost-address addresses",
      "other-kind README.md",
    ]);
  });

  test("may be a single file", async () => {
    const folder = await siteFolder({ "2020-01-02-ferry.md": "---\ntitle: Ferry\nmood: grim\n---\nText.\n" });
    const old = await readGiven(join(folder, "2020-01-02-ferry.md"), keysOf({ mood: "tags" }));
    expect([...old.stories.values()].map(told)).toEqual([
      { kind: "article", title: "Ferry", slug: "ferry", date: "2020-01-02", tags: ["grim"] },
    ]);
  });

  test("takes people and what is said of them from files of data, and no address of e-mail", async () => {
    const old = await readFolder({
      "_config.yml": "title: T\n",
      "_data/authors.yml":
        "mei:\n  name: Mei Tan\n  bio: Writes of ships.\n  email: mei@example.org\n  web: https://mei.example\n",
      "_posts/2020-01-02-a.md": "---\ntitle: A\nauthor: mei\n---\n",
    });
    expect(old.stories.get("_posts/2020-01-02-a.md")?.authors).toEqual(["Mei Tan"]);
    expect(old.terms).toEqual([
      {
        kind: "term",
        termKind: "author",
        name: "Mei Tan",
        description: "Writes of ships.",
        url: "https://mei.example",
      },
    ]);
    expect(JSON.stringify(old.entries)).not.toContain("mei@example.org");
  });

  test("gives the same at each reading", async () => {
    const files = { "a.md": "---\ntitle: A\ndate: 2020-01-02\n---\nText.\n", "b.md": "---\ntitle: B\n---\n" };
    const [once, again] = [await readFolder(files), await readFolder(files)];
    expect([...again.stories.values()].map(told)).toEqual([...once.stories.values()].map(told));
  });

  test("leads out of itself by no link, and reads nothing huge", async () => {
    const folder = await siteFolder({
      "old/a.md": "---\ntitle: A\n---\n",
      "old/huge.md": `---\ntitle: Huge\n---\n${"x".repeat(9 * 1024 * 1024)}`,
      "secret.md": "---\ntitle: Secret\n---\n",
    });
    await symlink(join(folder, "secret.md"), join(folder, "old/link.md"));
    const old = await readGiven(join(folder, "old"));
    expect([...old.stories.keys()]).toEqual(["a.md"]);
    expect(old.faults).toEqual(["old/huge.md:undefined:undefined too-large"]);
  });
});

describe("a folder of Docusaurus or Gatsby", () => {
  test("publishes its blog by date or slug", async () => {
    const { stories } = await readFolder({
      "docusaurus.config.js": "module.exports = { title: 'D', url: 'https://d.example', baseUrl: '/p/' };\n",
      "blog/2020-01-02-ferry.md": "---\ntitle: Ferry\n---\n:::note Mind\n\nthe gap\n\n:::\n",
      "blog/2020-01-03-tunnel/index.mdx": "---\ntitle: Tunnel\nslug: tube\n---\n",
      "docs/intro.md": "---\ntitle: Intro\n---\nWe.\n",
    });
    expect([...stories.values()].map(({ kind, address }) => [kind, address])).toEqual([
      ["article", "https://d.example/p/blog/2020/01/02/ferry"],
      ["article", "https://d.example/p/blog/tube"],
      ["page", "https://d.example/p/docs/intro"],
    ]);
    expect(stories.get("blog/2020-01-02-ferry.md")?.body().text.replace(/\n+/g, "|")).toBe(
      "|**Mind**|the gap|",
    );
  });

  test("publishes its posts by their folders", async () => {
    const { stories } = await readFolder({
      "gatsby-config.js": "module.exports = { siteMetadata: { siteUrl: `https://g.example` } };\n",
      "content/blog/ferry/index.md": "---\ntitle: Ferry\ndate: '2020-01-02T09:05:00.000Z'\n---\n",
    });
    expect([...stories.values()].map(({ address, date }) => [address, date])).toEqual([
      ["https://g.example/ferry/", "2020-01-02 09:05:00+00:00"],
    ]);
  });
});

describe("a folder of Markdown", () => {
  test("is a whole publication, and a single post is none", async () => {
    const folder = await siteFolder({
      "blog/_config.yml": "title: T\n",
      "blog/_posts/2020-01-02-a.md": "---\ntitle: A\n---\nText.\n",
    });
    const isWhole = async (name: string) => {
      const { given } = await givenSources([join(folder, name)], markdownFolder);
      return given.map(({ format, source }) =>
        typeof format.isWhole === "function" ? format.isWhole(source) : undefined,
      );
    };
    expect(await isWhole("blog")).toEqual([true]);
    expect(await isWhole("blog/_posts/2020-01-02-a.md")).toEqual([false]);
  });
});

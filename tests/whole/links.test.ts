import { describe, expect, test } from "vitest";
import { pageReferences } from "../../src/newsroom/links/page-references.ts";
import { articleText, builtSite, now, run, siteFolder, writeFiles } from "../site-folder.ts";

const note = "Words.[^1]\n\n[^1]: Note.";
const linking = articleText(
  "Linking",
  "2026-11-02",
  [],
  'The [harbour](../10/harbour%20tunnel.md#fn1) and the [quay](/articles/quay.markdown "Q").',
);
const twoTargets = {
  "articles/2026/10/harbour tunnel.md": articleText("Harbour", "2026-10-01", ["slug: tunnel"], note),
  "articles/quay.markdown": articleText("Quay", "2026-11-01", ["permalink: /경제/부두/"]),
};

/** The links of a page's paragraphs. */
const linksIn = (html = "") => [...html.matchAll(/<p>.*?<\/p>/gs)].join("").match(/href="[^"]*"/g);

describe("links to the files of other articles", () => {
  test("lead to where these are published, on the page and in feeds", async () => {
    const site = await builtSite(await siteFolder({ ...twoTargets, "articles/2026/11/linking.md": linking }));
    const quay = "/%EA%B2%BD%EC%A0%9C/%EB%B6%80%EB%91%90/";
    expect(linksIn(site.get("2026/11/linking/index.html"))).toEqual([
      'href="/2026/10/tunnel/#fn1"',
      `href="${quay}"`,
    ]);
    expect(site.get("feed.json")).toContain('<a href=\\"https://small.example/2026/10/tunnel/#fn1\\"');
    expect(site.get("feed.xml")).toContain(
      `&lt;a href=&quot;https://small.example${quay}&quot; title=&quot;Q&quot;&gt;`,
    );
  });

  test("follow an article that moves, in the next build too, which reads that one alone", async () => {
    const folder = await siteFolder({ ...twoTargets, "articles/2026/11/linking.md": linking });
    await builtSite(folder);
    const moved = articleText("Harbour", "2026-10-01", ["slug: opening"], note);
    await writeFiles(folder, { "articles/2026/10/harbour tunnel.md": moved });
    const after = await builtSite(folder);
    expect(linksIn(after.get("2026/11/linking/index.html"))?.[0]).toBe('href="/2026/10/opening/#fn1"');
    expect(await builtSite(folder, { fresh: true })).toEqual(after);
  });

  test("to a draft are told as links to it", async () => {
    const folder = await siteFolder({
      "articles/a.md": articleText("Alpha", "2026-11-01", ["draft: true"]),
      "articles/b.md": articleText("Beta", "2026-11-02", [], "[Words](a.md)."),
    });
    const { stdout } = await run("check", "--site", folder, "--now", now);
    expect(stdout).toContain(
      'articles/b.md:6:9 warning unready-link: the link "a.md" leads to articles/a.md, which is a draft',
    );
  });
});

describe("links to parts of articles", () => {
  const everyPart = {
    "articles/older.md": articleText("Older", "2026-10-01", ["tags: [ferry]"]),
    "articles/target.md": articleText(
      "Target",
      "2026-11-01",
      ["tags: [ferry]", "corrections: [{date: 2026-11-02, text: One.}, {date: 2026-11-02, text: Two.}]"],
      `${note} Again.[^1]`,
    ),
  };

  test("may lead to everything on the page that has an id", async () => {
    const folder = await siteFolder(everyPart);
    const ids = [...pageReferences((await builtSite(folder)).get("2026/11/target/index.html") ?? "").ids];
    expect(ids).toEqual(
      expect.arrayContaining(["content", "fn1", "fnref1:1", "related", "correction-2026-11-02-2"]),
    );
    const links = ids.map((id) => `[${id}](target.md#${id})`).join(" ");
    await writeFiles(folder, { "articles/links.md": articleText("Links", "2026-11-03", [], links) });
    const { stdout } = await run("check", "--site", folder, "--now", now);
    expect(stdout).toBe("Checked 3 articles: no errors.\n");
  });

  test("are known of articles that an earlier build has read", async () => {
    const folder = await siteFolder({
      ...everyPart,
      "site.yaml": "title: The Small Paper\nurl: https://small.example\nstyle: {broken-link: error}\n",
    });
    const build = async (fragment: string) => {
      const body = `[Words](/2026/11/target/#${fragment}).`;
      await writeFiles(folder, { "articles/links.md": articleText("Links", "2026-11-03", [], body) });
      return run("build", "--site", folder, "--no-search", "--now", now);
    };
    expect((await build("fn1")).exitCode).toBe(0);
    expect((await build("fnref1")).exitCode).toBe(0);
    const { exitCode, stderr } = await build("fn2");
    expect(exitCode).toBe(1);
    expect(stderr).toContain('the link "/2026/11/target/#fn2" leads to no part of its page');
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/content/article/reading/article-reading.ts";
import { hasErrors } from "../../src/content/diagnostics/diagnostic.ts";
import { allPages } from "../../src/site/frame/planned-pages.ts";
import { type Plan, planSite } from "../../src/site/plan/plan.ts";
import { isRedirect } from "../../src/site/redirects/rule.ts";
import { contentRules, readSite } from "../../src/site/settings/site.ts";
import { articleText, smallSite } from "../site-folder.ts";

/** Plans a site of articles by the name of their file, each with lines of front matter. */
function planned(files: Readonly<Record<string, readonly string[]>>): Plan {
  const { site } = readSite(`${smallSite}pageSize: 1\n`);
  if (site === undefined) throw new Error("the site is at fault");
  const rules = contentRules(site, new Map());
  const articles = Object.entries(files).map(([name, lines]) => {
    const bytes = Buffer.from(articleText("Story", "2026-11-20", lines));
    const { article, diagnostics } = readArticle(`articles/${name}.md`, bytes, rules);
    if (article === undefined) throw new Error(JSON.stringify(diagnostics));
    return article;
  });
  return planSite(site, articles, { nowMs: Date.parse("2026-11-24"), drafts: false });
}

/** `articles/b.md:5:11 same-alias`, and the message. */
function complaints(files: Readonly<Record<string, readonly string[]>>): string[] {
  return planned(files).diagnostics.map(
    ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
  );
}

describe("an alias", () => {
  test("may be any address that nothing else has", () => {
    const aliases = [
      "/old/",
      "/Old-Story",
      "/2019/story.html",
      "/story.php",
      "/경제/기사/",
      "/%EA%B2%BD%EC%A0%9C/",
      "/?p=12",
      "/blog/*",
    ];
    expect(
      complaints({ a: [`aliases: [${aliases.map((alias) => `"${alias}"`).join(", ")}]`], b: [] }),
    ).toEqual([]);
  });

  test.for(["old/", "/a/../b/", "/old/*/a/", "https://old.example/a/", "/a/#part"])(
    "written as %s is refused where it stands, as nobody can ask for it",
    (alias) => {
      const text = articleText("Story", "2026-11-20", [`aliases: ["${alias}"]`]);
      const { site } = readSite(smallSite);
      if (site === undefined) throw new Error("the site is at fault");
      const rules = contentRules(site, new Map());
      expect(readArticle("articles/a.md", Buffer.from(text), rules).diagnostics).toMatchObject([
        { file: "articles/a.md", line: 5, column: 11, code: "bad-address" },
      ]);
    },
  );

  test("that is the article's own address would lead in a circle", () => {
    expect(complaints({ a: ["aliases: [/2026/11/a/]"] })).toEqual([
      "articles/a.md:5:11 alias-onto-page: the alias /2026/11/a/ is this article's own address, so it would lead in a circle; remove it",
    ]);
  });

  test.for([
    ["of another article", "/2026/11/b/", "articles/b.md"],
    ["of another article, in capitals", "/2026/11/B/", "articles/b.md"],
    ["of another article, by its file", "/2026/11/b/index.html", "articles/b.md"],
    ["of a draft, which will be published one day", "/2026/11/draft/", "articles/draft.md"],
    ["of the front page", "/", "a page of Dateline's own"],
    ["of the front page, by its file", "/index.html", "a page of Dateline's own"],
    ["of the 404 page", "/404.html", "a page of Dateline's own"],
    ["of a category", "/category/news/", "a page of Dateline's own"],
  ])("that is the address %s is an error: the page would hide it", ([, alias = "", owner = ""]) => {
    expect(complaints({ a: [`aliases: [${alias}]`], b: [], draft: ["draft: true"] })).toEqual([
      `articles/a.md:5:11 alias-onto-page: the alias ${alias} is the address of ${owner}; remove the alias or move the page`,
    ]);
  });

  test.for(["/pagefind/", "/assets/old/", "/category/closed/", "/Tag/ferry/", "/latest/page/2/", "/_old/"])(
    "into %s is an error, as that may become a page of Dateline's own",
    (alias) => {
      expect(complaints({ a: [`aliases: [${alias}]`] })).toEqual([
        `articles/a.md:5:11 reserved-address: the alias ${alias} is reserved for Dateline's own pages; remove it`,
      ]);
    },
  );

  test.for([
    ["the same", "/old/"],
    ["the same in capitals", "/OLD/"],
    ["the same by its file", "/old/index.html"],
  ])("of two articles is an error in the second: %s", ([, alias = ""]) => {
    expect(complaints({ a: ["aliases: [/old/]"], b: [`aliases: [/fine/, ${alias}]`] })).toEqual([
      `articles/b.md:5:19 same-alias: the alias ${alias} is already one of articles/a.md; keep it in one article`,
    ]);
  });

  test("that stands twice in one article is an error", () => {
    expect(complaints({ a: ["aliases: [/old/, /old/]"] })).toEqual([
      "articles/a.md:5:18 same-alias: the alias /old/ stands here twice; keep one of them",
    ]);
  });

  test("never makes a chain: it leads to an address that is a page", () => {
    expect(complaints({ a: ["aliases: [/old/]"], b: ["permalink: /old/"] })).toEqual([
      "articles/a.md:5:11 alias-onto-page: the alias /old/ is the address of articles/b.md; remove the alias or move the page",
    ]);
  });

  test("makes a rule of its own that leads to a page, whatever is written, or an error", () => {
    const address = fc.constantFrom(
      "/old/",
      "/Old/",
      "/older/",
      "/old/index.html",
      "/2026/11/a/",
      "/2026/11/b/",
    );
    const lines = fc
      .record({
        aliases: fc.array(address, { maxLength: 3 }),
        permalink: fc.option(address, { nil: undefined }),
      })
      .map(({ aliases, permalink }) => [
        `aliases: [${aliases.join(", ")}]`,
        ...(permalink === undefined ? [] : [`permalink: ${permalink}`]),
      ]);
    fc.assert(
      fc.property(lines, lines, lines, (a, b, c) => {
        const plan = planned({ a, b, c });
        const redirects = plan.rules.filter(isRedirect);
        fc.pre(!hasErrors(plan.diagnostics) && redirects.length > 0);
        const pages = new Set(allPages(plan.pages).map((page) => page.address));
        const rules = redirects.map(({ from }) => from.path);
        expect(new Set(rules).size).toBe(rules.length);
        for (const { from, to } of redirects) {
          expect(pages).not.toContain(from.path);
          expect(pages).toContain(to);
        }
      }),
      { numRuns: 30 },
    );
  });
});

import { describe, expect, test } from "vitest";
import { addressConflicts, termConflicts } from "../../../src/site/plan/conflicts.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

type Values = readonly [title: string, date: string, ...lines: string[]];

/** What is told of articles at addresses, on a site that has a page at /tag/ferry/. */
function told(...placed: readonly (readonly [address: string, values: Values])[]): string[] {
  const articles = articlesOf(
    siteOf(),
    placed.map(([, values]) => values),
  );
  const located = articles.map((article, index) => ({ article, address: placed[index]?.[0] ?? "" }));
  return addressConflicts(located, ["/tag/ferry/"]).diagnostics.map(
    ({ file, line, code, message }) => `${file}:${line} ${code}: ${message}`,
  );
}

describe("two pages at one address", () => {
  test("are told, also where letter case or index.html alone is different", () => {
    const [one, two, three] = told(
      ["/a/", ["first", "2026-11-01"]],
      ["/A/", ["second", "2026-11-01"]],
      ["/a/index.html", ["third", "2026-11-01", "permalink: /a/index.html"]],
      ["/b/", ["fourth", "2026-11-01"]],
    );
    expect(one).toMatch(/^articles\/second\.md:2 same-address: .* already that of articles\/first\.md;/);
    expect(two).toMatch(/^articles\/third\.md:5 same-address: .* already that of articles\/first\.md;/);
    expect(three).toBeUndefined();
  });

  test("are told where one would lie inside the file of the other", () => {
    expect(
      told(
        ["/a.html/b/", ["below", "2026-11-01", "permalink: /a.html/b/"]],
        ["/a.html", ["above", "2026-11-01", "permalink: /a.html"]],
      ),
    ).toEqual([
      expect.stringMatching(/^articles\/below\.md:5 same-address: .* below the page of articles\/above\.md/),
    ]);
  });
});

test("an address in which pattern and slug together are too long for a file's name is told before it is written", () => {
  const slug = "a".repeat(240);
  expect(told([`/news-${slug}/`, ["long", "2026-11-01", `slug: ${slug}`]])).toEqual([
    expect.stringMatching(
      /^articles\/long\.md:5 bad-address: .* longer than 240 bytes; give .* another "slug"$/,
    ),
  ]);
});

describe("two spellings with one address", () => {
  const toldOf = (values: readonly Values[], ...lines: string[]) => {
    const site = siteOf(...lines);
    return termConflicts(articlesOf(site, values), site.terms).map(
      ({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`,
    );
  };

  test("are told where the odd one stands, once, however many articles have the other", () => {
    const most = Array.from(
      { length: 300 },
      (_, index): Values => [`s-${index}`, "2026-11-01", "tags: [Go]"],
    );
    expect(toldOf([["odd", "2026-11-30", "tags: [ferry, ferry, GO!]"], ...most])).toEqual([
      'articles/odd.md:5:22 same-slug: the tag "GO!" and "Go" in articles/s-0.md have one address, /tag/go/; write "Go", as 300 articles do',
    ]);
  });

  test("are told inside one article, where they must be other words or people", () => {
    expect(toldOf([["a", "2026-11-01", 'tags: [C, C++, "C#"]', 'authors: ["Kim, J.", Kim J]']])).toEqual([
      'articles/a.md:5:11 same-slug: the tag "C++" and "C" in articles/a.md have one address, /tag/c/; spell them alike, or list "C++" with a "slug" of its own under "tags" in site.yaml',
      'articles/a.md:5:16 same-slug: the tag "C#" and "C" in articles/a.md have one address, /tag/c/; spell them alike, or list "C#" with a "slug" of its own under "tags" in site.yaml',
      'articles/a.md:6:11 same-slug: the author "Kim, J." and "Kim J" in articles/a.md have one address, /author/kim-j/; spell them alike, or list "Kim, J." with a "slug" of its own under "authors" in site.yaml',
    ]);
  });

  test("are no conflict once site.yaml gives the words slugs of their own", () => {
    const story: Values = ["a", "2026-11-01", 'tags: [C, C++, "C#"]'];
    expect(toldOf([story], "tags: {C++: cpp, C#: c-sharp}")).toEqual([]);
  });

  test("are told where one is in site.yaml, which is meant though nobody uses it", () => {
    expect(toldOf([["a", "2026-11-01", "tags: [cpp]"]], "tags: {C++: cpp}")).toEqual([
      'articles/a.md:5:8 same-slug: the tag "cpp" and "C++" in site.yaml have one address, /tag/cpp/; write "C++", or add "cpp" to its "aliases"',
    ]);
  });

  test("are told of categories and sources too, and a name written twice is no conflict", () => {
    expect(
      toldOf([
        ["a", "2026-11-01", "categories: [R&D, R&D, R-D]", "source: The Wire"],
        ["b", "2026-11-02", "categories: [R&D]", "source: {name: THE WIRE}"],
      ]),
    ).toEqual([
      expect.stringMatching(
        /^articles\/a\.md:4:24 same-slug: the category "R-D" and "R&D" in articles\/a\.md/,
      ),
      expect.stringMatching(
        /^articles\/b\.md:5:9 same-slug: the source "THE WIRE" .*; write "The Wire", as that article does$/,
      ),
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { addressConflicts } from "../../src/site/conflicts.ts";
import { articlesOf, siteOf } from "../site-values.ts";

type Values = readonly [title: string, date: string, ...lines: string[]];

/** What is told of articles at addresses, on a site that has a page at /tag/ferry/. */
function told(...placed: readonly (readonly [address: string, values: Values])[]): string[] {
  const articles = articlesOf(
    siteOf(),
    placed.map(([, values]) => values),
  );
  const located = articles.map((article, index) => ({ article, address: placed[index]?.[0] ?? "" }));
  return addressConflicts(located, ["/tag/ferry/"]).map(
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

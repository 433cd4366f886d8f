import { expect, test } from "vitest";
import { similarTags } from "../../../src/newsroom/review/similar-tags.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const stories: Parameters<typeof articlesOf>[1] = [
  ["a", "2026-11-01", "tags: [ferries]"],
  ["b", "2026-11-02", "tags: [ferries, café]"],
  ["c", "2026-11-03", "tags: [cafe, cafe, ferry]"],
  ["d", "2026-11-03", "tags: [cafe]"],
];

function told(...lines: string[]): string[] {
  const site = siteOf(...lines);
  return similarTags(articlesOf(site, stories), site.terms.tag).map(
    ({ place, message }) => `${place.file}:${place.line}:${place.column} ${message.split(",")[0]}`,
  );
}

test("of tags that are nearly one the rarer is told, where it stands", () => {
  expect(told().sort()).toEqual([
    'articles/b.md:5:17 the tag "café" is nearly "cafe"',
    'articles/c.md:5:20 the tag "ferry" is nearly "ferries"',
  ]);
});

test("a tag that site.yaml lists is the one that is meant, and two that are listed are two", () => {
  expect(told("tags: [{name: ferry}, {name: café}]").sort()).toEqual([
    'articles/a.md:5:8 the tag "ferries" is nearly "ferry"',
    'articles/c.md:5:8 the tag "cafe" is nearly "café"',
  ]);
  expect(told("tags: [{name: ferry}, {name: ferries}, {name: café}, {name: cafe}]")).toEqual([]);
});

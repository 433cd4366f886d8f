import { expect, test } from "vitest";
import { newestFirst, standingOf } from "../../src/site/publishing.ts";
import { articleOf, articlesOf, siteOf } from "../site-values.ts";

const site = siteOf();

test("an article is scheduled until its moment comes, and a draft stays a draft", () => {
  const article = articleOf("A", "2026-11-20 08:30", [], site);
  const moment = Date.parse("2026-11-20T08:30Z");
  expect(standingOf(article, moment - 1)).toBe("scheduled");
  expect(standingOf(article, moment)).toBe("published");
  const draft = articleOf("A", "2026-11-20 08:30", ["draft: true"], site);
  expect(standingOf(draft, moment - 1)).toBe("draft");
  expect(standingOf(draft, moment)).toBe("draft");
});

test("articles of one moment stand in the order of their files, in whatever order these are found", () => {
  const articles = articlesOf(site, [
    ["b", "2026-11-20"],
    ["new", "2026-11-20 00:01"],
    ["a", "2026-11-20"],
    ["B", "2026-11-20"],
    ["old", "2026-11-20 00:59+01:00"],
  ]);
  const order = ["new", "B", "a", "b", "old"];
  expect(newestFirst(articles).map(({ title }) => title)).toEqual(order);
  expect(newestFirst(articles.toReversed()).map(({ title }) => title)).toEqual(order);
});

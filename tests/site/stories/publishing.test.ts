import { expect, test } from "vitest";
import { mayLead, newestFirst, standingOf } from "../../../src/site/stories/publishing.ts";
import { articleOf, articlesOf, siteOf } from "../../site-values.ts";

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

test("an article expires at the very moment it names, and is out until then", () => {
  const article = articleOf("A", "2026-11-20 08:30", ["expires: 2026-11-21 08:30"], site);
  const moment = Date.parse("2026-11-21T08:30Z");
  expect(standingOf(article, Date.parse("2026-11-20T08:29Z"))).toBe("scheduled");
  expect(standingOf(article, moment - 1)).toBe("published");
  expect(standingOf(article, moment)).toBe("expired");
  const draft = articleOf("A", "2026-11-20", ["expires: 2026-11-21", "draft: true"], site);
  expect(standingOf(draft, moment)).toBe("draft");
});

test("an article without an end never expires", () => {
  expect(standingOf(articleOf("A", "2026-11-20", [], site), Date.parse("9999-12-31T00:00Z"))).toBe(
    "published",
  );
});

test("an article expires by the clocks of the site's zone, an hour that comes twice being meant the first time", () => {
  const berlin = siteOf("timezone: Europe/Berlin");
  const article = articleOf("A", "2026-10-20", ["expires: 2026-10-25 02:30"], berlin);
  const firstTime = Date.parse("2026-10-25T00:30Z");
  expect(standingOf(article, firstTime - 1)).toBe("published");
  expect(standingOf(article, firstTime)).toBe("expired");
});

test("of articles of one moment that whose file has the later name is newer, in whatever order they are found", () => {
  const articles = articlesOf(site, [
    ["b", "2026-11-20"],
    ["new", "2026-11-20 00:01"],
    ["a", "2026-11-20"],
    ["a-10", "2026-11-20"],
    ["B", "2026-11-20"],
    ["a-9", "2026-11-20"],
    ["old", "2026-11-20 00:59+01:00"],
  ]);
  const order = ["new", "b", "a-10", "a-9", "a", "B", "old"];
  expect(newestFirst(articles).map(({ title }) => title)).toEqual(order);
  expect(newestFirst(articles.toReversed()).map(({ title }) => title)).toEqual(order);
});

test("an article may lead from its moment until it expires, a draft as well", () => {
  for (const lines of [[], ["draft: true"]]) {
    const article = articleOf("A", "2026-11-20 08:30", ["expires: 2026-11-21 08:30", ...lines], site);
    const [begin, end] = [Date.parse("2026-11-20T08:30Z"), Date.parse("2026-11-21T08:30Z")];
    expect([begin - 1, begin, end - 1, end].map((moment) => mayLead(article, moment))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  }
});

import { describe, expect, test } from "vitest";
import { addressOf, permalinkFault } from "../../../src/site/settings/permalink.ts";
import { articleOf, siteOf } from "../../site-values.ts";

describe("the pattern of article addresses", () => {
  test.for([
    "/{year}/{month}/{slug}/",
    "/{slug}.html",
    "/news/{year}-{month}-{day}-{slug}/",
    "/{slug}/story.html",
  ])("may be %s", (pattern) => {
    expect(permalinkFault(pattern)).toBeUndefined();
  });

  test.for([
    ["/{year}/{title}/", 'may hold {year}, {month}, {day} and {slug}, but not "{title}"'],
    ["/{Slug}/", 'but not "{Slug}"'],
    ["/{year}/{month}/", "must hold {slug}, or all articles of a day have one address"],
    ["{slug}/", "must start with a slash"],
    ["/{slug}", 'must end with a slash or ".html"'],
    ["/../{slug}/", '".."'],
    ["/.{slug}/", "start with a dot"],
    ["/{slug}}/", "may hold only letters"],
  ])("may not be %s", ([pattern = "", reason]) => {
    expect(permalinkFault(pattern)).toContain(reason);
  });
});

describe("the address of an article", () => {
  const site = siteOf("timezone: Asia/Seoul");

  test("follows the pattern, by its date in the site's zone", () => {
    const article = articleOf("Ferry", "2026-10-31 23:30Z", ["slug: ferry"], site);
    expect(addressOf(article, "/{year}/{month}/{day}/{slug}.html")).toBe("/2026/11/01/ferry.html");
  });

  test("is its own permalink where it has one", () => {
    const article = articleOf("Ferry", "2026-11-01", ["permalink: /ferry.html"], site);
    expect(addressOf(article, site.permalink)).toBe("/ferry.html");
  });
});

import { expect, test } from "vitest";
import { isOldAddress, readOldAddress } from "../../../src/content/names/old-address.ts";
import { type Rule, redirectBetween } from "../../../src/site/redirects/rule.ts";
import { readRules, rulesText } from "../../../src/site/redirects/rules-text.ts";

function rule(from: string, to?: string): Rule {
  const address = readOldAddress(from);
  if (!isOldAddress(address)) throw new Error(address);
  return to === undefined ? { from: address, status: 410 } : { from: address, to, status: 301 };
}

test("_redirects has a rule a line, percent-encoded, in the order given", () => {
  const text = rulesText([
    redirectBetween("/old/", "/2026/11/a/", 301),
    redirectBetween("/category/경제/page/2/", "/category/경제/", 302),
    rule("/Story.PHP", "https://elsewhere.example/story"),
    rule("/blog/*", "/:splat"),
  ]);
  expect(text).toBe(
    [
      "/old/ /2026/11/a/ 301",
      "/category/%EA%B2%BD%EC%A0%9C/page/2/ /category/%EA%B2%BD%EC%A0%9C/ 302",
      "/Story.PHP https://elsewhere.example/story 301",
      "/blog/* /:splat 301",
      "",
    ].join("\n"),
  );
  expect(rulesText([])).toBe("");
});

// https://docs.netlify.com/manage/routing/redirects/redirect-options/: parameters stand between the two addresses, and
// an exclamation mark lets the rule come before the page that stands at its path.
test("a query is written as Netlify's parameters, and what is gone with Netlify's status 410", () => {
  const text = rulesText([
    rule("/?p=123", "/2026/11/a/"),
    rule("/index.php?id=7&lang=a b", "/b/"),
    rule("/2026/11/기사/"),
    rule("/?p=9"),
  ]);
  expect(text).toBe(
    [
      "/ p=123 /2026/11/a/ 301!",
      "/index.php id=7 lang=a%20b /b/ 301!",
      "/2026/11/%EA%B8%B0%EC%82%AC/ /410.html 410",
      "/ p=9 /410.html 410!",
      "",
    ].join("\n"),
  );
});

test("_redirects is read as it was written", () => {
  const rules = [
    rule("/?p=1&q=a%3Db", "/x/#part"),
    rule("/old/", "/경제/"),
    rule("/blog/*", "/n/:splat"),
    rule("/gone/"),
  ];
  expect(readRules(rulesText(rules))).toEqual(rules);
});

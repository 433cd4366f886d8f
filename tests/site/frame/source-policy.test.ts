import { describe, expect, test } from "vitest";
import { indexingOf, missingOriginals } from "../../../src/site/frame/source-policy.ts";
import { articleOf, siteOf } from "../../site-values.ts";

const site = siteOf(
  "sources:",
  "  - {name: Index, policy: index}",
  "  - {name: Noindex, policy: noindex}",
  "  - {name: Canonical, policy: canonical}",
  "  - {name: Silent}",
);
const original = "https://wire.example/a";
const copy = (source: string) => articleOf("Copy", "2026-11-23", [`source: ${source}`], site);

const everywhere = { robots: [], inSitemap: true, inNewsSitemap: true };
const nowhere = {
  robots: [{ name: "robots", content: "noindex" }],
  inSitemap: false,
  inNewsSitemap: false,
};
const everywhereButInNews = {
  robots: [{ name: "Googlebot-News", content: "noindex" }],
  inSitemap: true,
  inNewsSitemap: false,
};

describe("search engines are told by the policy of the source", () => {
  test.for([
    ["index", "Index", everywhere],
    ["noindex", "Noindex", nowhere],
    ["none, which is noindex-news", "Silent", everywhereButInNews],
    [
      "canonical, with the address of the original",
      `{name: Canonical, url: "${original}"}`,
      { robots: [], canonical: original, inSitemap: false, inNewsSitemap: false },
    ],
    ["canonical, without one", "Canonical", everywhereButInNews],
  ] as const)("%s", ([, source, expected]) => {
    expect(indexingOf(copy(source), site, true)).toEqual(expected);
  });

  test("of an article without a source nothing, and to keep away from what is not published", () => {
    expect(indexingOf(articleOf("Own", "2026-11-23", [], site), site, true)).toEqual(everywhere);
    expect(indexingOf(copy("Index"), site, false)).toEqual(nowhere);
  });
});

test("an original without an address is missed where search engines should be led to it, at its place", () => {
  const articles = [copy("Canonical"), copy(`{name: Canonical, url: "${original}"}`), copy("Index")];
  expect(missingOriginals(articles, site)).toMatchObject([
    { file: "articles/a.md", line: 5, column: 9, severity: "warning", code: "no-original" },
  ]);
});

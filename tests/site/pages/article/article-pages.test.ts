import { describe, expect, test } from "vitest";
import { planSite } from "../../../../src/site/plan/plan.ts";
import { articleOf, siteOf } from "../../../site-values.ts";

/** What stands in the byline of an article: names with their addresses, and what stands between them. */
function bylineOf(authors: string, language: string) {
  const article = articleOf("Story", "2026-11-01", [`authors: [${authors}]`, `language: ${language}`]);
  const plan = planSite(siteOf(), [article], { nowMs: Date.parse("2026-11-24"), drafts: false });
  const view = plan.pages.article[0]?.view();
  return view?.byline.map((part) => ("href" in part ? `${part.name} (${part.href})` : part.text));
}

describe("a byline", () => {
  test("lists names as the article's language does, each leading to its author", () => {
    const [mei, daniel] = ["Mei Tan (/author/mei-tan/)", "Daniel Okoro (/author/daniel-okoro/)"];
    expect(bylineOf("Mei Tan", "en")).toEqual([mei]);
    expect(bylineOf("Mei Tan, Daniel Okoro", "en")).toEqual([mei, " and ", daniel]);
    expect(bylineOf("Mei Tan, Daniel Okoro, Ana Ruiz", "en-GB")).toEqual([
      mei,
      ", ",
      daniel,
      " and ",
      "Ana Ruiz (/author/ana-ruiz/)",
    ]);
    expect(bylineOf("Mei Tan, Daniel Okoro", "de")).toEqual([mei, " und ", daniel]);
    expect(bylineOf("Mei Tan, Daniel Okoro", "ko")).toEqual([mei, " 및 ", daniel]);
  });

  test("is not there where nobody is named", () => {
    expect(bylineOf("", "en")).toEqual([]);
  });
});

test("the link that readers share leads to this page, also where search engines are sent to the agency's own", () => {
  const site = siteOf("sources: [{name: Harbour News, policy: canonical}]");
  const source = "source: {name: Harbour News, url: https://agency.example/original}";
  const plan = planSite(site, [articleOf("Story", "2026-11-01", [source], site)], {
    nowMs: Date.parse("2026-11-24"),
    drafts: false,
  });
  const view = plan.pages.article[0]?.view();
  expect(view?.canonical).toBe("https://agency.example/original");
  expect(view?.share[0]?.href).toBe("https://small.example/2026/11/a/");
});

test("three categories stand above an article and in lists, all others below it", () => {
  const article = articleOf("Story", "2026-11-01", ["categories: [Asia, Business, Climate, Culture, Sport]"]);
  const { pages } = planSite(siteOf(), [article], { nowMs: Date.parse("2026-11-24"), drafts: false });
  const names = (links: readonly { readonly name: string }[] = []) => links.map(({ name }) => name);
  const view = pages.article[0]?.view();
  expect(names(view?.categories)).toEqual(["Asia", "Business", "Climate"]);
  expect(names(view?.moreCategories)).toEqual(["Culture", "Sport"]);
  expect(names(pages.listing[0]?.view().entries[0]?.categories)).toEqual(["Asia", "Business", "Climate"]);
});

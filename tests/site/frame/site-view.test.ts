import { describe, expect, test } from "vitest";
import { allPages } from "../../../src/site/frame/planned-pages.ts";
import { sectionsOn } from "../../../src/site/frame/site-view.ts";
import { planSite } from "../../../src/site/plan/plan.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const nowMs = Date.parse("2026-11-24T00:00Z");

function planOf(...lines: readonly string[]) {
  const site = siteOf("pageSize: 1", "categories: [{name: News}, {name: Sport}]", ...lines);
  const articles = articlesOf(site, [
    ["ferry", "2026-11-01", "categories: [Sport, News]"],
    ["tunnel", "2026-11-02", "categories: [News]"],
    ["bridge", "2026-11-03", "categories: [News]"],
  ]);
  return planSite(site, articles, { nowMs, drafts: false });
}

describe("the menu", () => {
  const plan = planOf();
  const sectionsAt = (address: string, of = plan) => {
    const page = allPages(of.pages).find((one) => one.address === address);
    if (page === undefined) throw new Error(`there is no page ${address}`);
    return sectionsOn(of.site, page.view());
  };
  const currentAt = (address: string, of = plan) =>
    sectionsAt(address, of).links.flatMap(({ name, current }) => (current ? [`${name} ${current}`] : []));

  test.for([
    ["/latest/", ["Latest page"]],
    ["/category/news/", ["News page"]],
    ["/category/news/page/1/", ["News true"]],
    ["/2026/11/ferry/", ["Sport true"]],
    ["/2026/11/bridge/", ["News true"]],
    ["/", []],
    ["/tags/", []],
  ] as const)("marks at %s the section that a reader is in", ([address, expected]) => {
    expect(currentAt(address)).toEqual(expected);
  });

  test("of a newsroom's own is marked by where it leads", () => {
    const own = planOf(
      "navigation: [{label: Home, to: /}, {label: Games, to: Sport}, {label: Archive, to: /archive/}]",
    );
    expect(currentAt("/", own)).toEqual(["Home page"]);
    expect(currentAt("/2026/11/ferry/", own)).toEqual(["Games true"]);
    expect(currentAt("/archive/2026/11/", own)).toEqual(["Archive true"]);
    expect(currentAt("/2026/11/bridge/", own)).toEqual([]);
  });

  test("is made once for all pages of a section", () => {
    expect(sectionsAt("/2026/11/bridge/")).toBe(sectionsAt("/2026/11/tunnel/"));
    expect(sectionsAt("/")).toBe(sectionsAt("/tags/"));
  });
});

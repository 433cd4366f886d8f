import { describe, expect, test } from "vitest";
import { readSite } from "../../../src/site/settings/site.ts";
import { smallSite } from "../../site-folder.ts";
import { articlesOf, siteOf } from "../../site-values.ts";

const short = ["tags:", "  C++: cpp", "  C#: c-sharp"];
const inAList = ["tags:", "  - C++: cpp", "  - C#: c-sharp"];
const long = ["tags: [{name: C++, slug: cpp}, {name: C#, slug: c-sharp}]"];

describe("tags in site.yaml", () => {
  test.for([short, inAList, long])("give tags slugs of their own: %j", (lines) => {
    const site = siteOf(...lines);
    const [article] = articlesOf(site, [["a", "2026-11-20", 'tags: [C, C++, "C#"]']]);
    expect(article?.tags.map(({ slug }) => slug)).toEqual(["c", "cpp", "c-sharp"]);
  });

  test("give descriptions and other names, and leave all others free", () => {
    const site = siteOf("tags:", "  - {name: Ferry, description: Ships., aliases: [boat]}", "  - C++: cpp");
    const [article] = articlesOf(site, [["a", "2026-11-20", "tags: [boat, Ferry, harbour]"]]);
    expect(article?.tags).toEqual([
      { kind: "tag", name: "Ferry", slug: "ferry" },
      { kind: "tag", name: "harbour", slug: "harbour" },
    ]);
    expect(site.profiles.tag.get("ferry")?.description).toBe("Ships.");
  });

  test("give old addresses of a tag's listing, which are no names", () => {
    const { site, oldTermAddresses } = readSite(
      `${smallSite}tags: [{name: Ferry, aliases: [boat, "/topics/Ferry.aspx", "/?tag=ferry"]}]\n`,
    );
    expect(oldTermAddresses?.map(({ term, alias, place }) => [term.slug, alias, place.column])).toEqual([
      ["ferry", "/topics/Ferry.aspx", 38],
      ["ferry", "/?tag=ferry", 60],
    ]);
    expect([...(site?.terms.tag?.byName.keys() ?? [])]).toEqual(["Ferry", "boat"]);
  });

  test.for([
    ['tags: [{name: X, aliases: ["/a/../b/"]}]', '3:28 bad-address: the alias "/a/../b/" may not hold'],
    ["tags: {C++: CPP}", '3:13 bad-slug: "tags.C++" must be in lower case with hyphens for spaces: "cpp"'],
    ["tags: [{C++: CPP}]", '3:14 bad-slug: "tags[1].C++" must be in lower case'],
    ["tags: {C++: cpp, C#: cpp}", '3:22 same-slug: "C#" and "C++" have one slug, "cpp"'],
    ["tags: [{name: C, aliases: [C99]}, {C99: c-99}]", '3:41 same-name: "C99" already means "C"'],
    ["tags: [{name: X, slg: y}]", '3:18 unknown-key: "slg" is not a key of "tags[1]"; did you mean "slug"?'],
    ["tags: [Ferry]", '3:8 wrong-type: "tags[1]" must be {name: …} or a tag and its slug, such as C++: cpp'],
    ["tags: Ferry", '3:7 wrong-type: "tags" must be a list of tags such as {name: …}, or lines'],
    ["tags: {C++: }", '3:13 empty-value: "tags.C++" is empty'],
    ["tags: []", '3:7 empty-value: "tags" is empty'],
    ['tags: {"?": "?"}', '3:13 bad-slug: "tags.?" must be in lower case'],
  ])("are an error where they are %s", ([line, expected]) => {
    const told = readSite(`${smallSite}${line}\n`).diagnostics.map(
      (found) => `${found.line}:${found.column} ${found.code}: ${found.message}`,
    );
    expect(told).toEqual([expect.stringContaining(expected ?? "")]);
  });
});

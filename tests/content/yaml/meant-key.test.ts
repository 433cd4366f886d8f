import { describe, expect, test } from "vitest";
import { frontMatterSchema } from "../../../src/content/article/front-matter.ts";
import { adviceOnKey } from "../../../src/content/yaml/meant-key.ts";
import type { YamlPath } from "../../../src/content/yaml/yaml-source.ts";
import { siteSchema } from "../../../src/site/settings/site.ts";

const inFrontMatter = (key: string, value: unknown = "x", path: YamlPath = []) =>
  adviceOnKey(key, path, value, frontMatterSchema, "front matter");

const inSiteFile = (key: string, path: YamlPath = []) => adviceOnKey(key, path, "x", siteSchema, "site.yaml");

describe("the advice about a key that is not known", () => {
  test.for([
    ["catgories", "categories"],
    ["tilte", "title"],
    ["dtae", "date"],
    ["category", "categories"],
    ["Headline", "title"],
    ["byline", "authors"],
    ["agency", "source"],
    ["summary", "description"],
    ["published", "date"],
  ])("is the key that was meant: %s, %s", ([key = "", meant = ""]) => {
    expect(inFrontMatter(key)).toBe(`did you mean "${meant}"?`);
  });

  test("is where it belongs, for a key of another place", () => {
    expect(inFrontMatter("url")).toBe('it is a key of "source"; put it there');
    expect(inFrontMatter("caption")).toBe('it is a key of "image"; put it there');
    expect(inFrontMatter("title", "x", ["image"])).toBe("it is a key of front matter; put it there");
    expect(inFrontMatter("url", "x", ["corrections", 0])).toBe('it is a key of "source"; put it there');
    expect(inSiteFile("headline-full-stop")).toBe('it is a key of "style"; put it there');
    expect(inSiteFile("slug")).toMatch(
      /^it is a key of "categories", .*"authors" and "sources"; put it there$/,
    );
    expect(inSiteFile("pageSize", ["publisher"])).toBe("it is a key of site.yaml; put it there");
  });

  test("is what was meant and where it belongs, for one of another place that is mistyped", () => {
    expect(inFrontMatter("captoin")).toBe('did you mean "caption", a key of "image"?');
    expect(inSiteFile("backedn")).toBe('did you mean "backend", a key of "desk"?');
  });

  test("never is the word itself", () => {
    for (const path of [[], ["image"], ["source"], ["corrections", 0]]) {
      for (const key of ["title", "src", "alt", "url", "name", "text", "date"]) {
        expect(inFrontMatter(key, "x", path)).not.toContain(`did you mean "${key}"`);
      }
    }
  });

  test.for([
    ["published", true],
    ["Published", "yes"],
    ["publish", true],
    ["public", 1],
  ] as const)("says how drafts are told from what is out, for %s: %s", ([key, value]) => {
    expect(inFrontMatter(key, value)).toBe('remove it: an article is published unless it says "draft: true"');
  });

  test("keeps back what was not to be published", () => {
    expect(inFrontMatter("published", false)).toBe('write "draft: true" in its place');
    expect(inFrontMatter("live", "no")).toBe('write "draft: true" in its place');
    expect(inFrontMatter("hidden", true)).toBe('did you mean "draft"?');
  });

  test("names no key that cannot hold a yes or no, where one is given", () => {
    expect(inFrontMatter("dated", true)).toBe("remove it or correct it");
    expect(inFrontMatter("photo", false)).toBe("remove it or correct it");
    expect(inFrontMatter("draf", true)).toBe('did you mean "draft"?');
  });

  test("is to remove or correct it where it resembles none, or is a word of newsrooms for a key that is not known there", () => {
    expect(inFrontMatter("colour")).toBe("remove it or correct it");
    expect(inSiteFile("photo")).toBe("remove it or correct it");
    expect(inFrontMatter("__proto__")).toBe("remove it or correct it");
  });
});

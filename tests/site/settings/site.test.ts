import { describe, expect, test } from "vitest";
import { contentRules, readSite } from "../../../src/site/settings/site.ts";
import { smallSite } from "../../site-folder.ts";
import { siteOf } from "../../site-values.ts";

const told = (...lines: readonly string[]) =>
  readSite(["title: T", "url: https://a.example", ...lines].join("\n")).diagnostics.map(
    ({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`,
  );

describe("a site.yaml with title and url alone", () => {
  test("is an English site in UTC with twenty articles a page, open to any category", () => {
    expect(siteOf()).toMatchObject({
      language: "en",
      direction: "ltr",
      timezone: "UTC",
      pageSize: 20,
      permalink: "/{year}/{month}/{slug}/",
      terms: {},
    });
  });
});

describe("the url of a site", () => {
  const urlOf = (url: string, other?: string) => readSite(`title: T\nurl: "${url}"`, other).site?.url;

  test.for([
    ["https://news.example/", "https://news.example"],
    ["HTTPS://News.Example", "https://news.example"],
    ["https://news.example:8443", "https://news.example:8443"],
    ["https://news.example:443", "https://news.example"],
    ["http://localhost:8080/", "http://localhost:8080"],
    ["https://뉴스.example", "https://xn--vg1b002a.example"],
    ["https://news.example/paper/", "https://news.example/paper"],
    ["https://news.example/a/b", "https://news.example/a/b"],
    ["https://news.example/신문/", "https://news.example/%EC%8B%A0%EB%AC%B8"],
  ])("%s is %s in every address", ([url = "", origin]) => {
    expect(urlOf(url)).toBe(origin);
  });

  test.for([
    "news.example",
    "//news.example",
    "ftp://news.example",
    "https://news.example//paper/",
    "https://news.example/?a=b",
    "https://news.example/#a",
    "https://desk@news.example",
    "https://:secret@news.example",
    "https:news.example",
  ])("may not be %s", (url) => {
    expect(readSite(`title: T\nurl: "${url}"`).diagnostics).toMatchObject([{ code: "bad-url", line: 2 }]);
  });

  test("gives way to that of a deploy preview", () => {
    expect(urlOf("https://news.example/paper", "https://preview-7.example/")).toBe(
      "https://preview-7.example",
    );
  });

  test("with its port is the host to which links are not external", () => {
    const { site } = readSite("title: T\nurl: https://News.example:8443");
    expect(site && contentRules(site, new Map()).host).toBe("news.example:8443");
  });
});

describe("the lists of a site", () => {
  const site = siteOf(
    "categories:",
    "  - {name: Business, aliases: [Economy], description: Money.}",
    "  - {name: 경제}",
    "  - {name: R&D, slug: research}",
    "authors: [{name: Mei Tan, bio: Writes., url: https://mei.example}]",
    "sources: [{name: Agency, policy: canonical}]",
  );

  test("are closed, in their order, and know the other names of a term", () => {
    expect(site.terms.category?.terms.map(({ name, slug }) => [name, slug])).toEqual([
      ["Business", "business"],
      ["경제", "경제"],
      ["R&D", "research"],
    ]);
    expect(site.terms.category?.byName.get("Economy")?.name).toBe("Business");
  });

  test("say about a term what its listing shows", () => {
    expect(site.profiles.category.get("business")?.description).toBe("Money.");
    expect(site.profiles.author.get("mei-tan")).toMatchObject({
      description: "Writes.",
      url: "https://mei.example",
    });
    expect(site.profiles.source.get("agency")?.policy).toBe("canonical");
  });
});

describe("an editor is told", () => {
  test.for([
    ["pageSize: 0", '3:11 bad-value: "pageSize" must be at least 1'],
    ["pageSize: 1001", '3:11 bad-value: "pageSize" must be at most 1000'],
    ["pagesize: 10", '3:1 unknown-key: "pagesize" is not a key of site.yaml; did you mean "pageSize"?'],
    ["permalink: /{year}/", '3:12 bad-permalink: "permalink" must hold {slug}'],
    ["language: english", '3:11 bad-language: "language" must be a language tag'],
    ["categories: []", '3:13 empty-value: "categories" is empty'],
    ["categories: [{name: A}, {name: a}]", '3:32 same-slug: "a" and "A" have one slug, "a"'],
    ["categories: [{name: A, aliases: [B]}, {name: B}]", '3:46 same-name: "B" already means "A"'],
    ['categories: [{name: "?"}]', '3:21 empty-slug: the category "?" has no letter or digit'],
    ["sources: [{name: A, policy: nofollow}]", '3:29 bad-value: "sources[1].policy" must be index, noindex'],
  ])("of %j that %s", ([line = "", expected]) => {
    expect(told(line)).toEqual([expect.stringContaining(expected ?? "")]);
  });
});

describe("recencyDays in site.yaml", () => {
  test("is a year where nothing is said", () => {
    expect(readSite(smallSite).site?.recencyDays).toBe(365);
  });

  test.for(["0", "1.5", "a year"])("is refused where it is %s", (value) => {
    const { site, diagnostics } = readSite(`${smallSite}recencyDays: ${value}\n`);
    expect(site).toBeUndefined();
    expect(diagnostics).toMatchObject([{ file: "site.yaml", line: 3 }]);
  });
});

import { describe, expect, test } from "vitest";
import type { Article } from "../../../../src/content/article/article.ts";
import { readArticle } from "../../../../src/content/article/reading/article-reading.ts";
import { readBody } from "../../../../src/content/article/reading/body-reading.ts";
import { contentRules, readSite } from "../../../../src/site/settings/site.ts";
import { articleText, smallSite } from "../../../site-folder.ts";
import { rendition } from "../../../site-values.ts";

const { site } = readSite(smallSite);
if (site === undefined) throw new Error("the site is at fault");
const rules = contentRules(site, new Map([["articles/ferry.png", rendition]]));

const sourceOf = (article: Article) => ({ ...article, bodyDigest: article.bodyHtml.digest });

describe("the body of an article that was read before", () => {
  const body = [
    "Nine years late. [A report](https://elsewhere.example/) “said” so, [we](/about/) too.",
    "",
    "![a ferry](ferry.png)",
  ].join("\n");

  test.for([
    ["as it comes", []],
    ["with a dateline", ["dateline: geneva, switzerland"]],
    ["with a picture above it", ["image: {src: ferry.png, alt: a ferry}"]],
    ["that is paid for", ["kind: sponsored"]],
    ["in another language", ["language: ja"]],
  ] as const)("is rendered as it was then: %s", ([, lines]) => {
    const bytes = Buffer.from(articleText("A", "2026-11-02", [...lines], body));
    const { article } = readArticle("articles/a.md", bytes, rules);
    if (article === undefined) throw new Error("the article is at fault");
    expect(readBody(sourceOf(article), bytes, rules)).toBe(String(article.bodyHtml));
    expect(String(article.bodyHtml)).toContain("/media/aa/1-900.png");
  });

  test("is none where the file has been written to since", () => {
    const bytes = Buffer.from(articleText("A", "2026-11-02"));
    const { article } = readArticle("articles/a.md", bytes, rules);
    if (article === undefined) throw new Error("the article is at fault");
    expect(readBody(sourceOf(article), Buffer.from(`${bytes}More.\n`), rules)).toBeUndefined();
    expect(readBody(sourceOf(article), Buffer.from(""), rules)).toBeUndefined();
  });

  test("is none where a picture that it shows is there no more", () => {
    const bytes = Buffer.from(articleText("A", "2026-11-02", [], body));
    const { article } = readArticle("articles/a.md", bytes, rules);
    if (article === undefined) throw new Error("the article is at fault");
    expect(readBody(sourceOf(article), bytes, { ...rules, pictures: new Map() })).toBeUndefined();
  });
});

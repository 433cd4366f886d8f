import { expect, test } from "vitest";
import { readArticle } from "../../../../src/content/article/reading/article-reading.ts";
import { contentRules } from "../../../../src/site/settings/site.ts";
import { articleText } from "../../../site-folder.ts";
import { siteOf } from "../../../site-values.ts";

const site = siteOf("sources: [{name: Agency News}]", "authors: [{name: Mei Tan}]");
const picture = {
  src: "/media/a.jpg",
  width: 4,
  height: 3,
  sources: [],
  share: { src: "/media/a.jpg", width: 4, height: 3 },
};
const rules = contentRules(site, new Map([["articles/a.jpg", picture]]));

test("tells of authors and sources that are not listed, and of a picture without a description", () => {
  const text = articleText("A", "2026-11-20", ["authors: [Mei Tann]", "source: Agency New"], "![](a.jpg)");
  const { article, diagnostics } = readArticle("articles/a.md", Buffer.from(text), rules);
  expect(article).toBeUndefined();
  expect(diagnostics.map(({ line, column, code, message }) => [line, column, code, message])).toEqual([
    [8, 5, "missing-alt", "the picture has no description; write what it shows between the square brackets"],
    [5, 11, "unknown-author", '"Mei Tann" is not an author; did you mean "Mei Tan"?'],
    [6, 9, "unknown-source", '"Agency New" is not a source; did you mean "Agency News"?'],
  ]);
});

test("makes the address of a series in the site's language, and tells of a name that has no letter", () => {
  const seriesOf = (name: string, language: string) =>
    readArticle(
      "articles/a.md",
      Buffer.from(
        articleText("A", "2026-11-20", [`series: ${JSON.stringify(name)}`, `language: ${language}`]),
      ),
      rules,
    );
  expect(seriesOf("Işık \n IŞIK", "tr").article?.series).toEqual({ name: "Işık IŞIK", slug: "işık-işik" });
  const { article, diagnostics } = seriesOf("?!", "en");
  expect(article).toBeUndefined();
  expect(diagnostics.map(({ line, column, code, message }) => [line, column, code, message])).toEqual([
    [5, 9, "empty-slug", 'the series "?!" has no letter or digit to make an address from; use a word'],
  ]);
});

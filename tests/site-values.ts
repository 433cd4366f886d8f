/** Sites and articles as values, read as Dateline reads them. */
import type { Article } from "../src/content/article/article.ts";
import { readArticle } from "../src/content/article/reading/article-reading.ts";
import type { Rendition } from "../src/content/values/picture.ts";
import { contentRules, readSite, type Site } from "../src/site/settings/site.ts";
import { articleText, smallSite } from "./site-folder.ts";

/** A picture as it is published, and the JPEG of it for where an article is shared. */
export const rendition: Rendition = {
  sources: [],
  src: "/media/aa/1-900.png",
  width: 900,
  height: 450,
  share: { src: "/media/aa/1-900.jpg", width: 900, height: 450 },
};

/** A site of the lines given, with the title and the address of the small site. */
export function siteOf(...lines: readonly string[]): Site {
  const { site, diagnostics } = readSite(smallSite + lines.join("\n"));
  if (site === undefined) throw new Error(JSON.stringify(diagnostics));
  return site;
}

/** An article in a file of its own; `lines` are further lines of front matter. */
export function articleOf(
  title: string,
  date: string,
  lines: readonly string[] = [],
  site = siteOf(),
): Article {
  return read(site, "articles/a.md", [JSON.stringify(title), date, ...lines]);
}

/** Articles of one reading, so that they share their terms; their files are named for their headlines. */
export function articlesOf(site: Site, values: readonly ArticleLines[]): Article[] {
  const rules = contentRules(site, new Map());
  return values.map((lines) => read(site, `articles/${lines[0]}.md`, lines, rules));
}

type ArticleLines = readonly [title: string, date: string, ...lines: string[]];

function read(
  site: Site,
  file: string,
  [title, date, ...lines]: ArticleLines,
  rules = contentRules(site, new Map()),
): Article {
  const { article, diagnostics } = readArticle(file, Buffer.from(articleText(title, date, lines)), rules);
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  return article;
}

/** A picture that is published at one address alone. */
export function renditionAt(src: string): Rendition {
  const file = { src, width: 20, height: 10 };
  return { ...file, sources: [], share: file };
}

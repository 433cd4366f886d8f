/** Sites and articles as values, read as Dateline reads them. */
import { type Article, readArticle } from "../src/content/article.ts";
import { contentRules, readSite, type Site } from "../src/site/site.ts";
import { articleText, smallSite } from "./site-folder.ts";

/** A site of the lines given, with the title and the address of the small site. */
export function siteOf(...lines: readonly string[]): Site {
  const { site, diagnostics } = readSite(smallSite + lines.join("\n"));
  if (site === undefined) throw new Error(JSON.stringify(diagnostics));
  return site;
}

/** An article of a headline, a date, and further lines of front matter; its file is named for its headline. */
export function articleOf(site: Site, title: string, date: string, ...lines: readonly string[]): Article {
  return articlesOf(site, [[title, date, ...lines]])[0] ?? neverRead();
}

/** Articles of one reading, so that they share their terms. */
export function articlesOf(
  site: Site,
  values: readonly (readonly [title: string, date: string, ...lines: string[]])[],
): Article[] {
  const rules = contentRules(site, new Set());
  return values.map(([title, date, ...lines]) => {
    const text = articleText(title, date, lines);
    const { article, diagnostics } = readArticle(`articles/${title}.md`, Buffer.from(text), rules);
    return article ?? neverRead(JSON.stringify(diagnostics));
  });
}

function neverRead(reason = "no article"): never {
  throw new Error(reason);
}

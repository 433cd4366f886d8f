/** Articles and sites as values, read from texts as they are from files. */

import type { Article } from "../src/content/article.ts";
import { readArticle } from "../src/content/article.ts";
import { contentRules, readSite, type Site } from "../src/site/site.ts";
import { articleText, smallSite } from "./site-folder.ts";

/** The site of a site.yaml. Throws where that has errors. */
export function siteOf(...lines: readonly string[]): Site {
  const { site, diagnostics } = readSite(`${smallSite}${lines.join("\n")}\n`);
  if (site === undefined) throw new Error(JSON.stringify(diagnostics));
  return site;
}

/** An article, its file named for its title; `lines` are further lines of front matter. */
export function articleOf(
  title: string,
  date: string,
  lines: readonly string[] = [],
  site = siteOf(),
): Article {
  const bytes = Buffer.from(articleText(JSON.stringify(title), date, lines));
  const { article, diagnostics } = readArticle("articles/a.md", bytes, contentRules(site, new Set()));
  if (article === undefined) throw new Error(JSON.stringify(diagnostics));
  return article;
}

/** Invented short articles of many desks and places, and what readers would ask of them, with judged answers. */
import { readFile } from "node:fs/promises";
import { readArticle } from "../../src/content/article/reading/article-reading.ts";
import { type Plan, planSite } from "../../src/site/plan/plan.ts";
import { contentRules, readSite } from "../../src/site/settings/site.ts";
import { articleText } from "../site-folder.ts";

export type CorpusArticle = {
  readonly id: string;
  readonly date: string;
  readonly place: string;
  readonly category: string;
  readonly tags: readonly string[];
  readonly language: string;
  readonly title: string;
  readonly body: string;
};

export type JudgedQuery = {
  readonly query: string;
  /** Of the articles that answer it. */
  readonly ids: readonly string[];
};

const textOf = (name: string) => readFile(new URL(name, import.meta.url), "utf8");

export async function corpusArticles(): Promise<CorpusArticle[]> {
  const blocks = (await textOf("articles.txt")).trim().split("\n\n");
  return blocks.map((block) => {
    const [facts = "", title = "", body = ""] = block.split("\n");
    const [id = "", date = "", place = "", category = "", tags = "", language = "en"] = facts.split(" | ");
    return { id, date, place, category, tags: tags.split(/, |، /), language, title, body };
  });
}

export async function judgedQueries(): Promise<JudgedQuery[]> {
  const lines = (await textOf("queries.txt")).split("\n").filter((line) => line.includes(" |"));
  return lines.map((line) => {
    const [query = "", ids = ""] = line.split(" |");
    return {
      query,
      ids: ids
        .trim()
        .split(" ")
        .filter((id) => id !== ""),
    };
  });
}

/** The plan of a site with some articles. Each is at `/ID/`. */
export function planOf(articles: readonly CorpusArticle[], language = "en"): Plan {
  const { site } = readSite(
    `title: The Corpus\nurl: https://corpus.example\nlanguage: ${language}\npermalink: /{slug}/\n`,
  );
  if (site === undefined) throw new Error("the corpus's site.yaml is at fault");
  const rules = contentRules(site, new Map());
  const read = articles.map(({ id, date, place, category, tags, language, title, body }) => {
    const text = articleText(
      JSON.stringify(title),
      date,
      [
        `categories: [${category}]`,
        `tags: [${tags.join(", ")}]`,
        `dateline: ${place}`,
        `language: ${language}`,
      ],
      body,
    );
    const { article, diagnostics } = readArticle(`articles/${id}.md`, Buffer.from(text), rules);
    if (article === undefined) throw new Error(`${id}: ${diagnostics.map(({ message }) => message)}`);
    return article;
  });
  return planSite(site, read, { nowMs: Date.parse("2026-11-24T00:00Z"), drafts: false });
}

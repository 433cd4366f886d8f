/**
 * Invented articles of many desks and places, and what readers would ask of them, with judged answers: two collections,
 * one of short articles and short queries, and one of long.
 */
import { readdir, readFile } from "node:fs/promises";
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
  /** The heading that it stands under. */
  readonly group: string;
  /** Of the articles that answer it: grade 2. */
  readonly ids: readonly string[];
  /** Of those that are only related to what is asked: grade 1. */
  readonly related: readonly string[];
};

/** Of the second collection's queries those that the ranking may be worked on with, and those that it never sees. */
export type Half = "open" | "held";

const textOf = (name: string) => readFile(new URL(name, import.meta.url), "utf8");

/** The first collection: articles of two sentences. */
export async function corpusArticles(): Promise<CorpusArticle[]> {
  return articlesIn(await textOf("articles.txt"));
}

/** The second: articles of several paragraphs, a file for each desk. */
export async function longArticles(): Promise<CorpusArticle[]> {
  const names = (await readdir(new URL("long/articles/", import.meta.url))).toSorted();
  const texts = await Promise.all(names.map((name) => textOf(`long/articles/${name}`)));
  return texts.flatMap(articlesIn);
}

function articlesIn(text: string): CorpusArticle[] {
  return text
    .trim()
    .split("\n\n")
    .map((block) => {
      const [facts = "", title = "", ...paragraphs] = block.split("\n");
      const [id = "", date = "", place = "", category = "", tags = "", language = "en"] = facts.split(" | ");
      return {
        id,
        date,
        place,
        category,
        tags: tags.split(/, |، /),
        language,
        title,
        body: paragraphs.join("\n\n"),
      };
    });
}

export async function judgedQueries(): Promise<JudgedQuery[]> {
  return queriesIn(await textOf("queries.txt"));
}

export async function longQueries(half: Half): Promise<JudgedQuery[]> {
  return queriesIn(await textOf(`long/queries-${half}.txt`));
}

function queriesIn(text: string): JudgedQuery[] {
  const idsIn = (cell = "") => cell.split(" ").filter((id) => id !== "");
  const queries: JudgedQuery[] = [];
  let group = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("#")) group = line.slice(2);
    else if (line.includes(" |")) {
      const [query = "", ids, related] = line.split(" |");
      queries.push({ query, group, ids: idsIn(ids), related: idsIn(related) });
    }
  }
  return queries;
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

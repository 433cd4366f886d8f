/** Reading all articles, on every core there is. */
import { setImmediate } from "node:timers/promises";
import type { Article, ContentRules } from "../content/article.ts";
import { type ArticlesReading, readArticles } from "../content/articles-folder.ts";
import { isTermFault, type Term } from "../content/terms.ts";
import type { Crew } from "./crew.ts";

/** Few enough that no core waits long for the last chunk of another. */
const filesPerChunk = 50;

/** Reads article files, in the order given; what comes of them does not depend on the crew. */
export async function readAllArticles(
  siteFolder: string,
  files: readonly string[],
  rules: ContentRules,
  crew: Crew,
): Promise<ArticlesReading> {
  const chunks = Array.from({ length: Math.ceil(files.length / filesPerChunk) }, (_, index) =>
    files.slice(index * filesPerChunk, (index + 1) * filesPerChunk),
  );
  const readings: ArticlesReading[] = [];
  let next = 0;
  async function readUntilDone(read: (chunk: readonly string[]) => Promise<ArticlesReading>): Promise<void> {
    for (let index = next++; index < chunks.length; index = next++) {
      readings[index] = await read(chunks[index] ?? []);
    }
  }
  const byCrew = async (chunk: readonly string[]) => {
    const { articles, diagnostics } = await crew.run("readChunk", chunk);
    return { articles: articles.map((article) => withKnownTerms(article, rules)), diagnostics };
  };
  const here = async (chunk: readonly string[]) => {
    await setImmediate();
    return readArticles(siteFolder, chunk, rules);
  };
  await Promise.all([
    ...Array.from({ length: crew.tasksAtOnce }, () => readUntilDone(byCrew)),
    readUntilDone(here),
  ]);
  return {
    articles: readings.flatMap((reading) => reading.articles),
    diagnostics: readings.flatMap((reading) => reading.diagnostics),
  };
}

/** Values that cross threads are copies; a term is one object, whichever article names it. */
function withKnownTerms(article: Article, { readTerm }: ContentRules): Article {
  const known = ({ kind, name }: Term): Term => {
    const term = readTerm(kind, name);
    if (isTermFault(term))
      throw new Error(`the ${kind} "${name}" was read and is not known: ${term.message}`);
    return term;
  };
  const { categories, tags, authors, source } = article;
  return Object.assign(article, {
    categories: categories.map(known),
    tags: tags.map(known),
    authors: authors.map(known),
    source: source && { ...source, term: known(source.term) },
  });
}

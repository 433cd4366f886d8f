/** `npm run bench -- search`: how well the search answers, and what a reader's first search costs. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import type { PartsFile } from "../../src/search/index-format.ts";
import { startChromium, unpackChromium } from "../browser/chromium.ts";
import {
  type CorpusArticle,
  corpusArticles,
  type JudgedQuery,
  judgedQueries,
  longArticles,
  longQueries,
  planOf,
} from "../search/corpus.ts";
import { indexInMemory } from "../search/index-in-memory.ts";
import { ownSearch } from "../search/own-search.ts";
import { plainBm25, plainPagefind } from "../search/peers.ts";
import { relevanceOf } from "../search/relevance.ts";
import { filesBelow } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { filesByKind, firstVisit, type Visit } from "./first-visit.ts";
import { generatedSite, writeGeneratedSite } from "./generate.ts";
import { measure } from "./measure.ts";
import { datelineBuild } from "./peers.ts";
import { median } from "./statistics.ts";

/** Prints all tables as Markdown: a collection's relevance, each, and the costs. */
export async function benchSearch({ articles, folder, held }: BenchmarkOptions): Promise<undefined> {
  const articleCounts = [Math.ceil(articles / 50), Math.ceil(articles / 5), articles];
  await printRelevance("short articles", await corpusArticles(), { queries: await judgedQueries() });
  await printRelevance("long articles", await longArticles(), {
    "open queries": await longQueries("open"),
    ...(held ? { "queries held back": await longQueries("held") } : {}),
  });
  const { packaged, remove } = await unpackChromium();
  const browser = await startChromium(packaged);
  try {
    let dearest: Visit | undefined;
    process.stdout.write(costHead);
    for (const count of articleCounts) {
      const { row, visits } = await costs(folder, count, browser);
      process.stdout.write(row);
      dearest = visits.toSorted((a, b) => b.all.bytes - a.all.bytes)[0];
    }
    if (dearest !== undefined) process.stdout.write(kindsTable(dearest));
  } finally {
    await browser.close();
    await remove();
  }
}

async function printRelevance(
  what: string,
  articles: readonly CorpusArticle[],
  querySets: Readonly<Record<string, readonly JudgedQuery[]>>,
): Promise<void> {
  const contenders = {
    Dateline: ownSearch(await indexInMemory(planOf(articles))),
    "Pagefind as it comes": await plainPagefind(articles),
    "BM25 (MiniSearch)": plainBm25(articles),
  };
  for (const [name, queries] of Object.entries(querySets)) {
    process.stdout.write(
      `${articles.length} ${what}, ${queries.length} ${name}\n\n| | MAP@10 | success at 5 | nDCG@10 |\n|---|---|---|---|\n`,
    );
    for (const [contender, search] of Object.entries(contenders)) {
      const { meanAveragePrecision, successAt5, gain } = await relevanceOf(search, queries);
      const cells = [meanAveragePrecision, successAt5, gain].map((value) => value.toFixed(3));
      process.stdout.write(`| ${contender} | ${cells.join(" | ")} |\n`);
    }
    process.stdout.write("\n");
  }
}

const costHead = `Medians of five queries, with the least and the most of them

| articles | parts | indexing and building | largest folder | first result: requests | KB | ms | everything: requests | KB | after the last key: ms | first result in older parts only: requests | KB |
|---|---|---|---|---|---|---|---|---|---|---|---|
`;

type Costs = { readonly row: string; readonly visits: readonly Visit[] };

async function costs(folder: string, articleCount: number, browser: Browser): Promise<Costs> {
  const site = join(folder, `site-${articleCount}`);
  const output = join(folder, `built-${articleCount}`);
  await writeGeneratedSite(site, articleCount, { cards: false });
  const { seconds } = await measure([datelineBuild(site, output, ["--fresh"])]);
  const paths = [...(await filesBelow(join(output, "pagefind"))).keys()];
  const perFolder = new Map<string, number>();
  for (const path of paths) perFolder.set(dirname(path), (perFolder.get(dirname(path)) ?? 0) + 1);
  const largest = Math.max(...perFolder.values());
  const partsFile: PartsFile = JSON.parse(await readFile(join(output, "pagefind/parts.json"), "utf8"));
  const visits: Visit[] = [];
  for (const query of queriesFor(articleCount)) {
    const [word = "", second = ""] = query.split(" ");
    visits.push(await firstVisit(output, word, second, browser));
  }
  const older: Visit[] = [];
  const newest = partsFile.parts[0]?.articles ?? 0;
  for (const pair of olderPairs(articleCount, newest))
    older.push(await firstVisit(output, pair, "", browser));
  const cells = [
    articleCount.toLocaleString("en"),
    partsFile.parts.length,
    `${seconds.toFixed(0)} s`,
    largest.toLocaleString("en"),
    spread(visits.map(({ first }) => first.files.length)),
    spread(visits.map(({ first }) => first.bytes / 1000)),
    spread(visits.map(({ first }) => first.ms)),
    spread(visits.map(({ all }) => all.files.length)),
    spread(visits.map(({ all }) => all.bytes / 1000)),
    spread(visits.map(({ keyMs }) => keyMs)),
    spread(older.map(({ first }) => first.files.length)),
    spread(older.map(({ first }) => first.bytes / 1000)),
  ];
  return { row: `| ${cells.join(" | ")} |\n`, visits };
}

/** The median, the least and the most. Of what has a limit, the most counts, so that is rounded up. */
function spread(values: readonly number[]): string {
  if (values.length === 0) return "–";
  return `${median(values).toFixed(0)} (${Math.floor(Math.min(...values))}–${Math.ceil(Math.max(...values))})`;
}

/** What the dearest visit loaded. */
function kindsTable({ first, all }: Visit): string {
  const early = new Map(filesByKind(first.files).map((kind) => [kind.what, kind]));
  const rows = filesByKind(all.files).map(({ what, count, bytes }) => {
    const before = early.get(what);
    const cells = [what, before?.count ?? 0, kilobytes(before?.bytes ?? 0), count, kilobytes(bytes)];
    return `| ${cells.join(" | ")} |\n`;
  });
  return `
Of the dearest of the five queries

| what | to the first result: requests | KB | everything: requests | KB |
|---|---|---|---|---|
${rows.join("")}`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

/** Two words of the headline of each of a few articles, which lie apart: rare words and frequent ones. */
function queriesFor(articleCount: number): string[] {
  const titles = textsOf(articleCount).map(titleOf);
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((share) =>
    longestWords(titles[Math.floor(share * titles.length)] ?? "").join(" "),
  );
}

/** The same of older articles, words that none of the newest has together. None where all are among the newest. */
function olderPairs(articleCount: number, newestCount: number): string[] {
  const texts = textsOf(articleCount);
  const newest = texts.slice(texts.length - newestCount).map((text) => text.toLowerCase());
  const older = texts.slice(0, texts.length - newestCount);
  const isOfOlder = (pair: readonly string[]) =>
    pair.length === 2 && newest.every((text) => pair.some((word) => !text.includes(word)));
  return [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share) => {
    const pairs = older.slice(Math.floor(share * older.length)).map((text) => longestWords(titleOf(text)));
    return pairs.find(isOfOlder)?.join(" ") ?? [];
  });
}

/** Of the articles, the oldest first. The site has a text, too, which is none of theirs. */
function textsOf(articleCount: number): string[] {
  return [...generatedSite(articleCount)]
    .filter(({ path }) => path.startsWith("articles/"))
    .map(({ text }) => text);
}

function titleOf(text: string): string {
  return /^---\ntitle: (.+)$/m.exec(text)?.[1] ?? "";
}

function longestWords(title: string): string[] {
  const words = [...new Set(title.toLowerCase().split(" "))];
  return words.toSorted((a, b) => b.length - a.length).slice(0, 2);
}

/** `npm run bench -- search`: how well the search answers, and what a reader's first search costs. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { PartsFile } from "../../src/search/index-format.ts";
import { serveBuiltSite } from "../browser/built-site-server.ts";
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
  process.stdout.write(
    "| articles | parts | indexing and building | largest folder | first result: requests | KB | ms | everything: requests | KB | after the last key: ms | first result in older parts only: KB |\n" +
      "|---|---|---|---|---|---|---|---|---|---|---|\n",
  );
  const { packaged, remove } = await unpackChromium();
  const browser = await startChromium(packaged);
  try {
    for (const count of articleCounts) process.stdout.write(await costRow(folder, count, browser));
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

async function costRow(folder: string, articleCount: number, browser: Browser): Promise<string> {
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
  const middle = (value: (visit: Visit) => number) => median(visits.map(value)).toFixed(0);
  const cells = [
    articleCount.toLocaleString("en"),
    partsFile.parts.length,
    `${seconds.toFixed(0)} s`,
    largest.toLocaleString("en"),
    middle((visit) => visit.first.requests),
    rangeOfKb(visits.map((visit) => visit.first.bytes)),
    middle((visit) => visit.first.ms),
    middle((visit) => visit.all.requests),
    middle((visit) => visit.all.bytes / 1000),
    middle((visit) => visit.keyMs),
    rangeOfKb(older.map((visit) => visit.first.bytes)),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

/** The least and the most, in thousands. */
function rangeOfKb(bytes: readonly number[]): string {
  if (bytes.length === 0) return "–";
  return `${Math.round(Math.min(...bytes) / 1000)}–${Math.round(Math.max(...bytes) / 1000)}`;
}

type Cost = { readonly requests: number; readonly bytes: number; readonly ms: number };
type Visit = { readonly first: Cost; readonly all: Cost; readonly keyMs: number };

/** Runs in the page: notes when the first result stands there, by the clock that the server has, too. */
const noteFirstResult = `
  new MutationObserver((_, observer) => {
    if (document.querySelector("#search-results h2") === null) return;
    window.firstShown = Date.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
`;

/** A reader who has never been on the site follows a link to a query, and then types more. */
async function firstVisit(output: string, query: string, more: string, browser: Browser): Promise<Visit> {
  const sent: { readonly at: number; readonly bytes: number }[] = [];
  const server = await serveBuiltSite(output, (_address, bytes) => {
    sent.push({ at: Date.now(), bytes });
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(noteFirstResult);
    const start = Date.now();
    const costUntil = (end: number): Cost => {
      const needed = sent.filter(({ at }) => at <= end);
      const bytes = needed.reduce((sum, file) => sum + file.bytes, 0);
      return { requests: needed.length, bytes, ms: end - start };
    };
    await page.goto(`${server.origin}/search/?q=${encodeURIComponent(query)}`, { waitUntil: "commit" });
    await page.locator("#search-results:not([aria-busy]) h2").first().waitFor();
    // On a site of few articles there may be nothing to choose from.
    await page.waitForLoadState("networkidle");
    const all = costUntil(Date.now());
    const first = costUntil(Number(await page.evaluate("window.firstShown")));
    return { first, all, keyMs: more === "" ? 0 : await timeOfTyping(page, more) };
  } finally {
    await context.close();
    await server.close();
  }
}

/** Runs in the page: notes when the last key was pressed, and when results were first shown after it. */
const noteTimes = `
  window.timing = { key: 0, shown: 0 };
  document.addEventListener("input", () => { window.timing = { key: performance.now(), shown: 0 }; });
  new MutationObserver(() => { window.timing.shown ||= performance.now(); })
    .observe(document.querySelector("#search-results"), { childList: true });
`;

/** Milliseconds from the last key to results that answer it. */
async function timeOfTyping(page: Page, text: string): Promise<number> {
  await page.evaluate(noteTimes);
  await page.locator("#search-query").pressSequentially(` ${text}`);
  for (;;) {
    const shown = Number(
      await page.evaluate("window.timing.shown && window.timing.shown - window.timing.key"),
    );
    if (shown > 0) return shown;
    await page.waitForTimeout(20);
  }
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

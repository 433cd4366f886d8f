/** `npm run bench -- search`: how well the search answers, and what a reader's first search costs. */
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { serveBuiltSite } from "../browser/built-site-server.ts";
import { startChromium, unpackChromium } from "../browser/chromium.ts";
import { corpusArticles, judgedQueries, planOf } from "../search/corpus.ts";
import { indexInMemory } from "../search/index-in-memory.ts";
import { ownSearch } from "../search/own-search.ts";
import { plainBm25, plainPagefind } from "../search/peers.ts";
import { type Relevance, relevanceOf } from "../search/relevance.ts";
import { filesBelow } from "../site-folder.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { generatedSite, writeGeneratedSite } from "./generate.ts";
import { measure } from "./measure.ts";
import { datelineBuild } from "./peers.ts";
import { median } from "./statistics.ts";

/** Prints both tables as Markdown. */
export async function benchSearch({ articles, folder }: BenchmarkOptions): Promise<undefined> {
  const articleCounts = [Math.ceil(articles / 50), Math.ceil(articles / 5), articles];
  process.stdout.write(await relevanceTable());
  process.stdout.write(
    "\n| articles | parts | indexing and building | largest folder | first result: requests | KB | ms | everything: requests | KB | after the last key: ms |\n" +
      "|---|---|---|---|---|---|---|---|---|---|\n",
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

async function relevanceTable(): Promise<string> {
  const articles = await corpusArticles();
  const queries = await judgedQueries();
  const row = (name: string, { meanAveragePrecision, successAt5 }: Relevance) =>
    `| ${name} | ${meanAveragePrecision.toFixed(3)} | ${successAt5.toFixed(3)} |\n`;
  const own = await relevanceOf(ownSearch(await indexInMemory(planOf(articles))), queries);
  const pagefind = await relevanceOf(await plainPagefind(articles), queries);
  const bm25 = await relevanceOf(plainBm25(articles), queries);
  return [
    `${articles.length} articles, ${queries.length} queries\n\n`,
    "| | mean average precision | success at 5 |\n|---|---|---|\n",
    row("Dateline", own),
    row("Pagefind as it comes", pagefind),
    row("BM25 (MiniSearch)", bm25),
  ].join("");
}

async function costRow(folder: string, articleCount: number, browser: Browser): Promise<string> {
  const site = join(folder, `site-${articleCount}`);
  const output = join(folder, `built-${articleCount}`);
  await writeGeneratedSite(site, articleCount);
  const { seconds } = await measure([datelineBuild(site, output, ["--fresh"])]);
  const paths = [...(await filesBelow(join(output, "pagefind"))).keys()];
  const perFolder = new Map<string, number>();
  for (const path of paths) perFolder.set(dirname(path), (perFolder.get(dirname(path)) ?? 0) + 1);
  const largest = Math.max(...perFolder.values());
  const parts = paths.filter((path) => path.endsWith("pagefind-entry.json")).length;
  const visits: Visit[] = [];
  for (const query of queriesFor(articleCount)) visits.push(await firstVisit(output, query, browser));
  const firstBytes = visits.map((visit) => visit.first.bytes);
  const middle = (value: (visit: Visit) => number) => median(visits.map(value)).toFixed(0);
  const cells = [
    articleCount.toLocaleString("en"),
    parts,
    `${seconds.toFixed(0)} s`,
    largest.toLocaleString("en"),
    middle((visit) => visit.first.requests),
    `${Math.round(Math.min(...firstBytes) / 1000)}–${Math.round(Math.max(...firstBytes) / 1000)}`,
    middle((visit) => visit.first.ms),
    middle((visit) => visit.all.requests),
    middle((visit) => visit.all.bytes / 1000),
    middle((visit) => visit.keyMs),
  ];
  return `| ${cells.join(" | ")} |\n`;
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

/** A reader who has never been on the site follows a link to a query, and then types another word. */
async function firstVisit(output: string, query: string, browser: Browser): Promise<Visit> {
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
    const [word = "", second = ""] = query.split(" ");
    await page.goto(`${server.origin}/search/?q=${encodeURIComponent(word)}`, { waitUntil: "commit" });
    await page.locator("#search-facets fieldset").first().waitFor();
    await page.waitForLoadState("networkidle");
    const all = costUntil(Date.now());
    const first = costUntil(Number(await page.evaluate("window.firstShown")));
    return { first, all, keyMs: await timeOfTyping(page, second) };
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
  const titles = [...generatedSite(articleCount)].flatMap(
    ({ text }) => /^title: (.+)$/m.exec(text)?.[1] ?? [],
  );
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => {
    const words = (titles[Math.floor(share * titles.length)] ?? "").toLowerCase().split(" ");
    return words
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(" ");
  });
}

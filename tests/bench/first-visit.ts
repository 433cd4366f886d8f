/** A reader's first search on a site, in a browser: what it loads, and when. */
import type { Browser, Page } from "playwright-core";
import { grouped } from "../../src/content/values/grouped.ts";
import { serveBuiltSite } from "../browser/built-site-server.ts";

/** A file as it went over the network. */
export type Sent = { readonly address: string; readonly bytes: number };

type Cost = { readonly files: readonly Sent[]; readonly bytes: number; readonly ms: number };

export type Visit = { readonly first: Cost; readonly all: Cost; readonly keyMs: number };

/** Runs in the page: notes when the first result stands there, by the clock that the server has, too. */
const noteFirstResult = `
  new MutationObserver((_, observer) => {
    if (document.querySelector("#search-results h2") === null) return;
    window.firstShown = Date.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
`;

/** A reader who has never been on the site follows a link to a query, and then types more. */
export async function firstVisit(
  output: string,
  query: string,
  more: string,
  browser: Browser,
): Promise<Visit> {
  const sent: (Sent & { readonly at: number })[] = [];
  const server = await serveBuiltSite(output, (address, bytes) => {
    sent.push({ at: Date.now(), address, bytes });
  });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(noteFirstResult);
    const start = Date.now();
    const costUntil = (end: number): Cost => {
      const files = sent.filter(({ at }) => at <= end);
      return { files, bytes: bytesOf(files), ms: end - start };
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

/** What a search loads, by the addresses of its files. */
const kinds: readonly (readonly [what: string, address: RegExp])[] = [
  ["the font", /\.woff2$/],
  ["the page, its styles and scripts", /^\/(?:search|assets)\//],
  ["Pagefind's WebAssembly", /^\/pagefind\/code\./],
  ["the list of parts, and of the articles and pieces of each", /\/(?:parts|list\.\w+)\.json$/],
  ["pieces of the index that hold the words", /\.piece$/],
  ["articles that are found", /\.pf_fragment$/],
  ["words and their spellings", /\/words\.\w+\.json$/],
  ["facets", /\/facets\.\w+\.json$/],
];

/** The files of a visit by what they hold: how many of each, and their bytes. */
export function filesByKind(files: readonly Sent[]): { what: string; count: number; bytes: number }[] {
  const byKind = grouped(
    files,
    ({ address }) => kinds.find(([, pattern]) => pattern.test(address))?.[0] ?? "the rest",
  );
  return [...byKind].map(([what, own]) => ({ what, count: own.length, bytes: bytesOf(own) }));
}

function bytesOf(files: readonly Sent[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

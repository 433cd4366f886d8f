/** `npm run lighthouse`: the scores of the built sample site behind the production headers. All must be 100. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { freePort } from "../child-server.ts";
import { buildSampleSite } from "../sample-site.ts";
import { serveBuiltSite } from "./built-site-server.ts";
import { startChromium, unpackChromium } from "./chromium.ts";

const pages = [
  ["front page", "/"],
  ["article", "/2026/11/harbour-tunnel-opens-after-nine-years/"],
  ["category", "/category/asia/"],
  ["search page", "/search/"],
  ["own page", "/about/"],
] as const;

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

const runsAtMost = 3;

const unpacked = await unpackChromium();
const folder = await mkdtemp(join(tmpdir(), "dateline-lighthouse-"));
const site = await buildSampleSite(folder);
const server = await serveBuiltSite(site.output);
const port = await freePort();
const browser = await startChromium(unpacked.packaged, [`--remote-debugging-port=${port}`]);
try {
  process.stdout.write(`| | ${categories.join(" | ")} |\n|---|${"---|".repeat(categories.length)}\n`);
  for (const [name, address] of pages) {
    const { scores, faults } = await bestOf(runsAtMost, server.origin + address);
    process.stdout.write(`| ${name} | ${scores.join(" | ")} |\n`);
    for (const fault of faults) process.stderr.write(`${name}: ${fault}\n`);
    if (scores.some((score) => score < 100)) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
  await unpacked.remove();
}

/** The first run without a fault, else the last: a busy machine costs points that the page does not. */
async function bestOf(runs: number, url: string): ReturnType<typeof measured> {
  const result = await measured(url);
  return runs > 1 && result.scores.some((score) => score < 100) ? bestOf(runs - 1, url) : result;
}

/** The scores from 0 to 100, and what cost points. */
async function measured(url: string): Promise<{ scores: number[]; faults: string[] }> {
  const result = await lighthouse(url, { port, logLevel: "error", onlyCategories: [...categories] });
  if (result === undefined) throw new Error(`Lighthouse has no result for ${url}`);
  const { audits, categories: scored, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(runtimeError.message);
  const scores = categories.map((id) => Math.round((scored[id]?.score ?? 0) * 100));
  const faults = categories.flatMap((id) =>
    (scored[id]?.auditRefs ?? [])
      .filter((reference) => reference.weight > 0 && (audits[reference.id]?.score ?? 1) < 1)
      .map(
        (reference) =>
          `${id} ${reference.id}: ${audits[reference.id]?.title} ${audits[reference.id]?.displayValue ?? ""}`,
      ),
  );
  return { scores, faults };
}

/** axe, which tells what keeps people from using a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/** WCAG 2.2 AA and axe's own advice; its experiments are left out. */
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

/** Brings axe into every page: the pages' policy keeps scripts of others out; the browser is told where it may run. */
export async function addAxe(context: BrowserContext): Promise<void> {
  const content = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await context.addInitScript({ content });
}

export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate((given) => axe.run(given), options);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

/** What an author waits for: the first page of a preview that starts, and an edit in a browser that shows it. */
import { spawn } from "node:child_process";
import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startChromium, unpackChromium } from "../browser/chromium.ts";
import { ended, toldAddress } from "../child-server.ts";
import { copyProject } from "../project-copy.ts";
import type { BenchmarkOptions } from "./bench.ts";
import { generatedSite, writeGeneratedSite } from "./generate.ts";
import { spread } from "./statistics.ts";

/** An edit is seen so many times for each start. */
const editsPerRun = 4;

type Times = {
  readonly cold: number[];
  readonly warm: number[];
  readonly article: number[];
  readonly template: number[];
};

type Folders = { readonly site: string; readonly project: string };

/** Prints a table of its own. */
export async function benchPreview({ articles, runs, folder }: BenchmarkOptions): Promise<undefined> {
  const at = { site: join(folder, "site"), project: join(folder, "project") };
  await writeGeneratedSite(at.site, articles);
  await copyProject(at.project);
  const { packaged, remove } = await unpackChromium();
  const browser = await startChromium(packaged);
  const times: Times = { cold: [], warm: [], article: [], template: [] };
  try {
    const page = await browser.newPage();
    for (let run = 1; run <= runs; run += 1) {
      await putAside(join(at.site, ".cache"), join(folder, `cache-${run}`));
      await started(at, page, times.cold, (origin) => measureEdits(at, page, origin, articles, run, times));
      await started(at, page, times.warm, async () => {});
      const [cold, warm] = [whole(times.cold.at(-1)), whole(times.warm.at(-1))];
      process.stderr.write(`Run ${run} of ${runs}: first page ${cold} ms, then ${warm} ms\n`);
    }
  } finally {
    await browser.close();
    await remove();
  }
  const rows = [
    ["first page after a start without a cache (cold)", times.cold],
    ["first page after the next start (warm)", times.warm],
    ["an edit to an article, until the browser shows it", times.article],
    ["an edit to a template, until the browser shows it", times.template],
  ] as const;
  const lines = rows.map(([name, values]) => {
    const { median, least, most } = spread(values);
    return `| ${name} | ${whole(median)} ms | ${whole(least)}–${whole(most)} ms | ${values.length} |`;
  });
  process.stdout.write(
    `Preview of ${articles} articles\n\n| | median | spread | measured |\n|---|---|---|---|\n${lines.join("\n")}\n`,
  );
}

/** What an earlier run has left is kept: deleting makes the next files dearer. */
async function putAside(folder: string, aside: string): Promise<void> {
  await rename(folder, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

/** Starts the preview, notes the milliseconds until its first page is there, and ends it after what is done with it. */
async function started(
  { site, project }: Folders,
  page: Page,
  times: number[],
  use: (origin: string) => Promise<void>,
): Promise<void> {
  const start = performance.now();
  const child = spawn(process.execPath, ["src/cli/start.js", "start", "--site", site, "--port", "0"], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const origin = await toldAddress(child);
    await page.goto(`${origin}/`);
    times.push(performance.now() - start);
    await use(origin);
  } finally {
    await ended(child);
  }
}

async function measureEdits(
  { site, project }: Folders,
  page: Page,
  origin: string,
  articles: number,
  run: number,
  times: Times,
): Promise<void> {
  const story = middleStory(articles);
  await page.goto(origin + story.address);
  const template = join(project, "templates/pages/article.njk");
  const templateText = await readFile(template, "utf8");
  for (let edit = 1; edit <= editsPerRun; edit += 1) {
    const mark = `Edit ${run} ${edit} ends.`;
    times.article.push(
      await shownAfter(() => appendFile(join(site, story.path), `\n${mark}\n`), page, `text="${mark}"`),
    );
    const id = `edit-${run}-${edit}`;
    const edited = templateText.replace('<article class="article">', `$&<i id="${id}">${id}</i>`);
    times.template.push(await shownAfter(() => writeFile(template, edited), page, `#${id}`));
  }
  await writeFile(template, templateText);
}

/** Milliseconds from the start of a change until the page, which loads itself again, shows an element. */
async function shownAfter(change: () => Promise<void>, page: Page, selector: string): Promise<number> {
  const start = performance.now();
  await change();
  await page.locator(selector).waitFor();
  return performance.now() - start;
}

function middleStory(articles: number): { readonly path: string; readonly address: string } {
  const files = [...generatedSite(articles)].filter(({ path }) => path.startsWith("articles/"));
  const { path = "" } = files[Math.floor(files.length / 2)] ?? {};
  return { path, address: path.replace(/^articles(.*)\.md$/, "$1/") };
}

function whole(milliseconds: number | undefined): string {
  return milliseconds === undefined ? "" : milliseconds.toFixed(0);
}

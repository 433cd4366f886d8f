import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { templatesFolder } from "../../../../src/publish/disk/project.js";
import { pageContext } from "../../../../src/publish/rendering/page-context.ts";
import { readTemplates } from "../../../../src/publish/rendering/templates/template-files.ts";
import { newTemplates } from "../../../../src/publish/rendering/templates/templates.ts";
import { someAssets, templateFaults } from "../../../../src/publish/site/trial/trial.ts";
import { recordText } from "../../../../src/search/making/index-part.ts";
import { searchRecords } from "../../../../src/search/making/records.ts";
import { feedFiles } from "../../../../src/site/feeds/feed-files.ts";
import { type Plan, planSite } from "../../../../src/site/plan/plan.ts";
import { articlesOf, siteOf } from "../../../site-values.ts";

const site = siteOf("pageSize: 2", "categories: [{name: News}, {name: Sport}]", "publisher: {name: Paper}");
const articles = articlesOf(site, [
  ["plain", "2026-11-01"],
  ["plain again", "2026-11-01"],
  ["described", "2026-11-02", "description: Words.", "tags: [ferry, harbour]"],
  ["tagged", "2026-11-03", "tags: [ferry]", "source: Agency", "authors: [Mei Tan]"],
  ["original", "2026-11-04", "source: {name: Agency, url: 'https://agency.example/1'}", "tags: [ferry]"],
  ["한국어", "2026-11-05", "language: ko", "slug: hangul", "tags: [ferry, 항구]"],
  ["updated", "2026-11-06", "updated: 2026-11-07", "categories: [Sport]"],
  ["corrected", "2026-11-08", "corrections: [{date: 2026-11-09, text: Not so.}]"],
  ["draft", "2026-11-10", "draft: true"],
  ["last", "2026-11-11"],
]);
const plan = planSite(site, articles, { nowMs: Date.parse("2026-11-24T00:00Z"), drafts: true });

/** Whether anything fails of all that a build renders. */
function failsInBuild({ pages, feeds, site: siteView }: Plan, folder: string): boolean {
  const { render } = newTemplates(readTemplates([folder]));
  try {
    for (const [kind, planned] of Object.entries(pages)) {
      const template = `pages/${kind}.njk`;
      for (const { view } of planned) render(template, pageContext(template, view(), siteView, someAssets));
    }
    for (const { text } of feedFiles(feeds, siteView.language, render)) text();
    for (const record of searchRecords(plan)) recordText(record, "", render);
    return false;
  } catch {
    return true;
  }
}

test("the trial finds a template that prints what is not there, wherever a build does", async () => {
  const folder = join(tmpdir(), `dateline-trial-${process.pid}`);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(templatesFolder, folder, { recursive: true });
  expect(await templateFaults(plan, readTemplates([folder]))).toEqual([]);

  const templates = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".njk"));
  const told: Record<string, { trial: boolean; build: boolean }> = {};
  for (const name of templates) {
    const text = await readFile(join(folder, name), "utf8");
    for (const { 0: condition, index } of [...text.matchAll(/\{% if .*? %\}/g)].slice(-1)) {
      await writeFile(
        join(folder, name),
        `${text.slice(0, index)}{% if true %}${text.slice(index + condition.length)}`,
      );
      const found = await templateFaults(plan, readTemplates([folder]));
      told[`${name}:${index} ${condition}`] = {
        trial: found.length > 0,
        build: failsInBuild(plan, folder),
      };
    }
    await writeFile(join(folder, name), text);
  }
  const differing = Object.entries(told).filter(([, { trial, build }]) => trial !== build);
  expect(differing).toEqual([]);
  expect(Object.values(told).filter(({ trial }) => trial).length).toBeGreaterThanOrEqual(5);
});

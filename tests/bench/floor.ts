/**
 * The floor of the benchmark: reads, renders Markdown, renders the same templates, writes the same files.
 * No checks, no positions, no Eleventy. Usage: floor.ts SITE_FOLDER OUTPUT_FOLDER
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DateTime } from "luxon";
import { parse } from "yaml";
import type { Article } from "../../src/content/article/article.ts";
import { standInFor } from "../../src/content/article/reading/description.ts";
import { headingsOf } from "../../src/content/article/reading/headings.ts";
import { readingMinutes } from "../../src/content/article/reading/reading-time.ts";
import { BodyHtml } from "../../src/content/markup/body-html.ts";
import { renderBody } from "../../src/content/markup/markdown/markdown.ts";
import { isTermFault, type Term, type TermKind } from "../../src/content/names/terms.ts";
import { outputFileOf } from "../../src/content/values/address.ts";
import { templatesFolder } from "../../src/publish/disk/project.js";
import { ownListName, ownListText } from "../../src/publish/output/standing/own-files.ts";
import { assetsOf, bundleAssets } from "../../src/publish/rendering/assets/assets.ts";
import { pageContext } from "../../src/publish/rendering/page-context.ts";
import { readTemplates } from "../../src/publish/rendering/templates/template-files.ts";
import { newTemplates } from "../../src/publish/rendering/templates/templates.ts";
import { feedFiles } from "../../src/site/feeds/feed-files.ts";
import { planSite } from "../../src/site/plan/plan.ts";
import { siteFiles } from "../../src/site/plan/site-files.ts";
import { contentRules, readSite } from "../../src/site/settings/site.ts";
import { benchmarkNow } from "./generate.ts";

const [siteFolder = ".", outputFolder = "_site"] = process.argv.slice(2);
const { site } = readSite(readFileSync(join(siteFolder, "site.yaml"), "utf8"));
if (site === undefined) throw new Error("the benchmark's site.yaml is at fault");
const rules = contentRules(site, new Map());

function term(kind: TermKind, name: string): Term {
  const read = rules.readTerm(kind, name);
  if (isTermFault(read)) throw new Error(read.message);
  return read;
}

function readArticle(file: string): Article {
  const [, frontMatter = "", body = ""] = readFileSync(join(siteFolder, file), "utf8").split(/^---\n/m, 3);
  const values = parse(frontMatter);
  const date = DateTime.fromISO(values.date.replace(" ", "T"), { zone: rules.timezone });
  const rendered = renderBody(body, {
    host: rules.host,
    language: "en",
    dateline: values.dateline,
    pictureOf: () => undefined,
    followsPicture: false,
  });
  return {
    file,
    digest: "",
    frontMatter: "",
    title: values.title,
    date: {
      epochMs: date.toMillis(),
      iso: date.toISO({ suppressMilliseconds: true }) ?? "",
      precision: "time",
    },
    categories: values.categories.map((name: string) => term("category", name)),
    tags: values.tags.map((name: string) => term("tag", name)),
    authors: values.authors.map((name: string) => term("author", name)),
    source: { term: term("source", values.source) },
    description: standInFor(rendered.firstParagraph ?? ""),
    dateline: values.dateline,
    corrections: [],
    draft: false,
    slug: file.slice(file.lastIndexOf("/") + 1, -".md".length),
    aliases: [],
    language: site?.language ?? "en",
    direction: "ltr",
    bodyHtml: new BodyHtml("", () => rendered.html),
    readingMinutes: readingMinutes(rendered.html),
    headings: headingsOf(rendered.html, "en", rendered.ids),
    bodyIds: rendered.ids,
    internalLinks: [],
    pictures: [],
  };
}

const written: string[] = [];

function write(path: string, content: string | Uint8Array): void {
  written.push(path);
  const file = join(outputFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const files = readdirSync(join(siteFolder, "articles"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md"))
  .map((file) => `articles/${file}`);
const plan = planSite(site, files.map(readArticle), { nowMs: Date.parse(benchmarkNow), drafts: false });
const assets = assetsOf(await bundleAssets(siteFolder), {});
if (assets === undefined) throw new Error("the scripts cannot be bundled");
const templates = newTemplates(readTemplates([templatesFolder]));
for (const [kind, pages] of Object.entries(plan.pages)) {
  for (const { address, view } of pages) {
    const template = `pages/${kind}.njk`;
    const context = pageContext(template, view(), plan.site, assets.addresses);
    write(outputFileOf(address), templates.render(template, context));
  }
}
for (const [path, content] of [...assets.files, ...siteFiles(plan)]) write(path, content);
for (const { path, text } of feedFiles(plan.feeds, plan.site.language, templates.render)) write(path, text());
write(ownListName, ownListText(written));

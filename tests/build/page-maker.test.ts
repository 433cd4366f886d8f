import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { ChangeWriter } from "../../src/build/change-writer.ts";
import { Crew } from "../../src/build/crew.ts";
import { PageMaker } from "../../src/build/page-maker.ts";
import { templatesFolder } from "../../src/build/project.ts";
import { newTemplates, type Templates } from "../../src/build/templates.ts";
import { planSite } from "../../src/site/plan.ts";
import { filesBelow } from "../site-folder.ts";
import { articlesOf, siteOf } from "../site-values.ts";

const site = siteOf("categories: [{name: News}, {name: Sport}]");
const articles = articlesOf(
  site,
  Array.from({ length: 90 }, (_, index) => [
    `Story ${index} <b>`,
    `2026-10-01 ${String(index % 24).padStart(2, "0")}:00`,
    "categories: [News]",
    `tags: [tag ${index % 5}]`,
    ...(index % 3 === 0 ? ["language: ko"] : []),
    ...(index % 4 === 0 ? ["corrections: [{date: 2026-10-09, text: It was not so.}]"] : []),
  ]),
);
const plan = planSite(site, articles, { nowMs: Date.parse("2026-11-24"), drafts: false });
const assets = { styles: "/s.css", search: "/s.js", masthead: "/m.js", icon: "/i.svg", font: "/f.woff2" };

async function made(crew: Crew, templates: Templates = newTemplates(templatesFolder)) {
  const folder = await mkdtemp(join(tmpdir(), "dateline-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const writer = new ChangeWriter(folder, crew, new Map());
  const maker = new PageMaker({ site: plan.site, assets, templates, templatesFolder, writer, crew });
  for (const [index, { view }] of plan.pages.article.entries()) {
    await maker.make("pages/article.njk", { path: `${index}/index.html`, view });
  }
  for (const [index, { view }] of plan.pages.listing.entries()) {
    await maker.make("pages/listing.njk", { path: `listing/${index}/index.html`, view });
  }
  await maker.finish();
  await writer.finish();
  return { files: await filesBelow(folder), records: writer.records(new Map()) };
}

describe("pages made on several cores", () => {
  const crew = new Crew();
  afterAll(() => crew.dismiss());

  test("are those that one core makes, byte for byte, in every language, and are recorded", async () => {
    const { timezone, language, url, terms } = site;
    const rulesSource = { timezone, language, url, terms };
    await crew.start(
      { siteFolder: ".", site: rulesSource, pictures: new Map(), withFindings: false },
      5000,
      2,
    );
    // With templates that make nothing here, what is there was made by the crew.
    const byCrew = await made(crew, { render: () => "" });
    const alone = await made(new Crew());
    const ofArticles = ({ files }: typeof alone) =>
      new Map([...files].filter(([path, html]) => !path.startsWith("listing/") && html !== ""));
    expect(ofArticles(byCrew).size).toBeGreaterThanOrEqual(80);
    for (const [path, html] of ofArticles(byCrew)) expect(html).toBe(alone.files.get(path));
    expect((await made(crew)).files).toEqual(alone.files);
    expect((await made(crew)).records["1/index.html"]?.digest).toBe(alone.records["1/index.html"]?.digest);
  });
});

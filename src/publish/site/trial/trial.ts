/** A trial of the templates: what a build would render, one of each shape, and nothing written. */
import type { Diagnostic } from "../../../content/diagnostics/diagnostic.ts";
import { recordText } from "../../../search/making/index-part.ts";
import { searchRecords } from "../../../search/making/records.ts";
import { feedContent } from "../../../site/feeds/feed-files.ts";
import type { Plan } from "../../../site/plan/plan.ts";
import type { AssetAddresses } from "../../rendering/assets/assets.ts";
import { type Additions, noAdditions } from "../../rendering/eleventy/additions.ts";
import { pageContext } from "../../rendering/page-context.ts";
import { TemplateFaults } from "../../rendering/templates/template-fault.ts";
import type { TemplateTexts } from "../../rendering/templates/template-files.ts";
import { templateGraph } from "../../rendering/templates/template-graph.ts";
import { newTemplates, type Templates } from "../../rendering/templates/templates.ts";
import { Shapes } from "./shapes.ts";

/** No template looks at them: they only have to be there. */
export const someAssets: AssetAddresses = { styles: "/", search: "/", masthead: "/", icons: [], font: "/" };

type Rendering = {
  readonly kind: string;
  /** What the template knows of it. */
  readonly value: object;
  readonly text: (templates: Templates) => string | Promise<string>;
};

/**
 * What is wrong with templates, shown by the pages of a plan. Of pages, entries of feeds and records of the search
 * that are alike in what is there and what is not, one is rendered; where any fails, each is, so that all places are told and all
 * pages counted. A template that decides by what a text says or by a number may fail in a build alone.
 */
export async function templateFaults(
  plan: Plan,
  texts: TemplateTexts,
  additions: Additions = noAdditions,
): Promise<Diagnostic[]> {
  const templates = newTemplates(texts, additions);
  const unread = new TemplateFaults(templates.faults);
  unread.attempt(() => templateGraph(texts));
  const faultsIn = async (isTried: (kind: string, value: object) => boolean) => {
    const faults = new TemplateFaults(unread.all);
    for (const { kind, value, text } of renderings(plan)) {
      if (isTried(kind, value)) await faults.attempt(() => text(templates));
    }
    return faults.diagnostics(plan.articles);
  };
  const shapes = new Shapes();
  const found = await faultsIn((kind, value) => shapes.isNew(kind, value));
  return found.length === 0 ? found : faultsIn(() => true);
}

/** All that a build renders, one after the other: all together would fill the memory. */
function* renderings(plan: Plan): Generator<Rendering> {
  for (const [kind, pages] of Object.entries(plan.pages)) {
    for (const page of pages) {
      const view = page.view();
      const template = `pages/${kind}.njk`;
      const context = pageContext(template, view, plan.site, someAssets);
      yield { kind, value: view, text: ({ renderPage }) => renderPage(template, context, page.address) };
    }
  }
  for (const entry of new Set(plan.feeds.flatMap(({ entries }) => entries))) {
    yield { kind: "feed entry", value: entry.content, text: ({ render }) => feedContent(entry, render) };
  }
  for (const record of searchRecords(plan)) {
    yield { kind: "search record", value: record, text: ({ render }) => recordText(record, "", render) };
  }
}

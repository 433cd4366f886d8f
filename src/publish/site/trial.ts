/** A trial of the templates: what a build would render, one of each shape, and nothing written. */
import type { Diagnostic } from "../../content/diagnostics/diagnostic.ts";
import { recordText } from "../../search/making/index-part.ts";
import { searchRecords } from "../../search/making/records.ts";
import { feedContent } from "../../site/feeds/feed-files.ts";
import type { Render } from "../../site/frame/views.ts";
import type { Plan } from "../../site/plan/plan.ts";
import type { AssetAddresses } from "../rendering/assets.ts";
import { TemplateFault, TemplateFaults } from "../rendering/template-fault.ts";
import { readTemplateGraph } from "../rendering/template-graph.ts";
import { newTemplates } from "../rendering/templates.ts";
import { Shapes } from "./shapes.ts";

/** No template looks at them: they only have to be there. */
const assets: AssetAddresses = { styles: "/", search: "/", masthead: "/", icon: "/", font: "/" };

type Rendering = {
  readonly kind: string;
  /** What the template knows of it. */
  readonly value: object;
  readonly text: (render: Render) => string;
};

/**
 * What is wrong with the templates of a folder, shown by the pages of a plan. Of pages, entries of feeds and records of the search
 * that are alike in what is there and what is not, one is rendered; where any fails, each is, so that all places are told and all
 * pages counted. A template that decides by what a text says or by a number may fail in a build alone.
 */
export async function templateFaults(plan: Plan, folder: string): Promise<Diagnostic[]> {
  const templates = newTemplates(folder);
  const unread = [...templates.faults];
  await readTemplateGraph(folder).catch((error: unknown) => {
    if (!(error instanceof TemplateFault)) throw error;
    unread.push(error);
  });
  const faultsIn = (isTried: (kind: string, value: object) => boolean) => {
    const faults = new TemplateFaults(unread);
    for (const { kind, value, text } of renderings(plan)) {
      if (isTried(kind, value)) faults.attempt(() => text(templates.render));
    }
    return faults.diagnostics(plan.articles);
  };
  const shapes = new Shapes();
  const found = faultsIn((kind, value) => shapes.isNew(kind, value));
  return found.length === 0 ? found : faultsIn(() => true);
}

/** All that a build renders, one after the other: all together would fill the memory. */
function* renderings(plan: Plan): Generator<Rendering> {
  for (const [kind, pages] of Object.entries(plan.pages)) {
    for (const page of pages) {
      const view = page.view();
      const context = { view, site: plan.site, assets };
      yield {
        kind,
        value: view,
        text: (render) => render(`pages/${kind}.njk`, context, page.address),
      };
    }
  }
  for (const entry of new Set(plan.feeds.flatMap(({ entries }) => entries))) {
    yield { kind: "feed entry", value: entry.content, text: (render) => feedContent(entry, render) };
  }
  for (const record of searchRecords(plan)) {
    yield { kind: "search record", value: record, text: (render) => recordText(record, "", render) };
  }
}

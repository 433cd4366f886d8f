/** A trial of the templates: everything that a build would render, rendered, and nothing written. */

import { recordText } from "../../search/making/index-part.ts";
import { searchRecords } from "../../search/making/records.ts";
import { feedFiles } from "../../site/feeds/feed-files.ts";
import type { Plan } from "../../site/plan/plan.ts";
import type { AssetAddresses } from "../rendering/assets.ts";
import { TemplateFault, TemplateFaults } from "../rendering/template-fault.ts";
import { readTemplateGraph } from "../rendering/template-graph.ts";
import { newTemplates } from "../rendering/templates.ts";

/** No template looks at them: they only have to be there. */
const assets: AssetAddresses = { styles: "/", search: "/", masthead: "/", icon: "/", font: "/" };

/** What is wrong with the templates of a folder, shown by the pages of a plan. */
export async function templateFaults(plan: Plan, folder: string): Promise<TemplateFaults> {
  const templates = newTemplates(folder);
  const faults = new TemplateFaults(templates.faults);
  await readTemplateGraph(folder).catch((error: unknown) => {
    if (!(error instanceof TemplateFault)) throw error;
    faults.add(error);
  });
  for (const [kind, pages] of Object.entries(plan.pages)) {
    for (const { address, view } of pages) {
      const context = () => ({ view: view(), site: plan.site, assets });
      faults.attempt(() => templates.render(`pages/${kind}.njk`, context(), address));
    }
  }
  for (const { text } of feedFiles(plan.feeds, plan.site.language, templates.render)) faults.attempt(text);
  for (const record of searchRecords(plan)) faults.attempt(() => recordText(record, "", templates.render));
  return faults;
}

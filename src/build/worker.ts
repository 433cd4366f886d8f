/** What a worker thread does: `CrewTasks`, each by its name. */
import { Tinypool } from "tinypool";
import { readArticles } from "../content/articles-folder.ts";
import { contentRules } from "../site/site.ts";
import { textsFor } from "../site/texts.ts";
import type { ArticleView, SiteView } from "../site/views.ts";
import type { AssetAddresses } from "./assets.ts";
import type { CrewOrders, CrewTasks } from "./crew.ts";
import { packed } from "./packed-reading.ts";
import { newTemplates } from "./templates.ts";
import { type Settle, settleIn } from "./write-now.ts";

const { siteFolder, site, pictures, withFindings }: CrewOrders = Tinypool.workerData;
const rules = contentRules(site, pictures);

export const readChunk: CrewTasks["readChunk"] = (files) =>
  packed(readArticles(siteFolder, files, rules, withFindings));

const settlers = new Map<string, Settle>();

function settlerFor(folder: string): Settle {
  const settle = settlers.get(folder) ?? settleIn(folder);
  settlers.set(folder, settle);
  return settle;
}

export const writeBatch: CrewTasks["writeBatch"] = ({ folder, bytes, files }) => {
  const settle = settlerFor(folder);
  return files.map(({ path, start, end, standing }) => settle(path, bytes.subarray(start, end), standing));
};

const templatesOf = onceFor(newTemplates);
const sharedOf = onceFor((json): { site: SiteView; assets: AssetAddresses } => JSON.parse(json));

export const renderPages: CrewTasks["renderPages"] = (order) => {
  const settle = settlerFor(order.folder);
  const templates = templatesOf(order.templatesFolder);
  const { site, assets } = sharedOf(order.shared);
  return order.pages.map(({ path, standing, values, body }) => {
    const view: Omit<ArticleView, "body" | "texts"> = JSON.parse(values);
    const texts = textsFor(view.language, site.language);
    const html = templates.render(order.template, { view: { ...view, texts, body }, site, assets });
    return settle(path, Buffer.from(html), standing);
  });
};

/** Remembers what was made last: the same of the same text is one object, on which `once` of the templates relies. */
function onceFor<Value>(make: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: make(text) };
    return last.value;
  };
}

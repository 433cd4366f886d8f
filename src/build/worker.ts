/** What a worker thread does: `CrewTasks`, each by its name. */
import { Tinypool } from "tinypool";
import { readArticles } from "../content/articles-folder.ts";
import { contentRules } from "../site/site.ts";
import type { CrewOrders, CrewTasks } from "./crew.ts";
import { packed } from "./packed-reading.ts";
import { writeNow } from "./write-now.ts";

const { siteFolder, site, pictures }: CrewOrders = Tinypool.workerData;
const rules = contentRules(site, pictures);

export const readChunk: CrewTasks["readChunk"] = (files) => packed(readArticles(siteFolder, files, rules));

export const writeBatch: CrewTasks["writeBatch"] = ({ folder, bytes, files }) => {
  for (const { path, start, end } of files) writeNow(folder, path, bytes.subarray(start, end));
};

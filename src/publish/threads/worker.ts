/** What a worker thread does: `CrewTasks`, each by its name. */
import { Tinypool } from "tinypool";
import { readArticles } from "../../content/files/articles-folder.ts";
import { onDemandFor } from "../../content/values/on-demand.ts";
import { contentRules } from "../../site/settings/site.ts";
import { settleIn } from "../disk/write-now.ts";
import type { CrewOrders, CrewTasks } from "./crew.ts";
import { packed } from "./packed-reading.ts";

const { siteFolder, site, pictures, withFindings }: CrewOrders = Tinypool.workerData;
const rules = contentRules(site, pictures);

export const readChunk: CrewTasks["readChunk"] = (files) =>
  packed(readArticles(siteFolder, files, rules, withFindings));

const settlerOf = onDemandFor(settleIn);

export const writeBatch: CrewTasks["writeBatch"] = ({ folder, bytes, files }) => {
  const settle = settlerOf(folder);
  return files.map(({ path, start, end, standing }) => settle(path, bytes.subarray(start, end), standing));
};

/** What a thread does that looks at what there is: tells of the articles, then how the output differs from what is recorded, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { listWithStamps } from "../../../content/files/articles-listing.ts";
import type { LookOrders, Told } from "./looking.ts";
import { readOwnFiles } from "./own-files.ts";
import { readRecordedFiles } from "./recorded-files.ts";
import { deviationsIn } from "./standing.ts";

const { siteFolder, outputFolder, record }: LookOrders = workerData;
const tell = (told: Told) => parentPort?.postMessage(told);
tell({ of: "articles", listed: await listWithStamps(siteFolder) });
const [own, recorded] = await Promise.all([readOwnFiles(outputFolder), readRecordedFiles(record)]);
tell({ of: "output", deviations: deviationsIn(outputFolder, own ?? new Set(recorded.keys()), recorded) });

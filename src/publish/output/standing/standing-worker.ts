/** What a thread does that looks at an output folder: tells once how it differs from what is recorded, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import type { LookOrders } from "./looking.ts";
import { readOwnFiles } from "./own-files.ts";
import { readRecordedFiles } from "./recorded-files.ts";
import { deviationsIn } from "./standing.ts";

const { outputFolder, record }: LookOrders = workerData;
const [own, recorded] = await Promise.all([readOwnFiles(outputFolder), readRecordedFiles(record)]);
parentPort?.postMessage(deviationsIn(outputFolder, own ?? new Set(recorded.keys()), recorded));

/** A look at an output folder that was built before, beside the reading of the articles. */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { bundledCode } from "../../disk/project.js";
import { ownListName } from "./own-files.ts";
import type { PublishedFiles } from "./recorded-files.ts";
import { type Deviations, deviationsIn, type Standing, standingBy } from "./standing.ts";

/** What a thread is told: it reads what is recorded itself. */
export type LookOrders = { readonly outputFolder: string; readonly record: string };

/** From so long a list of its files on, a thread saves more than it costs. */
const longListBytes = 256 * 1024;

export type Look = {
  readonly isByThread: boolean;
  /** What stands there. @param own and recorded as they have stood in the files of the folder and of the record */
  readonly standing: (own: ReadonlySet<string>, recorded: PublishedFiles) => Promise<Standing>;
};

/**
 * Begins to look, where that is much.
 *
 * @param record the file of the record
 */
export async function beginLook(orders: LookOrders): Promise<Look> {
  const code = (await isWorthwhile(orders)) ? await bundledCode() : undefined;
  const thread = code && startThread(new URL("standing-worker.js", code), orders);
  return {
    isByThread: thread !== undefined,
    standing: async (own, recorded) =>
      standingBy(
        (await thread?.deviations()) ?? deviationsIn(orders.outputFolder, own, recorded),
        own,
        recorded,
      ),
  };
}

async function isWorthwhile({ outputFolder }: LookOrders): Promise<boolean> {
  if (availableParallelism() === 1) return false;
  const list = await stat(join(outputFolder, ownListName)).catch(() => undefined);
  return list !== undefined && list.size >= longListBytes;
}

function startThread(module: URL, orders: LookOrders) {
  const worker = new Worker(module, { workerData: orders });
  const told = new Promise<Deviations | undefined>((resolve) => {
    worker.on("message", resolve);
    // What is wrong is told where it is looked at again.
    worker.on("error", () => resolve(undefined));
    worker.on("exit", () => resolve(undefined));
  });
  // Where nobody asks any more, nobody waits.
  worker.unref();
  return {
    deviations: () => {
      worker.ref();
      return told;
    },
  };
}

/** A look at the files of the articles and at an output folder that was built before, beside all else that a build begins with. */
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ListedArticles } from "../../../content/files/articles-listing.ts";
import { bundledCode } from "../../disk/project.js";
import { threadLimits } from "../../threads/thread-limits.ts";
import { ownListName } from "./own-files.ts";
import type { PublishedFiles } from "./recorded-files.ts";
import { type Deviations, deviationsIn, type Standing, standingBy } from "./standing.ts";

/** What a thread is told: it reads what is recorded itself. */
export type LookOrders = {
  readonly siteFolder: string;
  readonly outputFolder: string;
  readonly record: string;
};

/** What it tells, one after the other. */
export type Told =
  | { readonly of: "articles"; readonly listed: ListedArticles }
  | { readonly of: "output"; readonly deviations: Deviations };

/** From so long a list of its files on, a thread saves more than it costs. */
const longListBytes = 256 * 1024;

export type Look = {
  /** The articles folder; undefined where there is so little that whoever reads it looks at it. */
  readonly listed: Promise<ListedArticles | undefined> | undefined;
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
  const thread = code && startThread(new URL("look-worker.js", code), orders);
  return {
    listed: thread?.listed,
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
  const worker = new Worker(module, { workerData: orders, resourceLimits: threadLimits });
  const of = <Value>(wanted: (told: Told) => Value | undefined): Promise<Value | undefined> =>
    new Promise((resolve) => {
      worker.on("message", (told: Told) => {
        const value = wanted(told);
        if (value !== undefined) resolve(value);
      });
      // What is wrong is told where it is looked at again.
      worker.on("error", () => resolve(undefined));
      worker.on("exit", () => resolve(undefined));
    });
  const listed = of((told) => (told.of === "articles" ? told.listed : undefined));
  const deviations = of((told) => (told.of === "output" ? told.deviations : undefined));
  // Where nobody asks any more, nobody waits.
  listed.then(() => worker.unref());
  return {
    listed,
    deviations: () => {
      worker.ref();
      return deviations;
    },
  };
}

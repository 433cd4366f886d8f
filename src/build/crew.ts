/** The other cores: worker threads that read articles and write files while the main thread plans and renders. */
import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { ArticlesReading } from "../content/articles-folder.ts";
import type { RulesSource } from "../site/site.ts";
import { bundleWorker } from "./worker-code.ts";

/** What every worker knows from its start. */
export type CrewOrders = {
  readonly siteFolder: string;
  readonly site: RulesSource;
  readonly pictures: ReadonlySet<string>;
};

/** Files one after the other in shared memory. */
export type Batch = {
  readonly folder: string;
  readonly bytes: Uint8Array;
  readonly files: readonly { readonly path: string; readonly start: number; readonly end: number }[];
};

/** What a worker can be asked to do: the exports of `worker.ts`. */
export type CrewTasks = {
  readonly readChunk: (files: readonly string[]) => ArticlesReading;
  readonly writeBatch: (batch: Batch) => void;
};

/** Below so many articles starting a worker takes longer than it saves. */
const leastArticles = 1500;

const mostThreads = 3;

/** One at work, and its next ones waiting. */
const tasksPerThread = 3;

export class Crew {
  #pool: Promise<Tinypool> | undefined;
  #threads = 0;

  /** Has workers start, if there is a core for one and enough to do. */
  start(orders: CrewOrders, articleCount: number, cores = availableParallelism()): void {
    this.#threads = articleCount < leastArticles ? 0 : Math.min(mostThreads, cores - 1);
    if (this.#threads > 0) this.#pool = newPool(this.#threads, orders);
  }

  /** How many tasks should be under way, so that no worker waits for its next one; 0 where there are no workers. */
  get tasksAtOnce(): number {
    return this.#threads * tasksPerThread;
  }

  /** Has a worker do a task. @throws what the task throws */
  async run<Name extends keyof CrewTasks>(
    name: Name,
    order: Parameters<CrewTasks[Name]>[0],
  ): Promise<ReturnType<CrewTasks[Name]>> {
    const pool = await this.#pool;
    if (pool === undefined) throw new Error("there are no workers");
    return pool.run(order, { name });
  }

  async dismiss(): Promise<void> {
    const pool = await this.#pool;
    await pool?.destroy();
    this.#pool = undefined;
    this.#threads = 0;
  }
}

async function newPool(threads: number, orders: CrewOrders): Promise<Tinypool> {
  const code = await bundleWorker();
  return new Tinypool({
    filename: code.href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: tasksPerThread,
    isolateWorkers: false,
    execArgv: [],
    workerData: orders,
  });
}

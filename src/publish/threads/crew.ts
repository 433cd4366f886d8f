/** The other cores: worker threads that read articles and write files while the main thread plans and renders. */
import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { Pictures } from "../../content/values/picture.ts";
import type { RulesSource } from "../../site/settings/site.ts";
import { bundledCode } from "../disk/project.js";
import type { Settled } from "../disk/write-now.ts";
import type { PackedReadings } from "./packed-reading.ts";
import { threadLimits } from "./thread-limits.ts";

/** What every worker knows from its start. */
export type CrewOrders = {
  readonly siteFolder: string;
  readonly site: RulesSource;
  readonly pictures: Pictures;
  /** Whether to look for what the house style finds in single articles. */
  readonly withFindings: boolean;
};

/** Files one after the other in shared memory. */
export type Batch = {
  readonly folder: string;
  readonly bytes: Uint8Array;
  readonly files: readonly {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    /** Digest of a content that need not be written. */
    readonly standing: string | undefined;
  }[];
};

/** What a worker can be asked to do: the exports of `worker.ts`. */
export type CrewTasks = {
  readonly readChunk: (files: readonly string[]) => PackedReadings;
  readonly writeBatch: (batch: Batch) => Settled[];
};

/** Below so many articles starting a worker takes longer than it saves. */
const leastArticles = 1500;

const mostThreads = 3;

/** One at work, and its next ones waiting. */
const tasksPerThread = 3;

export class Crew {
  #pool: Tinypool | undefined;

  /** Starts workers, if there is a core for one and enough to do. Without any, all is done on this thread. */
  async start(orders: CrewOrders, articleCount: number, cores = availableParallelism()): Promise<void> {
    const threads = articleCount < leastArticles ? 0 : Math.min(mostThreads, cores - 1);
    const code = threads < 1 ? undefined : await bundledCode();
    if (code === undefined) return;
    this.#pool = new Tinypool({
      filename: new URL("worker.js", code).href,
      minThreads: threads,
      maxThreads: threads,
      concurrentTasksPerWorker: tasksPerThread,
      isolateWorkers: false,
      execArgv: [],
      resourceLimits: threadLimits,
      workerData: orders,
    });
  }

  /** How many tasks should be under way, so that no worker waits for its next one; 0 where there are no workers. */
  get tasksAtOnce(): number {
    return (this.#pool?.options.maxThreads ?? 0) * tasksPerThread;
  }

  /** Has a worker do a task. @throws what the task throws */
  run<Name extends keyof CrewTasks>(
    name: Name,
    order: Parameters<CrewTasks[Name]>[0],
  ): Promise<ReturnType<CrewTasks[Name]>> {
    if (this.#pool === undefined) throw new Error("there are no workers");
    return this.#pool.run(order, { name });
  }

  async dismiss(): Promise<void> {
    await this.#pool?.destroy();
    this.#pool = undefined;
  }
}

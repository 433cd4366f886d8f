/** Processes of Pagefind, each of which indexes on one core. */
import { availableParallelism } from "node:os";
import type { NewIndex } from "./pagefind-batch.ts";

export type PagefindProcesses = {
  /** Makes an index in each of them, which starts with its first one. */
  readonly newIndexes: readonly NewIndex[];
  /** Ends those that were started. */
  readonly close: () => Promise<void>;
};

/** With two, the rendering beside them takes longest. */
const mostProcesses = 2;

/** As many processes as there are cores for, none of them started yet. */
export async function pagefindProcesses(cores = availableParallelism()): Promise<PagefindProcesses> {
  const modules: typeof import("pagefind")[] = [await import("pagefind")];
  // Each module of Pagefind has one process: imported by another address it is another module.
  for (let count = 2; count <= Math.min(mostProcesses, cores); count += 1)
    modules.push(await import(`${import.meta.resolve("pagefind")}?${count}`));
  return {
    newIndexes: modules.map(
      ({ createIndex }): NewIndex =>
        async (config) => {
          const { index, errors } = await createIndex(config);
          if (index === undefined) throw new Error(`Pagefind cannot be started: ${errors.join("; ")}`);
          return index;
        },
    ),
    close: async () => {
      await Promise.all(modules.map(({ close }) => close()));
    },
  };
}

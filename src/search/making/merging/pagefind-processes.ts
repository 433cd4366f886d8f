/** Processes of Pagefind, each of which indexes on one core. */
import { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { availableParallelism } from "node:os";
import type { PagefindIndex, PagefindServiceConfig } from "pagefind";
import { ProcessEnded } from "../../../content/diagnostics/system-reasons.ts";

export type PagefindProcess = {
  /** Makes an empty index in it. It starts with the first one. */
  readonly newIndex: (config: PagefindServiceConfig) => Promise<PagefindIndex>;
  /** What comes of work that needs it. @throws ProcessEnded where it ends before, of which Pagefind itself tells only at its next request */
  readonly outlasting: <Value>(work: Promise<Value>) => Promise<Value>;
};

export type PagefindProcesses = {
  readonly all: readonly PagefindProcess[];
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
    all: modules.map(processOf),
    close: async () => {
      await Promise.all(modules.map(({ close }) => close()));
    },
  };
}

function processOf({ createIndex }: typeof import("pagefind")): PagefindProcess {
  let child: ChildProcess | undefined;
  return {
    newIndex: async (config) => {
      const { value: creating, started } = startedBy(() => createIndex(config));
      if (started !== undefined) {
        quieten(started);
        child = started;
      }
      const { index, errors } = await creating;
      if (index === undefined) throw new Error(`Pagefind cannot be started: ${errors.join("; ")}`);
      return index;
    },
    outlasting: (work) =>
      new Promise((resolve, reject) => {
        const onEnd = (cause: unknown) => reject(processEnded(cause));
        const end = child?.exitCode ?? child?.signalCode ?? undefined;
        if (end !== undefined) onEnd(end);
        child?.once("exit", onEnd).once("error", onEnd);
        work.then(resolve, reject).finally(() => child?.off("exit", onEnd).off("error", onEnd));
      }),
  };
}

/**
 * Does what may start a process, and gives the one that it has started: Pagefind keeps its own to itself, but Node tells of each,
 * https://nodejs.org/docs/latest-v20.x/api/diagnostics_channel.html#child-process
 */
function startedBy<Value>(act: () => Value): { value: Value; started: ChildProcess | undefined } {
  let started: ChildProcess | undefined;
  const note = (message: unknown) => {
    const isOfProcess = typeof message === "object" && message !== null && "process" in message;
    if (isOfProcess && message.process instanceof ChildProcess) started = message.process;
  };
  subscribe("child_process", note);
  try {
    return { value: act(), started };
  } finally {
    unsubscribe("child_process", note);
  }
}

/** Once its process has ended, Pagefind prints a stack for each record that was on its way: that is told in one sentence. */
function quieten({ stdin }: ChildProcess): void {
  if (stdin === null) return;
  const write = stdin.write.bind(stdin);
  const writeQuietly = (text: string, done: () => void) =>
    write(text, (error) => {
      if (!error) done();
    });
  Object.defineProperty(stdin, "write", { value: writeQuietly });
  stdin.removeAllListeners("error").on("error", () => undefined);
}

function processEnded(cause: unknown): ProcessEnded {
  return new ProcessEnded(
    "Pagefind's process has ended before it made the search index; the machine may be short of memory: make room and start again",
    { cause },
  );
}

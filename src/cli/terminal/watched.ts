/** Doing something again whenever a file is saved. */
import { once } from "node:events";
import { startWatching } from "../../publish/loading/watching.ts";
import { tellRefusal } from "./command.ts";

/** Editors save in several steps; what comes within this time is one change. */
const settleMs = 50;

/** Runs at once and after each change below the paths, one run after the other, until a signal ends it. */
export async function runOnEachChange(paths: readonly string[], run: () => Promise<unknown>): Promise<void> {
  const ended = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  // Watched before the first run, so that nothing saved in between is missed.
  const watcher = await startWatching(paths, tellRefusal);
  let running = Promise.resolve();
  const runAgain = () => {
    running = running.then(run).then(() => {}, tellRefusal);
  };
  runAgain();
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(runAgain, settleMs);
  });
  await ended;
  clearTimeout(timer);
  await watcher.close();
  await running;
}

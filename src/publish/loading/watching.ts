/** Watching files for changes. */
import { type FSWatcher, watch } from "chokidar";
import { systemRefusal } from "../../content/diagnostics/system-reasons.ts";

/**
 * Watches files and folders, and all that is in them, and resolves once changes would be noticed. What may not be
 * watched is told, once for each reason, and all else is watched.
 *
 * @param onRefused what the system says
 */
export function startWatching(
  paths: readonly string[],
  onRefused: (error: unknown) => void,
): Promise<FSWatcher> {
  const watcher = watch([...paths], { ignoreInitial: true });
  const told = new Set<string | undefined>();
  watcher.on("error", (error) => {
    const code = systemRefusal(error)?.code;
    if (code === undefined || !told.has(code)) onRefused(error);
    told.add(code);
  });
  return new Promise((resolve) => {
    watcher.once("ready", () => resolve(watcher));
  });
}

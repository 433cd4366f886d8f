/** Watching files for changes. */
import { existsSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { systemRefusal } from "../../content/diagnostics/system-reasons.ts";
import { isWithin } from "../../content/files/paths.ts";

/** chokidar tells the first change of a file, and none of those that follow within 50 ms. */
const quietMs = 80;

/**
 * Watches files and folders, and all that is in them, whether they are there yet or not, and resolves once changes would
 * be noticed. What may not be watched is told, once for each reason, and all else is watched. Changes are told by
 * absolute paths, of several in a moment the last as well.
 *
 * @param onRefused what the system says
 */
export function startWatching(
  paths: readonly string[],
  onRefused: (error: unknown) => void,
): Promise<FSWatcher> {
  const wanted = paths.map((path) => resolve(path));
  // Of several that are missing in one folder, chokidar by itself would wait for the first alone.
  const missing = wanted.filter((path) => !existsSync(path));
  const parents = new Set(missing.map((path) => dirname(path)));
  // What leads to one that is there is beside it, too: of an installed Dateline's templates, that is all of node_modules.
  const isBeside = (path: string) =>
    parents.has(dirname(path)) &&
    !wanted.some((one) => isWithin(path, one)) &&
    !missing.some((one) => isWithin(one, path));
  const watcher = watch([...wanted.filter(existsSync), ...parents], {
    ignoreInitial: true,
    ignored: isBeside,
  });
  const told = new Set<string | undefined>();
  watcher.on("error", (error) => {
    const code = systemRefusal(error)?.code;
    if (code === undefined || !told.has(code)) onRefused(error);
    told.add(code);
  });
  tellLastChanges(watcher);
  return new Promise((resolve) => {
    watcher.once("ready", () => resolve(watcher));
  });
}

/** Looks at each file once more when chokidar listens again, and tells what it has missed. */
function tellLastChanges(watcher: FSWatcher): void {
  const looks = new Map<string, NodeJS.Timeout>();
  const look = async (path: string, known: Stats): Promise<void> => {
    looks.delete(path);
    const found = await stat(path).catch(() => undefined);
    if (watcher.closed) return;
    if (found === undefined) watcher.emit("all", "unlink", path);
    else if (found.mtimeMs !== known.mtimeMs || found.size !== known.size) {
      watcher.emit("all", "change", path, found);
    }
  };
  watcher.on("all", (_event, path, stats) => {
    clearTimeout(looks.get(path));
    looks.delete(path);
    if (stats?.isFile()) looks.set(path, setTimeout(() => void look(path, stats), quietMs).unref());
  });
}

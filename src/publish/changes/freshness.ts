/** Which files have to be made: those whose key is not that of what stands in the output folder. */
import type { PublishedFile } from "../output/published.ts";

export class Freshness {
  readonly #standing: ReadonlyMap<string, PublishedFile>;
  readonly #leave: (path: string) => void;
  readonly #keys = new Map<string, string>();

  /**
   * @param standing files of the output folder that are sound
   * @param leave is told of each path that is fresh
   */
  constructor(standing: ReadonlyMap<string, PublishedFile>, leave: (path: string) => void) {
    this.#standing = standing;
    this.#leave = leave;
  }

  /** Whether there is nothing at a path, so that it has to be made whatever its key is. */
  isNew(path: string): boolean {
    return !this.#standing.has(path);
  }

  /** Whether a path has to be made. Each path is told of once. */
  isStale(path: string, key: string): boolean {
    this.#keys.set(path, key);
    if (this.#standing.get(path)?.key !== key) return true;
    this.#leave(path);
    return false;
  }

  /** The key of every path that was told of. */
  get keys(): ReadonlyMap<string, string> {
    return this.#keys;
  }
}

/** What is slow to make, kept on disk under a name that says what it was made from. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hexDigest } from "../../content/values/digest.ts";
import { writeWhole } from "./whole-file.ts";

const checksumBytes = 32;

export class ContentCache {
  readonly #folder: string;
  readonly #isFresh: boolean;

  /**
   * @param siteFolder the cache is its folder `.cache`, which may be removed at any time
   * @param isFresh use nothing that is there
   */
  constructor(siteFolder: string, isFresh: boolean) {
    this.#folder = join(siteFolder, ".cache");
    this.#isFresh = isFresh;
  }

  /**
   * The content of a name, or undefined where it is not there, or is not what was once written.
   *
   * @param name a path that changes with everything the content is made from
   */
  async find(name: string): Promise<Uint8Array | undefined> {
    if (this.#isFresh) return undefined;
    const kept = await readFile(join(this.#folder, name)).catch(() => undefined);
    if (kept === undefined) return undefined;
    const content = kept.subarray(checksumBytes);
    return checksumOf(content).equals(kept.subarray(0, checksumBytes)) ? content : undefined;
  }

  /** Keeps the content of a name. A cache that cannot be written to costs time, and nothing else. */
  async keep(name: string, content: Uint8Array): Promise<void> {
    const kept = Buffer.concat([checksumOf(content), content]);
    await writeWhole(join(this.#folder, name), kept).catch(() => undefined);
  }
}

function checksumOf(content: Uint8Array): Buffer {
  return Buffer.from(hexDigest(content), "hex");
}

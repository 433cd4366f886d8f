/** What is slow to make, kept on disk under a name that says what it was made from. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const digestBytes = 32;

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
    const content = kept.subarray(digestBytes);
    return digestOf(content).equals(kept.subarray(0, digestBytes)) ? content : undefined;
  }

  /** Keeps the content of a name. A cache that cannot be written to costs time, and nothing else. */
  async keep(name: string, content: Uint8Array): Promise<void> {
    await this.#write(join(this.#folder, name), content).catch(() => undefined);
  }

  /** Written aside: another build may be reading or writing the same file. */
  async #write(file: string, content: Uint8Array): Promise<void> {
    const aside = `${file}.${randomUUID()}`;
    await mkdir(dirname(file), { recursive: true });
    try {
      await writeFile(aside, Buffer.concat([digestOf(content), content]));
      await rename(aside, file);
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  }
}

function digestOf(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}

/** Writing many files by the crew: handed over in batches, so that the main thread goes on rendering. */

import { type Settle, type Settled, settleIn } from "../disk/write-now.ts";
import type { Batch, Crew } from "./crew.ts";

/** Large enough that handing over costs little. */
const batchBytes = 1 << 20;

/** No UTF-16 unit takes more bytes than this in UTF-8. */
const mostBytesPerUnit = 3;

export type BatchesOptions = {
  /** Where paths start; it must exist. */
  readonly folder: string;
  /** Without workers, each file is written at once. */
  readonly crew: Crew;
  /** Digest of a content of a path that need not be written. */
  readonly standingDigest: (path: string) => string | undefined;
  readonly onSettled: (path: string, settled: Settled) => void;
};

export class Batches {
  readonly #options: BatchesOptions;
  readonly #settle: Settle;
  /** Memory that nobody uses. It is made once: fresh memory for every page would cost more than the copying. */
  readonly #free: Uint8Array[];
  readonly #inFlight = new Set<Promise<void>>();
  #bytes: Uint8Array | undefined;
  #used = 0;
  /** For what is written here: nothing of it is needed when that is done. */
  readonly #here = new Uint8Array(batchBytes);
  /** Written here since others were last let in. */
  #bytesHere = 0;
  #files: Batch["files"][number][] = [];
  #failure: unknown;

  constructor(options: BatchesOptions) {
    this.#options = options;
    this.#settle = settleIn(options.folder);
    const { tasksAtOnce } = options.crew;
    this.#free = Array.from(
      { length: tasksAtOnce === 0 ? 0 : tasksAtOnce + 1 },
      () => new Uint8Array(new SharedArrayBuffer(batchBytes)),
    );
  }

  /** Takes a file to write. Where the crew has its hands full, it is written at once. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const sizeLimit = typeof content === "string" ? content.length * mostBytesPerUnit : content.length;
    while (this.#bytes !== undefined && this.#used + sizeLimit > batchBytes) {
      this.#handOver();
      // Lets in what others have answered: the crew, and Pagefind, which works beside the rendering.
      await new Promise(setImmediate);
    }
    this.#bytes ??= this.#free.pop();
    const standing = this.#options.standingDigest(path);
    if (this.#bytes === undefined || sizeLimit > batchBytes) {
      this.#writeHere(path, content, standing);
      this.#bytesHere += sizeLimit;
      if (this.#bytesHere < batchBytes) return;
      this.#bytesHere = 0;
      await new Promise(setImmediate);
      return;
    }
    const start = this.#used;
    this.#used += put(content, this.#bytes.subarray(start));
    this.#files.push({ path, start, end: this.#used, standing });
  }

  /** Resolves when everything is settled. @throws the first error of any write */
  async finish(): Promise<void> {
    this.#handOver();
    await Promise.all(this.#inFlight);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #writeHere(path: string, content: string | Uint8Array, standing: string | undefined): void {
    try {
      this.#options.onSettled(path, this.#settle(path, this.#bytesOf(content), standing));
    } catch (error) {
      this.#failure ??= error;
    }
  }

  #bytesOf(content: string | Uint8Array): Uint8Array {
    if (typeof content !== "string") return content;
    if (content.length * mostBytesPerUnit > batchBytes) return Buffer.from(content);
    return this.#here.subarray(0, put(content, this.#here));
  }

  #handOver(): void {
    const bytes = this.#bytes;
    const files = this.#files;
    if (bytes === undefined) return;
    this.#bytes = undefined;
    this.#used = 0;
    this.#files = [];
    const { crew, folder, onSettled } = this.#options;
    const written = crew
      .run("writeBatch", { folder, bytes, files })
      .then((settled) => {
        for (const [index, one] of settled.entries()) onSettled(files[index]?.path ?? "", one);
      })
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => {
        this.#free.push(bytes);
        this.#inFlight.delete(written);
      });
    this.#inFlight.add(written);
  }
}

const encoder = new TextEncoder();

/** Puts a content at the start of a memory that it fits into, and gives the bytes it takes. */
function put(content: string | Uint8Array, memory: Uint8Array): number {
  if (typeof content === "string") return encoder.encodeInto(content, memory).written;
  memory.set(content);
  return content.length;
}

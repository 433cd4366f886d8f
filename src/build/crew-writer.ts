/** Writing many files by the crew: handed over in batches, so that the main thread goes on rendering. */
import type { Batch, Crew } from "./crew.ts";
import type { Writer } from "./file-writer.ts";
import { writeNow } from "./write-now.ts";

/** Large enough that handing over costs little. */
const batchBytes = 1 << 20;

/** No UTF-16 unit takes more bytes than this in UTF-8. */
const mostBytesPerUnit = 3;

export class CrewWriter implements Writer {
  readonly #folder: string;
  readonly #crew: Crew;
  /** Batches nobody uses. They are made once: fresh memory for every page would cost more than the copying. */
  readonly #free: Uint8Array[];
  readonly #inFlight = new Set<Promise<void>>();
  #bytes: Uint8Array | undefined;
  #used = 0;
  #files: Batch["files"][number][] = [];
  #failure: unknown;

  /** @param folder where paths start; it must exist */
  constructor(folder: string, crew: Crew) {
    this.#folder = folder;
    this.#crew = crew;
    this.#free = Array.from(
      { length: crew.tasksAtOnce + 1 },
      () => new Uint8Array(new SharedArrayBuffer(batchBytes)),
    );
  }

  /** Where the crew has its hands full, the file is written at once. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const sizeLimit = typeof content === "string" ? content.length * mostBytesPerUnit : content.length;
    if (this.#used + sizeLimit > batchBytes) this.#handOver();
    this.#bytes ??= this.#free.pop();
    if (this.#bytes === undefined || sizeLimit > batchBytes) {
      writeNow(this.#folder, path, content);
      // Lets the answers of the crew in.
      await new Promise(setImmediate);
      return;
    }
    const start = this.#used;
    this.#used += put(content, this.#bytes.subarray(start));
    this.#files.push({ path, start, end: this.#used });
  }

  async finish(): Promise<void> {
    this.#handOver();
    await Promise.all(this.#inFlight);
    if (this.#failure !== undefined) throw this.#failure;
  }

  #handOver(): void {
    const bytes = this.#bytes;
    const files = this.#files;
    if (bytes === undefined) return;
    this.#bytes = undefined;
    this.#used = 0;
    this.#files = [];
    const written = this.#crew
      .run("writeBatch", { folder: this.#folder, bytes, files })
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

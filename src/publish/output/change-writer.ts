/** Writing what a build makes: only what differs from the files that stand in the output folder. */

import type { Settled } from "../disk/write-now.ts";
import type { Writer } from "../disk/writer.ts";
import { Batches } from "../threads/batches.ts";
import type { Crew } from "../threads/crew.ts";
import type { PublishedFile } from "./published.ts";

type Written = Omit<PublishedFile, "key">;

export class ChangeWriter implements Writer {
  readonly #batches: Batches;
  readonly #standing: ReadonlyMap<string, PublishedFile>;
  readonly #written = new Map<string, Written>();
  readonly #untouched = new Map<string, PublishedFile>();

  /**
   * @param folder where files are put aside
   * @param standing files of the output folder that are sound
   */
  constructor(folder: string, crew: Crew, standing: ReadonlyMap<string, PublishedFile>) {
    this.#standing = standing;
    this.#batches = new Batches({
      folder,
      crew,
      standingDigest: (path) => standing.get(path)?.digest,
      onSettled: (path, settled) => this.#settle(path, settled),
    });
  }

  write(path: string, content: string | Uint8Array): Promise<void> {
    return this.#batches.write(path, content);
  }

  /** Leaves a file as it stands in the output folder. */
  leave(path: string): void {
    const standing = this.#standing.get(path);
    if (standing !== undefined) this.#untouched.set(path, standing);
  }

  /** Resolves when everything is written. @throws the first error of any write */
  finish(): Promise<void> {
    return this.#batches.finish();
  }

  /** What was written aside, by path. After `finish`. */
  get written(): ReadonlyMap<string, Written> {
    return this.#written;
  }

  /**
   * The record of every file written or left, by path. After `finish`.
   *
   * @param keyOf the key of a path; where there is none, the content is made anew by every build
   */
  records(keyOf: ReadonlyMap<string, string>): Record<string, PublishedFile> {
    const records: Record<string, PublishedFile> = {};
    for (const [path, known] of [...this.#untouched, ...this.#written]) {
      records[path] = { ...known, key: keyOf.get(path) ?? "" };
    }
    return records;
  }

  #settle(path: string, { digest, sizeBytes, writtenMs }: Settled): void {
    if (writtenMs === undefined) this.leave(path);
    else this.#written.set(path, { digest, sizeBytes, writtenMs });
  }
}

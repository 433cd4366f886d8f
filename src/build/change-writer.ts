/** Writing what a build makes: only what differs from the files that stand in the output folder. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./cache-file.ts";
import { FileWriter } from "./file-writer.ts";
import type { PublishedFile } from "./published.ts";

export class ChangeWriter {
  readonly #folder: string;
  readonly #writer: FileWriter;
  readonly #standing: ReadonlyMap<string, PublishedFile>;
  readonly #written = new Map<string, { digest: string; sizeBytes: number }>();
  readonly #unchanged = new Map<string, PublishedFile>();

  /**
   * @param folder where files are put aside
   * @param standing files of the output folder that are sound
   */
  constructor(folder: string, standing: ReadonlyMap<string, PublishedFile>) {
    this.#folder = folder;
    this.#writer = new FileWriter(folder);
    this.#standing = standing;
  }

  /** Takes a file. Resolves when there is room for the next one: see `FileWriter`. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const digest = digestOf(bytes);
    const standing = this.#standing.get(path);
    if (standing?.digest === digest) {
      this.#unchanged.set(path, standing);
      return;
    }
    this.#written.set(path, { digest, sizeBytes: bytes.byteLength });
    await this.#writer.write(path, bytes);
  }

  /** Resolves when everything is on disk. @throws the first error of any write */
  async finish(): Promise<void> {
    await this.#writer.finish();
  }

  /** Paths that were written aside. */
  get changedPaths(): readonly string[] {
    return [...this.#written.keys()];
  }

  /** The records of all files taken, by path. After `finish`. */
  records(keyOf: (path: string) => string): Map<string, PublishedFile> {
    const records = new Map<string, PublishedFile>();
    for (const [path, known] of this.#unchanged) records.set(path, { ...known, key: keyOf(path) });
    for (const [path, { digest, sizeBytes }] of this.#written) {
      const { mtimeMs } = lstatSync(join(this.#folder, path));
      records.set(path, { key: keyOf(path), digest, sizeBytes, writtenMs: mtimeMs });
    }
    return records;
  }
}

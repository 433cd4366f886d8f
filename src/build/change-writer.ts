/** Writing what a build makes: only what differs from the files that stand in the output folder. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../content/digest.ts";
import type { Writer } from "./file-writer.ts";
import type { PublishedFile } from "./published.ts";

type Written = { readonly digest: string; readonly sizeBytes: number };

export class ChangeWriter implements Writer {
  readonly #folder: string;
  readonly #writer: Writer;
  readonly #standing: ReadonlyMap<string, PublishedFile>;
  readonly #written = new Map<string, Written>();
  readonly #untouched = new Map<string, PublishedFile>();

  /**
   * @param folder where the writer puts files aside
   * @param standing files of the output folder that are sound
   */
  constructor(folder: string, writer: Writer, standing: ReadonlyMap<string, PublishedFile>) {
    this.#folder = folder;
    this.#writer = writer;
    this.#standing = standing;
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const digest = digestOf(bytes);
    const standing = this.#standing.get(path);
    if (standing?.digest === digest) {
      this.#untouched.set(path, standing);
      return;
    }
    this.#written.set(path, { digest, sizeBytes: bytes.byteLength });
    await this.#writer.write(path, bytes);
  }

  /** Leaves a file as it stands in the output folder. */
  leave(path: string): void {
    const standing = this.#standing.get(path);
    if (standing !== undefined) this.#untouched.set(path, standing);
  }

  finish(): Promise<void> {
    return this.#writer.finish();
  }

  /** What was written aside: sizes in bytes, by path. */
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
    for (const [path, known] of this.#untouched) records[path] = { ...known, key: keyOf.get(path) ?? "" };
    for (const [path, { digest, sizeBytes }] of this.#written) {
      const { mtimeMs } = lstatSync(join(this.#folder, path));
      records[path] = { key: keyOf.get(path) ?? "", digest, sizeBytes, writtenMs: mtimeMs };
    }
    return records;
  }
}

/** Writing what a build makes: only what differs from the files that stand in the output folder, each known by its key. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileLinker } from "../disk/file-moving.ts";
import type { Settled } from "../disk/write-now.ts";
import type { Writer } from "../disk/writer.ts";
import { Batches } from "../threads/batches.ts";
import type { Crew } from "../threads/crew.ts";
import { copyFile, digestOfFile } from "./standing/copied-file.ts";
import type { PublishedFile } from "./standing/recorded-files.ts";

type Written = Omit<PublishedFile, "key">;

/** A file that another build has made, and where it lies. */
export type ReadyFile = PublishedFile & { readonly file: string };

export class ChangeWriter implements Writer {
  readonly #folder: string;
  readonly #link: (file: string, path: string) => void;
  readonly #batches: Batches;
  readonly #standing: ReadonlyMap<string, PublishedFile>;
  readonly #written = new Map<string, Written>();
  /** Left, keys and all. */
  readonly #kept = new Map<string, PublishedFile>();
  readonly #untouched = new Map<string, PublishedFile>();
  readonly #keys = new Map<string, string>();
  #ready: ReadonlyMap<string, ReadyFile> = new Map();

  /**
   * @param folder where files are put aside
   * @param standing files of the output folder that are sound
   */
  constructor(folder: string, crew: Crew, standing: ReadonlyMap<string, PublishedFile>) {
    this.#folder = folder;
    this.#link = fileLinker(folder);
    this.#standing = standing;
    this.#batches = new Batches({
      folder,
      crew,
      standingDigest: (path) => standing.get(path)?.digest,
      onSettled: (path, settled) => this.#settle(path, settled),
    });
  }

  /** Offers files that others have made: where one has the very key that is asked for, it is taken. */
  offer(ready: ReadonlyMap<string, ReadyFile>): void {
    this.#ready = ready;
  }

  write(path: string, content: string | Uint8Array): Promise<void> {
    return this.#batches.write(path, content);
  }

  /** Whether there is nothing at a path, so that it has to be made whatever its key is. */
  isNew(path: string): boolean {
    return !this.#standing.has(path) && !this.#ready.has(path);
  }

  /** Whether a path has to be made, since what stands there has another key; else it is left. Each path is asked for once. */
  isStale(path: string, key: string): boolean {
    this.#keys.set(path, key);
    const ready = this.#ready.get(path);
    if (this.#standing.get(path)?.key === key) this.leave(path);
    else if (ready?.key === key) this.#take(path, ready);
    else return true;
    return false;
  }

  /**
   * Leaves a page that is known to be as it was made, whatever its key is.
   *
   * @returns false where what stands there was no page of that kind
   */
  keep(path: string, kind: string): boolean {
    const standing = this.#standing.get(path);
    if (standing?.key.startsWith(`${kind}:`) !== true) return false;
    this.#kept.set(path, standing);
    return true;
  }

  /**
   * Takes a file to copy, unless the one that stands there is a copy of it. One that was not written to since it was
   * copied is not read.
   */
  copy(path: string, source: string): void {
    const { size, mtimeMs, ctimeMs } = statSync(source);
    if (!this.isStale(path, `${size} ${mtimeMs} ${ctimeMs}`)) return;
    const standing = this.#standing.get(path);
    if (standing?.sizeBytes === size && standing.digest === digestOfFile(source)) this.leave(path);
    else this.#settle(path, copyFile(source, join(this.#folder, path)));
  }

  /** Leaves a file as it stands in the output folder; where none does, takes the one that is ready. */
  leave(path: string): void {
    const standing = this.#standing.get(path);
    const ready = this.#ready.get(path);
    if (standing !== undefined) this.#untouched.set(path, standing);
    else if (ready !== undefined) this.#take(path, ready);
  }

  #take(path: string, { file, digest, sizeBytes, writtenMs }: ReadyFile): void {
    const standing = this.#standing.get(path);
    if (standing?.digest === digest) {
      this.#untouched.set(path, standing);
      return;
    }
    this.#link(file, path);
    this.#written.set(path, { digest, sizeBytes, writtenMs });
  }

  /**
   * Takes what somebody else has written.
   *
   * @param isInPlace whether it stands in the output folder, and not aside
   */
  adopt(path: string, file: Written, isInPlace: boolean): void {
    if (isInPlace) this.#untouched.set(path, { ...file, key: "" });
    else if (this.#standing.get(path)?.digest === file.digest) this.leave(path);
    else this.#written.set(path, file);
  }

  /** Resolves when everything is written. @throws the first error of any write */
  finish(): Promise<void> {
    return this.#batches.finish();
  }

  /** What was written aside, by path. After `finish`. */
  get written(): ReadonlyMap<string, Written> {
    return this.#written;
  }

  /** The record of every file written or left, by path. After `finish`. What `isStale` was not asked of has no key. */
  records(): Map<string, PublishedFile> {
    const records = new Map(this.#kept);
    const all: readonly ReadonlyMap<string, Written | PublishedFile>[] = [this.#untouched, this.#written];
    for (const files of all) {
      for (const [path, known] of files) {
        const key = this.#keys.get(path) ?? "";
        records.set(path, "key" in known && known.key === key ? known : { ...known, key });
      }
    }
    return records;
  }

  #settle(path: string, { digest, sizeBytes, writtenMs }: Settled): void {
    if (writtenMs === undefined) this.leave(path);
    else this.#written.set(path, { digest, sizeBytes, writtenMs });
  }
}

/** Writing many files: in bounded parallel, beside whatever makes them. */
import { mkdir, writeFile } from "node:fs";
import { dirname, join } from "node:path";

/** Enough to keep the disk busy; few enough that contents do not pile up in memory. */
const limitInFlight = 32;

export type Writer = {
  /**
   * Takes a file to write; the folders above it are made. Resolves when there is room for the next one,
   * which is usually before the file is written. Path relative to the folder, with forward slashes.
   */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Resolves when everything is written. @throws the first error of any write */
  readonly finish: () => Promise<void>;
};

export class FileWriter implements Writer {
  readonly #folder: string;
  readonly #folders = new Map<string, Promise<void>>();
  readonly #waiting: (() => void)[] = [];
  #inFlight = 0;
  #failure: Error | undefined;

  /** @param folder where paths start; it must exist */
  constructor(folder: string) {
    this.#folder = folder;
    this.#folders.set(".", Promise.resolve());
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    while (this.#inFlight >= limitInFlight) await this.#nextDone();
    this.#inFlight += 1;
    void this.#folderFor(dirname(path))
      .then(() => whenDone((done) => writeFile(join(this.#folder, path), content, done)))
      .catch((error: Error) => {
        this.#failure ??= error;
      })
      .finally(() => {
        this.#inFlight -= 1;
        this.#waiting.shift()?.();
      });
  }

  async finish(): Promise<void> {
    while (this.#inFlight > 0) await this.#nextDone();
    if (this.#failure !== undefined) throw this.#failure;
  }

  #nextDone(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #folderFor(folder: string): Promise<void> {
    let made = this.#folders.get(folder);
    if (made === undefined) {
      made = this.#folderFor(dirname(folder)).then(() =>
        whenDone((done) =>
          mkdir(join(this.#folder, folder), (error) => done(error?.code === "EEXIST" ? null : error)),
        ),
      );
      this.#folders.set(folder, made);
    }
    return made;
  }
}

/** The callbacks of `node:fs` cost less than its promises, and there are tens of thousands of calls. */
function whenDone(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error === null ? resolve() : reject(error))));
}

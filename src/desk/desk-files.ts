/** The files that the desk may read and write: articles and pictures below `articles/`. */
import { createHash } from "node:crypto";
import { lstat, readFile, realpath, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import pMap from "p-map";
import { isAbsence, withPath } from "../content/diagnostics/system-reasons.ts";
import { listArticlesFolder } from "../content/files/articles-listing.ts";
import { isWithin } from "../content/files/paths.ts";
import { articleName } from "../content/names/name-order.ts";
import { pictureName } from "../content/values/picture.ts";
import { writeAllWhole } from "../publish/disk/whole-file.ts";

export type DeskFile = {
  /** Relative to the site folder, with forward slashes. */
  readonly path: string;
  /** What git calls this content: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
  readonly sha: string;
  readonly size: number;
};

/** A file to put in place, or to remove where it has no content. */
export type FileChange = { readonly path: string; readonly content: Uint8Array | undefined };

/** Whether the desk may touch a file of this path: below `articles/`, nothing hidden, an article or a picture. */
export function isDeskPath(path: string): boolean {
  const [first, ...names] = path.split("/");
  const isPlain = (name: string) => name !== "" && !name.startsWith(".") && !/[\\\p{Cc}]/u.test(name);
  return (
    first === "articles" &&
    names.length > 0 &&
    names.every(isPlain) &&
    (articleName.test(path) || pictureName.test(path))
  );
}

/** What git calls a content. */
export function shaOf(content: Uint8Array): string {
  return createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");
}

/** Remembers what each file is called as long as its size and time stay: an articles folder may hold thousands. */
export class DeskFiles {
  readonly #siteFolder: string;
  readonly #known = new Map<string, { readonly stamp: string; readonly sha: string }>();

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
  }

  /** Every article and picture that can be read, in the order of their paths. */
  async list(): Promise<DeskFile[]> {
    const { articleFiles, pictures } = await listArticlesFolder(this.#siteFolder);
    const paths = [...articleFiles, ...[...pictures].sort()];
    const files = await pMap(paths, (path) => this.#file(path), { concurrency: 64 });
    return files.filter((file) => file !== undefined);
  }

  /**
   * The bytes of a file; a symbolic link is followed inside the site folder. Undefined where the desk may not read it or there is none.
   *
   * @throws where the system refuses to read what is there
   */
  async read(path: string): Promise<Uint8Array | undefined> {
    if (!isDeskPath(path)) return undefined;
    const root = await realpath(this.#siteFolder);
    const real = await realpath(join(root, path)).catch(() => undefined);
    if (real === undefined || !isWithin(real, root)) return undefined;
    return readFile(real).catch((error: unknown) => {
      if (isAbsence(error)) return undefined;
      throw withPath(error, join(this.#siteFolder, path));
    });
  }

  /** Whether the desk may put a file there: no symbolic link leads out of the articles folder. */
  async mayWrite(path: string): Promise<boolean> {
    if (!isDeskPath(path)) return false;
    const found = await lstat(join(this.#siteFolder, path)).catch(() => undefined);
    return found?.isSymbolicLink() !== true && !(await this.#isOutside(path));
  }

  /** Puts files in place, so that no reader and no failure sees half of one. */
  async write(changes: readonly FileChange[]): Promise<void> {
    const placed = changes.map(({ path, content }) => ({ file: join(this.#siteFolder, path), content }));
    await writeAllWhole(
      placed.flatMap(({ file, content }) => (content === undefined ? [] : [{ file, content }])),
      // Aside is outside the articles folder, so that the preview does not look at it, but on the same disk. The disk has
      // everything before a save is answered: the browser then forgets its draft.
      { asideFolder: this.#siteFolder, flush: true },
    );
    for (const { file, content } of placed) if (content === undefined) await rm(file);
  }

  async #file(path: string): Promise<DeskFile | undefined> {
    const file = join(this.#siteFolder, path);
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) return undefined;
    const stamp = `${found.size} ${found.mtimeMs} ${found.ino}`;
    let known = this.#known.get(path);
    if (known?.stamp !== stamp) {
      const content = await readFile(file).catch(() => undefined);
      if (content === undefined) return undefined;
      known = { stamp, sha: shaOf(content) };
      this.#known.set(path, known);
    }
    return { path, sha: known.sha, size: found.size };
  }

  /** Whether the folder of a file lies, or would lie, outside the articles folder, which may be absent, too. */
  async #isOutside(path: string): Promise<boolean> {
    const root = await realPlace(join(this.#siteFolder, "articles"));
    return !isWithin(await realPlace(dirname(join(this.#siteFolder, path))), root);
  }
}

/** Where a folder lies; of one that is absent, where it would be made. */
async function realPlace(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => undefined);
  return real ?? join(await realPlace(dirname(folder)), basename(folder));
}

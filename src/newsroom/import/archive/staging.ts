/** The folder an import writes to before anything of it stands in the site folder. */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { InputChanged } from "../../../content/diagnostics/system-reasons.ts";
import { onDemandFor } from "../../../content/values/on-demand.ts";

/** How a run is told from others, and whether one still goes on. */
export type RunMarks = { readonly own: string; readonly isRunning: (mark: string) => boolean };

const namePrefix = ".dateline-import-";

/** What a file shall say, and what it said when that was made; empty where there was none. */
export type ReplacedText = { readonly before: string; readonly after: string };

export class Staging {
  readonly #siteFolder: string;
  readonly #marks: RunMarks;
  /** Every file that is to be written lies in it, under its path in the site folder. */
  readonly folder: string;
  readonly #files: string[] = [];
  readonly #makeFolder = onDemandFor((folder: string) => void mkdirSync(folder, { recursive: true }));

  /** Touches nothing before the first file is added. */
  constructor(siteFolder: string, marks: RunMarks) {
    this.#siteFolder = siteFolder;
    this.#marks = marks;
    this.folder = join(siteFolder, namePrefix + marks.own);
  }

  /** What stands in the site folder at the place of a file. */
  standing(file: string): Buffer | undefined {
    const path = join(this.#siteFolder, file);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  add(file: string, content: string | Uint8Array): void {
    writeFileSync(this.#placeOf(file), content);
  }

  /** @param from a file that stays where it is */
  addCopy(file: string, from: string): void {
    copyFileSync(from, this.#placeOf(file), constants.COPYFILE_FICLONE);
  }

  #placeOf(file: string): string {
    if (this.#files.length === 0) this.#removeLeftovers();
    const path = join(this.folder, file);
    this.#makeFolder(dirname(path));
    this.#files.push(file);
    return path;
  }

  /**
   * Puts all files in place, and then new texts over files that stand there, or nothing: where one cannot be put there, those
   * that were are taken back. No file is ever put over another but those, which stay where links lead, with their permissions.
   *
   * @param replaced new texts of files of the site folder, by path
   * @throws InputChanged where somebody else, another import say, wrote one of them meanwhile; what the file system says
   */
  putInPlace(replaced: ReadonlyMap<string, ReplacedText>): void {
    const makeFolder = onDemandFor((folder: string) => void mkdirSync(folder, { recursive: true }));
    const texts = [...replaced].map(([file, text]) => ({ file, ...text, ...this.#placesOf(file) }));
    const placed: string[] = [];
    const before = new Map<string, Buffer | undefined>();
    try {
      for (const { after, place, aside } of texts) {
        makeFolder(dirname(aside));
        writeFileSync(aside, after);
        const standing = statSync(place, { throwIfNoEntry: false });
        if (standing !== undefined) chmodSync(aside, standing.mode & 0o7777);
      }
      for (const file of this.#files) {
        const path = join(this.#siteFolder, file);
        makeFolder(dirname(path));
        linkOrCopy(join(this.folder, file), path, file);
        placed.push(path);
      }
      for (const { file, before: known, place, aside } of texts) {
        const standing = this.standing(file);
        if ((standing?.toString() ?? "") !== known) throw writtenMeanwhile(file);
        before.set(file, standing);
        renameSync(aside, place);
      }
    } catch (error) {
      for (const path of [...placed, ...texts.map(({ aside }) => aside)]) rmSync(path, { force: true });
      for (const [file, bytes] of before) {
        if (bytes !== undefined) writeFileSync(join(this.#siteFolder, file), bytes);
        else rmSync(join(this.#siteFolder, file), { force: true });
      }
      throw error;
    }
  }

  /** Where a file of the site folder lies itself, and where its new text waits: on the same disk. */
  #placesOf(file: string): { readonly place: string; readonly aside: string } {
    const path = join(this.#siteFolder, file);
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(path);
    if (!isLink) return { place: path, aside: join(this.folder, ".replaced", file) };
    const place = realpathSync(path);
    return { place, aside: join(dirname(place), `${namePrefix}${this.#marks.own}-${basename(file)}`) };
  }

  /** What runs have left that were ended. */
  #removeLeftovers(): void {
    for (const name of readdirSync(this.#siteFolder)) {
      const isOther = name.startsWith(namePrefix) && !this.#marks.isRunning(name.slice(namePrefix.length));
      if (isOther) rmSync(join(this.#siteFolder, name), { recursive: true, force: true });
    }
  }

  /** Removes the folder, and all that still lies in it. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Gives a file a second name. Fails where something has that name; some disks know no second names. */
function linkOrCopy(from: string, to: string, file: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw writtenMeanwhile(file);
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

function writtenMeanwhile(file: string): InputChanged {
  const advice = "end other imports and editors that write there, and import again";
  return new InputChanged(
    `${file} was written by somebody else while the import ran, and nothing of it was kept; ${advice}`,
  );
}

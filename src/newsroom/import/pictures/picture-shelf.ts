/** The pictures of an archive on the site: which file each becomes, and how a story names it. */
import { posix } from "node:path";
import pMap from "p-map";
import type { Place } from "../../../content/diagnostics/diagnostic.ts";
import { counted } from "../../../content/diagnostics/report.ts";
import { hexDigest } from "../../../content/values/digest.ts";
import { staticFolder } from "../../../site/plan/file-conflicts.ts";
import type { OldSite } from "../addresses/placing/old-site.ts";
import type { ForeignFile } from "../foreign/foreign-item.ts";
import type { SurveyedStory } from "../foreign/foreign-survey.ts";
import type { ImportNote, NoteCode } from "../foreign/import-notes.ts";
import { digestOfFile, type FileFinding, type FoundFile, isFileFault } from "./file-finding.ts";
import type { PictureEnding } from "./file-kind.ts";
import { fileStemOf, isPictureName, keptPath } from "./file-names.ts";

export type ShelfOptions = {
  readonly finding: FileFinding;
  readonly old: OldSite;
  /** What is wrong with the picture in a file, in words; undefined where nothing is. */
  readonly faultOf: (path: string) => Promise<string | undefined>;
};

type Taken = { readonly found: FoundFile; readonly ending: PictureEnding; readonly digest: string };

type Known = Taken | { readonly code: NoteCode; readonly fault: string };

/** Of each picture its addresses, the best first. */
type Alternatives = readonly (readonly string[])[];

/** So many stories have their pictures fetched at a time. */
const atATime = 6;

type Showing = Pick<SurveyedStory, "kind" | "id" | "place" | "file" | "address">;

export class PictureShelf {
  readonly #options: ShelfOptions;
  readonly #known = new Map<string, Promise<Known>>();
  readonly #settled = new Map<string, Known>();
  readonly #byDigest = new Map<string, string>();
  readonly #files = new Map<string, string>();
  readonly #notes: ImportNote[] = [];
  readonly #shown = new Set<string>();

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** The files of the site folder that pictures are to become, by path: where each lies now. */
  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  get notes(): readonly ImportNote[] {
    return this.#notes;
  }

  /**
   * Fetches the pictures of many stories, a few at a time, so that `prepare` finds them here.
   *
   * @param told is called after each story
   */
  async fetchAll(
    stories: AsyncIterable<{ readonly pictures: Alternatives; readonly story: Showing }>,
    told: (count: number) => void,
  ): Promise<void> {
    let count = 0;
    const fetchOf = async ({ pictures, story }: { pictures: Alternatives; story: Showing }) => {
      for (const srcs of pictures) await this.#firstOf(srcs, story);
      count += 1;
      told(count);
    };
    await pMap(stories, fetchOf, { concurrency: atATime });
  }

  /**
   * Looks for pictures that a story names, or fetches them; notes those that cannot be had.
   *
   * @param pictures of each the addresses, the best first, of which one is enough
   */
  async prepare(pictures: Alternatives, story: Showing): Promise<void> {
    const found = await pMap(pictures, (srcs) => this.#firstOf(srcs, story), { concurrency: 4 });
    const noted = new Set<string>();
    pictures.forEach(([src = ""], index) => {
      const known = found[index];
      if (known === undefined || !("fault" in known) || noted.has(src)) return;
      noted.add(src);
      const message = `the picture ${shortened(src)} is left out: ${known.fault}`;
      this.#notes.push({ code: known.code, item: story.id, place: story.place, file: story.file, message });
    });
  }

  /**
   * How a story that is imported names a picture; undefined where it cannot be had. Names are given in the order in which they
   * are asked for first: to be asked in that of the archive.
   *
   * @param src one that was prepared
   */
  at(src: string, story: Showing): string | undefined {
    const known = this.#settled.get(keyOf(src, story));
    if (known === undefined || "fault" in known || story.file === undefined) return undefined;
    for (const key of this.#options.finding.keysOf(src, story)) this.#shown.add(key);
    if (story.kind === "page") return encodeURI(`/${this.#published(known)}`);
    const file =
      this.#byDigest.get(known.digest) ?? this.#placed(known, articleFolder(known.found, story.file));
    this.#byDigest.set(known.digest, file);
    return posix.relative(posix.dirname(story.file), file);
  }

  /** The first of several addresses of a picture that can be had, else why the first cannot. */
  async #firstOf(srcs: readonly string[], story: Showing): Promise<Known | undefined> {
    let first: Known | undefined;
    for (const src of srcs) {
      const key = keyOf(src, story);
      const looking = this.#known.get(key) ?? this.#look(src, story);
      this.#known.set(key, looking);
      const known = await looking;
      this.#settled.set(key, known);
      if (!("fault" in known)) return known;
      first ??= known;
    }
    return first;
  }

  /** Pictures of the archive that no story has shown. */
  unshown(files: readonly ForeignFile[]): ImportNote[] {
    const isShown = ({ src }: ForeignFile) =>
      this.#options.finding.keysOf(src).some((key) => this.#shown.has(key));
    return files
      .filter((file) => isPictureName(file.src) && !isShown(file))
      .map(({ id, place, src }) => ({
        code: "unshown-picture",
        item: id,
        place,
        message: `the picture ${shortened(src)} is left out: no story that is imported shows it`,
      }));
  }

  /** That the files of pictures are no longer where they were. */
  moved(place: Place): ImportNote[] {
    const taken = new Set(this.#byDigest.values());
    if (taken.size === 0) return [];
    const message = `what articles show of ${counted(taken.size, "picture")} has a new address, and nothing answers at the one its file had; to keep that, too, put a copy of the folder of uploads into static/, at the path it had`;
    return [{ code: "lost-address", item: "files of pictures", place, message }];
  }

  /** Of a page, which Eleventy makes: a file that is published as it is, where it was. */
  #published(known: Taken): string {
    const { src, path } = known.found;
    const kept = keptPath(this.#options.old.within(src) ?? "");
    const file =
      kept === undefined ? this.#placed(known, `${staticFolder}/pictures`) : `${staticFolder}/${kept}`;
    this.#files.set(file, path);
    return file.slice(staticFolder.length + 1);
  }

  #placed({ found, ending }: Taken, folder: string): string {
    const stem = `${folder}/${fileStemOf(found.src)}`;
    let file = `${stem}.${ending}`;
    for (let number = 2; this.#files.has(file); number += 1) file = `${stem}-${number}.${ending}`;
    this.#files.set(file, found.path);
    return file;
  }

  async #look(src: string, story: Showing): Promise<Known> {
    const found = await this.#options.finding.find(src, story);
    if (isFileFault(found)) return { code: "missing-picture", fault: found.fault };
    if (found.kind === undefined || "other" in found.kind) {
      return { code: "untaken-picture", fault: `it is ${found.kind?.other ?? "no picture"}` };
    }
    const fault = await this.#options.faultOf(found.path);
    if (fault !== undefined) return { code: "untaken-picture", fault };
    return { found, ending: found.kind.picture, digest: await digestOfFile(found.path) };
  }
}

/** An address as notes show it: a picture may stand in its address itself. */
function shortened(src: string): string {
  return src.length > 200 ? `${src.slice(0, 200)}…` : src;
}

/** Paths start from the story; whole addresses mean the same everywhere. */
function keyOf(src: string, { id }: Showing): string {
  if (/^data:/i.test(src)) return hexDigest(src);
  return /^(?:https?:|\/)/i.test(src) ? src : `${id}\n${src}`;
}

/** Beside the stories of the month it was uploaded in, where its address tells that; else beside the story. */
function articleFolder({ src }: FoundFile, storyFile: string): string {
  const [, year, month] = /\/((?:19|20)\d\d)\/(0[1-9]|1[0-2])\/[^/]+$/.exec(src.split(/[?#]/)[0] ?? "") ?? [];
  return year === undefined ? posix.dirname(storyFile) : `articles/${year}/${month}`;
}

/** The files below `/media/`: the pictures of what is shown, and the cards of articles without. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import { InputChanged } from "../../content/diagnostics/system-reasons.ts";
import { grouped } from "../../content/values/grouped.ts";
import type { Card } from "../../site/machines/cards.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { readCached, writeCached } from "../disk/cache-file.ts";
import type { Writer } from "../disk/writer.ts";
import type { DerivedPicture } from "../pictures/derived-pictures.ts";
import { encodePicture } from "../pictures/picture-encoding.ts";
import type { ReadPictures } from "../pictures/picture-reading.ts";
import { CardDrawers, type DrawCard, drawHere } from "./card-drawers.ts";

type CardFile = { readonly file: string; readonly kind: "card"; readonly card: Card };

type PictureFile = {
  readonly file: string;
  readonly kind: "picture";
  readonly original: string;
  readonly digest: string;
  readonly derived: DerivedPicture;
};

/** A file that is made when it is needed. */
export type MediaFile = CardFile | PictureFile;

/** What is made at once: a card, or a picture in one width. */
type MediaGroup = readonly [MediaFile, ...MediaFile[]];

/** The articles that are shown, and the pictures of authors. */
type Shown = Pick<Plan, "articles" | "portraits">;

/** The pictures that are shown, and where each is named. */
function namedIn({ articles, portraits }: Shown) {
  return [...articles.flatMap(({ article }) => article.pictures), ...portraits];
}

/** All media files of a plan, by path in the output folder. What is not shown leaves nothing behind. */
export function mediaFiles(plan: Shown, pictures: ReadPictures): ReadonlyMap<string, MediaFile> {
  const files = new Map<string, MediaFile>();
  for (const { card } of plan.articles)
    if (card !== undefined) files.set(card.file, { kind: "card", file: card.file, card });
  for (const original of new Set(namedIn(plan).map(({ file }) => file))) {
    const picture = pictures.get(original);
    for (const derived of picture?.files ?? []) {
      const digest = picture?.digest ?? "";
      files.set(derived.file, { kind: "picture", file: derived.file, original, digest, derived });
    }
  }
  return files;
}

/** Makes media files, each once for all builds. */
export class MediaMaker {
  readonly #siteFolder: string;

  constructor(siteFolder: string) {
    this.#siteFolder = siteFolder;
  }

  /**
   * The bytes of a media file, where an earlier build has made it, be it by a build that takes nothing else from the cache:
   * its name changes with all that it is made from, and a digest vouches for its content.
   */
  async find(media: MediaFile): Promise<Uint8Array | undefined> {
    return readCached(this.#cacheFile(media), media.file);
  }

  /** Makes media files and keeps them. Gives their bytes, in their order. @throws what the encoder says of a damaged picture */
  async make(group: MediaGroup, draw: DrawCard = drawHere): Promise<readonly Uint8Array[]> {
    const contents = await this.#made(group, draw);
    const keep = (media: MediaFile, index: number) =>
      writeCached(this.#cacheFile(media), media.file, contents[index] ?? new Uint8Array());
    await Promise.all(group.map(keep));
    return contents;
  }

  /** Makes a media file alone. @throws what the encoder says of a damaged picture */
  async makeOne(media: MediaFile): Promise<Uint8Array | undefined> {
    const [content] = await this.make([media]);
    return content;
  }

  #cacheFile({ file }: MediaFile): string {
    return join(this.#siteFolder, ".cache", file);
  }

  async #made(group: MediaGroup, draw: DrawCard): Promise<readonly Uint8Array[]> {
    const [first] = group;
    if (first.kind === "card") return [await draw(first.card)];
    const derived = group.flatMap((media) => (media.kind === "picture" ? [media.derived] : []));
    return encodePicture(this.#siteFolder, first.original, first.digest, derived);
  }
}

function isCard({ kind }: MediaFile): boolean {
  return kind === "card";
}

/** Media files by what is made at once. */
function groupsOf(files: readonly MediaFile[]): MediaGroup[] {
  const groups = grouped(files, (media) =>
    media.kind === "card"
      ? media.file
      : `${media.derived.width} ${media.derived.isAnimated} ${media.original}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

/** Reading waits for the disk, not for a core. */
const readsAtOnce = 16;

/**
 * Writes media files of a plan. Damaged pictures are told at the places that name them.
 *
 * @throws InputChanged where a picture was saved since it was read
 * @param tell takes how many of those that no earlier build has left are made, and of how many
 */
export async function writeMedia(
  plan: Shown,
  files: readonly MediaFile[],
  maker: MediaMaker,
  writer: Writer,
  tell: (done: number, total: number) => void = () => undefined,
): Promise<Diagnostic[]> {
  const missing: MediaFile[] = [];
  const find = async (media: MediaFile) => {
    const content = await maker.find(media);
    if (content === undefined) missing.push(media);
    else await writer.write(media.file, content);
  };
  await pMap(files, find, { concurrency: readsAtOnce });
  const damaged = new Map<string, string>();
  let changed: InputChanged | undefined;
  let done = 0;
  const [cards, pictures] = [missing.filter(isCard), missing.filter((media) => !isCard(media))];
  const drawers = await CardDrawers.start(cards.length);
  const make = async (group: MediaGroup) => {
    const [first] = group;
    try {
      const contents = await maker.make(group, drawers.draw);
      for (const [index, content] of contents.entries())
        await writer.write(group[index]?.file ?? "", content);
    } catch (error) {
      if (first.kind === "card") throw error;
      // A picture that was saved meanwhile is not damaged.
      if (error instanceof InputChanged) changed ??= error;
      else damaged.set(first.original, error instanceof Error ? error.message : String(error));
    }
    done += group.length;
    tell(done, missing.length);
  };
  try {
    await pMap(groupsOf(cards), make, { concurrency: drawers.cardsAtOnce });
  } finally {
    await drawers.dismiss();
  }
  // Not beside the cards: where one fails, nothing may be written any more.
  await pMap(groupsOf(pictures), make, { concurrency: availableParallelism() });
  if (changed !== undefined) throw changed;
  return namedIn(plan).flatMap(({ file, place }) => {
    const reason = damaged.get(file);
    if (reason === undefined) return [];
    return [errorAt(place, "broken-image", `${file} cannot be read to its end; save it anew (${reason})`)];
  });
}

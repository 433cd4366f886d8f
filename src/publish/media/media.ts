/** The files below `/media/`: the pictures of the articles that are shown, and the cards of those without. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { type Diagnostic, errorAt } from "../../content/diagnostics/diagnostic.ts";
import type { Card } from "../../site/frame/cards.ts";
import type { Plan } from "../../site/plan/plan.ts";
import { readCached, writeCached } from "../disk/cache-file.ts";
import type { Writer } from "../disk/writer.ts";
import type { DerivedPicture } from "../pictures/derived-pictures.ts";
import { encodePicture } from "../pictures/picture-encoding.ts";
import type { ReadPictures } from "../pictures/picture-reading.ts";
import { drawCard } from "./card-drawing.ts";
import { CardFonts } from "./card-fonts.ts";

/** A file that is made when it is needed. */
export type MediaFile = { readonly file: string } & (
  | { readonly kind: "card"; readonly card: Card }
  | {
      readonly kind: "picture";
      readonly original: string;
      readonly digest: string;
      readonly derived: DerivedPicture;
    }
);

/** The articles that are shown, and their cards. */
type Shown = Pick<Plan, "articles" | "cards">;

/** All media files of a plan, by path in the output folder. What is not shown leaves nothing behind. */
export function mediaFiles(plan: Shown, pictures: ReadPictures): ReadonlyMap<string, MediaFile> {
  const files = new Map<string, MediaFile>();
  for (const card of plan.cards) files.set(card.file, { kind: "card", file: card.file, card });
  for (const original of new Set(
    plan.articles.flatMap(({ article }) => article.pictures.map(({ file }) => file)),
  )) {
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

  /** Makes a media file and keeps it. @throws what the encoder says of a damaged picture */
  async make(media: MediaFile): Promise<Uint8Array> {
    const content = await this.#made(media);
    await writeCached(this.#cacheFile(media), media.file, content);
    return content;
  }

  #cacheFile({ file }: MediaFile): string {
    return join(this.#siteFolder, ".cache", file);
  }

  async #made(media: MediaFile): Promise<Uint8Array> {
    if (media.kind === "picture") {
      return encodePicture(this.#siteFolder, media.original, media.digest, media.derived);
    }
    return drawCard(media.card, await CardFonts.open());
  }
}

/** Reading waits for the disk, not for a core. */
const readsAtOnce = 16;

/** Writes media files of a plan. Damaged pictures are told at the places that name them. */
export async function writeMedia(
  plan: Shown,
  files: readonly MediaFile[],
  maker: MediaMaker,
  writer: Writer,
): Promise<Diagnostic[]> {
  const missing: MediaFile[] = [];
  const find = async (media: MediaFile) => {
    const content = await maker.find(media);
    if (content === undefined) missing.push(media);
    else await writer.write(media.file, content);
  };
  await pMap(files, find, { concurrency: readsAtOnce });
  const damaged = new Map<string, string>();
  const make = async (media: MediaFile) => {
    try {
      await writer.write(media.file, await maker.make(media));
    } catch (error) {
      if (media.kind === "card") throw error;
      damaged.set(media.original, error instanceof Error ? error.message : String(error));
    }
  };
  await pMap(missing, make, { concurrency: availableParallelism() });
  return plan.articles.flatMap(({ article }) =>
    article.pictures.flatMap(({ file, place }) => {
      const reason = damaged.get(file);
      if (reason === undefined) return [];
      return [errorAt(place, "broken-image", `${file} cannot be read to its end; save it anew (${reason})`)];
    }),
  );
}

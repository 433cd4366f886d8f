/** Reading pictures: their digest and size, and what is wrong with them. */

import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import type { Metadata } from "sharp";
import { systemRefusal } from "../../content/diagnostics/system-reasons.ts";
import { hexDigest } from "../../content/values/digest.ts";
import type { PictureFault, Rendition } from "../../content/values/picture.ts";
import { type DerivedPicture, derivedPictures, heightAt } from "./derived-pictures.ts";
import { loadSharp } from "./sharp.ts";

export type ReadPicture = {
  /** Changes when the file is written to. */
  readonly stamp: string;
  readonly digest: string;
  readonly published: Rendition | PictureFault;
  /** None where there is a fault. */
  readonly files: readonly DerivedPicture[];
};

/** By path relative to the site folder. */
export type ReadPictures = ReadonlyMap<string, ReadPicture>;

export type PictureReading = {
  readonly siteFolder: string;
  /** Pictures of an earlier reading: those whose files were not written to since are taken from there. */
  readonly known?: ReadPictures | undefined;
  /** Decode every picture to its end, to find those whose data is damaged. A build finds them as it encodes. */
  readonly thorough?: boolean | undefined;
};

const pixelLimit = 100_000_000;
/** https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification: 14 bits for each side. */
const sideLimit = 16_383;

const broken: PictureFault = {
  code: "broken-image",
  message:
    "the file is damaged, or no picture of a kind that is published; save it anew as JPEG, PNG or WebP",
};

function unreadable(reason: string): PictureFault {
  return { code: "unreadable-file", message: `the file cannot be read: ${reason}` };
}

/** Reads picture files, paths relative to the site folder. */
export async function readPictures(files: readonly string[], options: PictureReading): Promise<ReadPictures> {
  return new Map(
    await pMap(files, async (file) => [file, await readPicture(file, options)] as const, { concurrency: 8 }),
  );
}

async function readPicture(file: string, options: PictureReading): Promise<ReadPicture> {
  const path = join(options.siteFolder, file);
  try {
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs}-${size}`;
    const known = options.known?.get(file);
    if (known?.stamp === stamp) return known;
    const bytes = await readFile(path);
    return { stamp, ...(await examine(bytes, options.thorough ?? false)) };
  } catch (error) {
    const refusal = systemRefusal(error);
    const published = refusal === undefined ? broken : unreadable(refusal.reason);
    return { stamp: "", digest: "", published, files: [] };
  }
}

/** How a picture of these bytes would be published. */
export async function readPictureBytes(bytes: Uint8Array): Promise<Rendition | PictureFault> {
  return examine(bytes, true).then(
    ({ published }) => published,
    () => broken,
  );
}

/** What encoding asks of a picture's data too: a file that ends early or holds nonsense is refused. */
export const decoding = { failOn: "error", limitInputPixels: pixelLimit } as const;

async function examine(bytes: Uint8Array, thorough: boolean): Promise<Omit<ReadPicture, "stamp">> {
  const sharp = await loadSharp();
  const digest = hexDigest(bytes);
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { pages = 1, hasAlpha = false, format } = metadata;
  const { width, height } = shownSize(metadata);
  if (!(width > 0 && height > 0)) return { digest, published: broken, files: [] };
  const isAnimated = pages > 1 && (format === "gif" || format === "webp");
  const facts = {
    digest,
    width,
    height,
    kind: isAnimated ? "animated" : hasAlpha ? "transparent" : "still",
  } as const;
  const { rendition, files } = derivedPictures(facts);
  const fault = sizeFault(width, height, isAnimated ? pages : 1, heightAt(rendition.width, facts));
  if (fault !== undefined) return { digest, published: fault, files: [] };
  // One small result is enough to have all of the data read.
  if (thorough)
    await sharp(bytes, { ...decoding, animated: isAnimated })
      .resize(16)
      .raw()
      .toBuffer();
  return { digest, published: rendition, files };
}

/** EXIF orientations from 5 on stand on their side: CIPA DC-008, table 6. */
function shownSize({ width = 0, height = 0, orientation = 1 }: Metadata): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function sizeFault(
  width: number,
  height: number,
  pages: number,
  published: number,
): PictureFault | undefined {
  const advice = "save a smaller copy";
  if (width * height * pages > pixelLimit) {
    const size =
      pages > 1 ? `${pages} pictures of ${width} × ${height} pixels` : `${width} × ${height} pixels`;
    const message = `the picture has ${size}, and ${pixelLimit / 1_000_000} million are the most; ${advice}`;
    return { code: "huge-image", message };
  }
  if (published <= sideLimit) return undefined;
  const message = `the picture has ${width} × ${height} pixels, which is too high for its width; cut it in parts`;
  return { code: "huge-image", message };
}

/** Encoding pictures, with Dateline's settings. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { InputChanged } from "../../content/diagnostics/system-reasons.ts";
import { hexDigest } from "../../content/values/digest.ts";
import type { DerivedPicture } from "./derived-pictures.ts";
import { decoding } from "./picture-reading.ts";
import { loadSharp } from "./sharp.ts";

/**
 * Quality of 100; effort is how long an encoder looks for a smaller file. Raise `encoding` with any change. AVIF by
 * sharp's own measure, `iq`, takes longer, and makes files a quarter larger.
 */
const settings = {
  avif: { quality: 55, effort: 4, tune: "ssim" },
  webp: { quality: 76, effort: 4 },
  jpeg: { quality: 78, mozjpeg: true },
  png: { compressionLevel: 9 },
  gif: {},
} as const;

/**
 * Makes a file of a picture: turned upright, without the metadata of the camera.
 *
 * @param file the original, relative to the site folder
 * @param digest of the original as it was read
 * @throws InputChanged, or the decoder's words where the original is damaged
 */
export async function encodePicture(
  siteFolder: string,
  file: string,
  digest: string,
  { format, width, isAnimated }: DerivedPicture,
): Promise<Uint8Array> {
  const bytes = await readFile(join(siteFolder, file));
  if (hexDigest(bytes) !== digest) throw new InputChanged(`${file} has changed`);
  const sharp = await loadSharp();
  const picture = sharp(bytes, { ...decoding, animated: isAnimated })
    .keepIccProfile()
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .toFormat(format, settings[format]);
  // JPEG knows no transparency: what is seen through, is paper.
  if (format === "jpeg") picture.flatten({ background: "#fff" });
  return picture.toBuffer();
}

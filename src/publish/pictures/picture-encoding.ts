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
 * sharp's own measure, `iq`, takes longer, and makes files a quarter larger. Effort 4 of AVIF takes five times as long as 3, for files
 * of the same size that are closer to the original by 0.003 of SSIM; docs/benchmarks.md has the table.
 */
const settings = {
  avif: { quality: 55, effort: 3, tune: "ssim" },
  webp: { quality: 76, effort: 4 },
  jpeg: { quality: 78, mozjpeg: true },
  png: { compressionLevel: 9 },
  gif: {},
} as const;

/**
 * Makes files of one width of a picture, in the order given: turned upright, without the metadata of the camera. Of a large photograph
 * decoding takes as long as an encoder does, so it is done once for all formats.
 *
 * @param file the original, relative to the site folder
 * @param digest of the original as it was read
 * @param derived the files: of one width, all animated or none
 * @throws InputChanged, or the decoder's words where the original is damaged
 */
export async function encodePicture(
  siteFolder: string,
  file: string,
  digest: string,
  derived: readonly DerivedPicture[],
): Promise<Uint8Array[]> {
  const bytes = await readFile(join(siteFolder, file));
  if (hexDigest(bytes) !== digest)
    throw new InputChanged(`${file} was saved while the site was built; start again`);
  const sharp = await loadSharp();
  const { width = 1, isAnimated = false } = derived[0] ?? {};
  const resized = sharp(bytes, { ...decoding, animated: isAnimated })
    .keepIccProfile()
    .rotate()
    .resize({ width, withoutEnlargement: true });
  // A PNG that is not packed keeps every dot, and the colour profile, which bare dots would lose.
  const still = isAnimated ? undefined : await resized.png({ compressionLevel: 0 }).toBuffer();
  return Promise.all(
    derived.map(({ format }) => {
      const picture = still === undefined ? resized.clone() : sharp(still).keepIccProfile();
      picture.toFormat(format, settings[format]);
      // JPEG knows no transparency: what is seen through, is paper.
      if (format === "jpeg") picture.flatten({ background: "#fff" });
      return picture.toBuffer();
    }),
  );
}

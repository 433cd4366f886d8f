/** Encoding pictures: Eleventy's image library, with Dateline's settings. */

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
  sharpAvifOptions: { quality: 55, effort: 4, tune: "ssim" },
  sharpWebpOptions: { quality: 76, effort: 4 },
  sharpJpegOptions: { quality: 78, mozjpeg: true },
  sharpPngOptions: { compressionLevel: 9 },
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
  derived: DerivedPicture,
): Promise<Uint8Array> {
  const path = join(siteFolder, file);
  if (hexDigest(await readFile(path)) !== digest) throw new InputChanged(`${file} has changed`);
  await loadSharp();
  const { default: encode } = await import("@11ty/eleventy-img");
  const encoded = await encode(path, {
    ...settings,
    widths: [derived.width],
    formats: [derived.format],
    formatFiltering: [],
    minimumThreshold: 1,
    fixOrientation: true,
    // The bytes go to the cache: the library would write straight into its folder and take part of a file for all of it.
    dryRun: true,
    useCache: false,
    failOnError: true,
    sharpOptions: { ...decoding, animated: derived.isAnimated },
    // JPEG knows no transparency: what is seen through, is paper.
    transform: (image) => void (derived.format === "jpeg" && image.flatten({ background: "#fff" })),
  });
  const bytes = Object.values(encoded)[0]?.[0]?.buffer;
  if (bytes === undefined) throw new Error(`${file} cannot be encoded as ${derived.format}`);
  return bytes;
}

/** Pictures in the articles folder, and how they are published. */
import { posix } from "node:path";
import { decoded } from "./address.ts";

/** Files that may be published as pictures. SVG is not among them: it can carry scripts. */
export const pictureName = /\.(avif|gif|jpe?g|png|webp)$/i;

/** A file at an address on the site, and its size in pixels. */
export type SizedFile = { readonly src: string; readonly width: number; readonly height: number };

/** A picture as it is published: in several formats and widths, of which the browser chooses. */
export type Rendition = SizedFile & {
  /** The best format first. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** A JPEG that stands for the picture where a page of the site is shown elsewhere. */
  readonly share: SizedFile;
};

/** Why a file cannot be published as a picture. */
export type PictureFault = { readonly code: "broken-image" | "huge-image"; readonly message: string };

/** What is known of the pictures in the articles folder, by path relative to the site folder. */
export type Pictures = ReadonlyMap<string, Rendition | PictureFault>;

export function isPictureFault(picture: Rendition | PictureFault): picture is PictureFault {
  return "code" in picture;
}

/**
 * The picture file that an article names, or undefined if there is no such file.
 *
 * @param src path relative to the article, percent-encoded or not
 * @param articleFile path relative to the site folder
 */
export function pictureFileOf(src: string, articleFile: string, pictures: Pictures): string | undefined {
  return [src, decoded(src)]
    .map((path) => posix.join(posix.dirname(articleFile), path))
    .find((path) => pictures.has(path));
}

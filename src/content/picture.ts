/** Pictures in the articles folder, and the addresses they are published at. */
import { posix } from "node:path";
import { decoded } from "./address.ts";

/** Files that are published as pictures. SVG is not among them: it can carry scripts. */
export const pictureName = /\.(avif|gif|jpe?g|png|webp)$/i;

/**
 * The picture file that an article names, or undefined if there is no such file.
 *
 * @param src path relative to the article, percent-encoded or not
 * @param articleFile path relative to the site folder
 * @param pictures paths relative to the site folder
 */
export function pictureFileOf(
  src: string,
  articleFile: string,
  pictures: ReadonlySet<string>,
): string | undefined {
  return [src, decoded(src)]
    .map((path) => posix.join(posix.dirname(articleFile), path))
    .find((path) => pictures.has(path));
}

/** The address of a picture file: `articles/images/a b.png` is `/media/images/a%20b.png`. */
export function pictureAddress(file: string): string {
  return `/${publishedPictureFile(file).split("/").map(encodeURIComponent).join("/")}`;
}

/** The file of the output folder a picture is copied to. */
export function publishedPictureFile(file: string): string {
  return file.replace(/^articles\//, "media/");
}

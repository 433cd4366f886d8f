/** Pictures in the articles folder, and how they are published. */
import { posix } from "node:path";
import { decoded } from "./address.ts";
import { grouped } from "./grouped.ts";
import { onDemandOf } from "./on-demand.ts";

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

/** Where in a picture that is cut to a shape of its own the part lies that must be seen. */
export const focuses = [
  "top left",
  "top",
  "top right",
  "left",
  "center",
  "right",
  "bottom left",
  "bottom",
  "bottom right",
] as const;
export type Focus = (typeof focuses)[number];

/** A picture: the browser takes the first source whose type it knows, in the width it needs. */
export type PictureView = {
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Where it is cut: the classes for it. */
  readonly focus?: string | undefined;
};

/** Why a file cannot be published as a picture. */
export type PictureFault = {
  readonly code: "broken-image" | "huge-image" | "unreadable-file";
  readonly message: string;
};

/** What is known of the pictures in the articles folder, by path relative to the site folder. */
export type Pictures = ReadonlyMap<string, Rendition | PictureFault>;

export function isPictureFault(picture: Rendition | PictureFault): picture is PictureFault {
  return "code" in picture;
}

/**
 * The picture file that an article names, or undefined if there is no such file. Where no file has the very name, the
 * one whose name reads alike is meant: some systems take accents and Hangul apart in names of files (Unicode NFD).
 *
 * @param src path relative to the article, percent-encoded or not
 * @param articleFile path relative to the site folder
 */
export function pictureFileOf(src: string, articleFile: string, pictures: Pictures): string | undefined {
  const paths = [src, decoded(src)].map((path) => posix.join(posix.dirname(articleFile), path));
  const file = paths.find((path) => pictures.has(path));
  if (file !== undefined) return file;
  return paths.flatMap((path) => namesakesIn(pictures).get(path.normalize("NFC"))?.[0] ?? []).at(0);
}

/** Names that an article's words may mean or not, depending on which others there are. */
export function ambiguousNames(pictures: Pictures): string[] {
  const namesakes = namesakesIn(pictures);
  return [...pictures.keys()].filter(
    (file) => file.includes("%") || (namesakes.get(file.normalize("NFC"))?.length ?? 0) > 1,
  );
}

/** Files by their names in NFC. */
const namesakesIn = onDemandOf(
  (pictures: Pictures): ReadonlyMap<string, readonly string[]> =>
    grouped(pictures.keys(), (file) => file.normalize("NFC")),
);

const endingOfName = /\.([a-z]\w{0,9})$/i;

/** What other kinds of picture are, and why they are not published. */
const otherKinds: ReadonlyMap<string, string> = new Map([
  ...["heic", "heif", "hif"].map((ending) => [ending, "HEIC, which most browsers cannot show"] as const),
  ...["tif", "tiff"].map((ending) => [ending, "TIFF, which browsers cannot show"] as const),
  ...["svg", "svgz"].map((ending) => [ending, "SVG, which can carry scripts"] as const),
]);

/** Why a picture of this name would not be taken even if it were there; undefined where its ending says nothing against it. */
export function untakenKind(src: string): string | undefined {
  const name = decoded(src);
  const ending = endingOfName.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined || pictureName.test(name)) return undefined;
  const kind = otherKinds.get(ending) ?? `of a kind (.${ending}) that is not published`;
  return `"${name}" is ${kind}; save the picture as JPEG, PNG or WebP and name that file`;
}

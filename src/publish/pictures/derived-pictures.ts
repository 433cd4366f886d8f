/** The files a picture is published as: their names, formats and sizes. */
import type { Rendition } from "../../content/values/picture.ts";

export type PictureFacts = {
  /** SHA-256 of the file, in hexadecimal. */
  readonly digest: string;
  /** In pixels, as it is shown: turned as its EXIF orientation says. */
  readonly width: number;
  readonly height: number;
  readonly kind: "still" | "transparent" | "animated";
};

type Format = "avif" | "webp" | "jpeg" | "png" | "gif";

/** A file made from a picture. */
export type DerivedPicture = {
  /** Path in the output folder. It is named by the content of the original: the same name, the same bytes. */
  readonly file: string;
  readonly format: Format;
  readonly width: number;
  readonly isAnimated: boolean;
};

/** Changes whenever the encoder or its settings do, so that names never stand for other bytes than before. */
const encoding = 3;

/** Widths in pixels: a phone, a column, and a column on a screen with two dots to the pixel. */
const steps = [400, 800, 1200] as const;
const widest = 1200;

/**
 * The best first; the last is what every browser reads. A photograph is no WebP: browsers that know no AVIF are old and few, and read the JPEG
 * there has to be for those who share a link, a quarter larger.
 */
const formatsOf = {
  still: ["avif", "jpeg"],
  transparent: ["avif", "webp", "png"],
  animated: ["webp", "gif"],
} as const satisfies Record<PictureFacts["kind"], readonly Format[]>;

const extensions = { avif: "avif", webp: "webp", jpeg: "jpg", png: "png", gif: "gif" } as const;

/** How a picture is published, and the files that takes. It is never made larger than it is. */
export function derivedPictures(facts: PictureFacts): { rendition: Rendition; files: DerivedPicture[] } {
  const largest = Math.min(facts.width, widest);
  // A step that is hardly smaller than the largest would save nobody anything.
  const widths = [...steps.filter((step) => step * 1.25 <= largest), largest];
  const isAnimated = facts.kind === "animated";
  const byFormat = formatsOf[facts.kind].map((format) => ({
    format,
    files: widths.map((width) => ({ file: fileOf(facts, width, format), format, width, isAnimated })),
  }));
  const files: DerivedPicture[] = byFormat.flatMap((entry) => entry.files);
  const share: DerivedPicture = {
    file: fileOf(facts, largest, "jpeg"),
    format: "jpeg",
    width: largest,
    isAnimated: false,
  };
  if (facts.kind !== "still") files.push(share);
  const size = { width: largest, height: heightAt(largest, facts) };
  const fallback = byFormat.at(-1)?.files.at(-1) ?? share;
  return {
    rendition: {
      sources: byFormat.map(({ format, files }) => ({
        type: `image/${format}`,
        srcset: files.map(({ file, width }) => `/${file} ${width}w`).join(", "),
      })),
      src: `/${fallback.file}`,
      ...size,
      share: { src: `/${share.file}`, ...size },
    },
    files,
  };
}

/** The height of a picture made so wide, in whole pixels. */
export function heightAt(width: number, facts: Pick<PictureFacts, "width" | "height">): number {
  return Math.max(1, Math.round((width * facts.height) / facts.width));
}

/** In folders of their own by the first two digits: a CDN may refuse tens of thousands of files in one. */
function fileOf({ digest }: PictureFacts, width: number, format: Format): string {
  return `media/${digest.slice(0, 2)}/${digest.slice(2, 18)}-${encoding}-${width}.${extensions[format]}`;
}

/** What a file is by its first bytes: names and servers may say anything. */

/** Pictures that articles may show, by the ending their files have. */
export type PictureEnding = "avif" | "gif" | "jpg" | "png" | "webp";

export type FileKind =
  | { readonly picture: PictureEnding }
  /** A picture of another kind, in words, or a document. */
  | { readonly other: string };

/** So many bytes tell the kind. */
export const kindBytes = 1024;

/** @param head the first bytes of a file, `kindBytes` where it has so many */
export function fileKind(head: Uint8Array): FileKind | undefined {
  const bytes = Buffer.from(head);
  const at = (offset: number, text: string) =>
    bytes.toString("latin1", offset, offset + text.length) === text;
  if (at(0, "\xff\xd8\xff")) return { picture: "jpg" };
  if (at(0, "\x89PNG\r\n\x1a\n")) return { picture: "png" };
  if (at(0, "GIF87a") || at(0, "GIF89a")) return { picture: "gif" };
  if (at(0, "RIFF") && at(8, "WEBP")) return { picture: "webp" };
  if (at(4, "ftyp")) return ofMediaContainer(bytes);
  if (at(0, "II*\0") || at(0, "MM\0*")) return { other: "TIFF, which browsers cannot show" };
  if (at(0, "BM")) return { other: "BMP, which is not published" };
  if (at(0, "%PDF-")) return { other: "a PDF" };
  if (at(0, "PK\x03\x04")) return { other: "a ZIP file" };
  return ofText(bytes);
}

/** ISO/IEC 14496-12, 4.3: the brands a file is made by, the major one first. */
function ofMediaContainer(bytes: Buffer): FileKind {
  const length = Math.min(bytes.readUInt32BE(0), bytes.length);
  const brands = bytes.toString("latin1", 8, Math.max(8, length));
  if (/avif|avis/.test(brands)) return { picture: "avif" };
  if (/heic|heix|hevc|heim|heis|mif1|msf1/.test(brands))
    return { other: "HEIC, which most browsers cannot show" };
  return { other: "a film or a sound" };
}

function ofText(bytes: Buffer): FileKind | undefined {
  const text = bytes
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/is.test(text))
    return { other: "SVG, which can carry scripts" };
  return /^(?:<!doctype html|<html|<head|<body)/i.test(text) ? { other: "a page of HTML" } : undefined;
}

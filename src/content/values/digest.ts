/** Digests: short names for contents. Equal contents have equal digests, and others do not. */
import { createHash, hash } from "node:crypto";

const shortLength = 22;

/** A digest of contents one after the other: 22 letters of base64url, 132 bits of SHA-256. */
export function digestOf(...contents: readonly (string | Uint8Array)[]): string {
  // Of short texts, as keys of pages are, one call costs half of what three do.
  if (contents.every((content) => typeof content === "string")) {
    return hash("sha256", contents.join(""), "base64url").slice(0, shortLength);
  }
  return digestOfPieces(contents);
}

/** The same digest as of the whole, of a content that comes piece by piece. */
export function digestOfPieces(pieces: Iterable<string | Uint8Array>): string {
  const whole = createHash("sha256");
  for (const piece of pieces) whole.update(piece);
  return whole.digest("base64url").slice(0, shortLength);
}

/** A digest of a value as JSON; maps count as lists of their entries, as JSON would leave out what they hold. */
export function digestOfValue(value: unknown): string {
  return digestOf(JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part)));
}

/** So many digits of a digest name a file by its content, so that it can be kept for ever. */
export const nameDigits = 10;

/** SHA-256 in hexadecimal, for names of files and checksums; its first digits where fewer are enough. */
export function hexDigest(content: string | Uint8Array, digits = 64): string {
  return hash("sha256", content, "hex").slice(0, digits);
}

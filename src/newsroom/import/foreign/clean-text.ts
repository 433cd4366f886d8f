/** Text of archives as it may be written into files. */
import { isWebAddress, singleLine } from "../../../content/yaml/schema-parts.ts";

/** Text without halves of letters, which no file can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/**
 * The same text, kept by itself in memory: one that was cut out of another keeps the whole of it there, and one that was put
 * together the parts.
 */
export function unsharedText(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}

/**
 * One line of text, cut where it is longer than anybody writes one.
 *
 * @param limit characters, in UTF-16 units
 */
export function cleanLine(text: string, limit = 2000): string {
  // Cut before it is made one line, too: a title may be a whole book.
  const line = singleLine(wellFormed(text.slice(0, limit * 2)));
  return line.length <= limit
    ? line
    : `${wellFormed(line.slice(0, limit - 1))
        .replace(/\uFFFD$/, "")
        .trimEnd()}…`;
}

/** A text that is a whole web address; undefined where it is none. */
export function webAddressIn(text: string | undefined): string | undefined {
  return text !== undefined && isWebAddress(text) ? text : undefined;
}

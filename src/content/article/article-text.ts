/** The text of an article file: from bytes to text. */
import { isUtf8 } from "node:buffer";
import { type Diagnostic, errorAt, type Place } from "../diagnostics/diagnostic.ts";

/**
 * Decodes a text file: UTF-8, without byte-order mark, line ends made "\n".
 * Gives a diagnostic for a binary file or for bytes that are not UTF-8.
 */
export function decodeText(file: string, bytes: Uint8Array): string | Diagnostic {
  if (hasUtf16Mark(bytes)) {
    return errorAt({ file }, "invalid-utf8", "the file is in UTF-16; save it with the encoding UTF-8");
  }
  if (bytes.includes(0)) {
    return errorAt({ file }, "binary-file", "this is not a text file; move it out of the articles folder");
  }
  if (!isUtf8(bytes)) {
    return errorAt(
      firstBadByte(file, bytes),
      "invalid-utf8",
      "this character is not UTF-8; save the file with the encoding UTF-8",
    );
  }
  return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
}

/** The byte-order marks of the encoding that some editors call "Unicode" (RFC 2781, 3.2). */
function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function firstBadByte(file: string, bytes: Uint8Array): Place {
  let line = 1;
  let lineStart = 0;
  for (;;) {
    const newline = bytes.indexOf(0x0a, lineStart);
    const end = newline === -1 ? bytes.length : newline;
    const lineBytes = bytes.subarray(lineStart, end);
    if (!isUtf8(lineBytes) || newline === -1) {
      const sourceLine = new TextDecoder().decode(lineBytes).replace(/\r$/, "");
      return { file, line, column: sourceLine.indexOf("\uFFFD") + 1, sourceLine };
    }
    line += 1;
    lineStart = newline + 1;
  }
}

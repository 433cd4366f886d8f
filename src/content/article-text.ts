/** The text of an article file: from bytes to front matter and body. */
import { isUtf8 } from "node:buffer";
import { type Diagnostic, errorAt, type Place } from "./diagnostic.ts";

export type ArticleText = {
  /** The YAML between the fences. */
  readonly frontMatter: string;
  /** Lines of the file before the YAML begins. */
  readonly frontMatterLine: number;
  readonly body: string;
  /** Lines of the file before the body begins. */
  readonly bodyLine: number;
};

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

/** Cuts an article file into front matter and body, or says why that cannot be done. */
export function splitArticle(file: string, text: string): ArticleText | Diagnostic {
  const start: Place = { file, line: 1, column: 1, sourceLine: text.split("\n", 1)[0] ?? "" };
  if (text.trim() === "") {
    return errorAt(
      { file, line: 1, column: 1 },
      "empty-file",
      "the file is empty; write an article or remove it",
    );
  }
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) {
    return errorAt(
      start,
      "no-front-matter",
      'the file must start with front matter: a line "---", then "title: …" and the other keys, then a line "---"',
    );
  }
  const rest = text.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (closing === null) {
    return errorAt(
      start,
      "unclosed-front-matter",
      'front matter opens here and is never closed; add a line "---" after its last key',
    );
  }
  const frontMatter = rest.slice(0, closing.index);
  return {
    frontMatter,
    frontMatterLine: 1,
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: 2 + frontMatter.split("\n").length - 1,
  };
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

/**
 * From the bytes of an XML file to its text, in whatever encoding it says it is written. The decoder of Node 20 takes
 * windows-1252 for ISO-8859-1, and gives control characters for its quotation marks.
 */
import { createReadStream } from "node:fs";
import { TextDecoder } from "@exodus/bytes/encoding.js";

/** Bytes within which a declaration ends, if there is one. */
const headBytes = 1024;

/**
 * The name of a file's encoding: of its byte-order mark, of its XML declaration, or UTF-8
 * (https://www.w3.org/TR/xml/#sec-guessing). A name that means nothing is taken for UTF-8, as is UTF-16 in a file that is none.
 *
 * @param head the beginning of the file
 */
export function encodingOf(head: Uint8Array): string {
  const [first, second] = head;
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xef && second === 0xbb) return "utf-8";
  if (first === 0 && second === 0x3c) return "utf-16be";
  if (first === 0x3c && second === 0) return "utf-16le";
  const start = new TextDecoder("latin1").decode(head.subarray(0, headBytes));
  const declared = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
  return declared === undefined || /^utf-?16|^ucs-?2/i.test(declared) ? "utf-8" : known(declared);
}

/** The text of an XML document. @throws `TypeError` where it is not in the encoding that it names */
export function decodedXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
}

/** The text of a file, piece by piece. @throws what the file system says, and as `decodedXml` */
export async function* xmlChunks(path: string): AsyncGenerator<string, void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    if (!(chunk instanceof Uint8Array)) continue;
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

function known(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return "utf-8";
  }
}

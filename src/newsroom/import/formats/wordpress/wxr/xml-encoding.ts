/** The encoding of an XML file, told from its first bytes. */

/**
 * What the file calls its encoding (XML 1.0, 4.3.3 and appendix F): by a byte-order mark, else by its declaration,
 * else UTF-8. It may be a name that nobody knows.
 */
export function xmlEncodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  const text = new TextDecoder("latin1").decode(start.subarray(0, 1000));
  return /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"'<>]*)["']/.exec(text)?.[1] ?? "utf-8";
}

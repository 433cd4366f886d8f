/** Text that may stand in an XML document. */

/** Without the characters that XML 1.0 has no way to write, escaped or not (§2.2): NUL, U+FFFE, half of a pair. */
export function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

/** Text that XML can hold. */

/** All but the characters of https://www.w3.org/TR/xml/#NT-Char; lone surrogates are none of them. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text without the characters that XML 1.0 has no way to write, not even as references. */
export function xmlText(text: string): string {
  return text.replace(forbidden, "");
}

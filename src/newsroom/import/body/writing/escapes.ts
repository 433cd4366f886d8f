/** Text as Markdown that reads as nothing but that text: with as few backslashes as that takes. */

/**
 * What can begin something other than text anywhere in a line (https://spec.commonmark.org/0.31.2/#inlines, strikethrough):
 * a backslash before what it would escape, an asterisk but one that stands alone, an underscore but one inside a word, code,
 * two tildes, tags, addresses between angle brackets, references to characters.
 */
const inline =
  /\\(?=[!-/:-@[-`{-~]|$)|(?<!\s)\*|\*(?!\s)|`|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~|$)|^~|<(?=[a-z/!?])|&(?=#?[a-z0-9]+;)/giu;

/** Brackets that would end the text of a link, or begin a note, if others stood around them. */
const brackets = /\](?=[[(:])|\[(?=\^)|(?<=\^)\[/g;

/** What makes a line something else where it stands first: headings, quotations, lists, rules, rows of tables. */
const opening = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=:|][-=:|\s]*$|-(?=-))/;
const listNumber = /^(\d{1,9})([.)])(?=\s|$)/;

/** @param text part of a line; at its ends, other marks may follow */
export function escapedText(text: string): string {
  return text.replace(inline, "\\$&").replace(brackets, "\\$&");
}

/** As it is where a line begins. */
export function escapedOpening(text: string): string {
  return opening.test(text) ? `\\${text}` : text.replace(listNumber, "$1\\$2");
}

/** As it is between the brackets of a link or of a picture's description. */
export function escapedLabel(text: string): string {
  const escaped = text.replace(inline, "\\$&");
  return hasPairs(text) && text.search(brackets) === -1 ? escaped : escaped.replace(/[[\]]/g, "\\$&");
}

function hasPairs(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]]/g)) {
    depth += bracket === "[" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** An address as it stands between the brackets of a link; spaces, brackets and backslashes are encoded. */
export function writtenAddress(address: string): string {
  const isPaired = hasRoundPairs(address);
  return address
    .replace(/[\s<>\\]/g, (sign) => encodeURIComponent(sign))
    .replace(/[()]/g, (sign) => (isPaired ? sign : sign === "(" ? "%28" : "%29"))
    .replace(/&(?=#?[a-z0-9]+;)/gi, "&amp;");
}

function hasRoundPairs(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[()]/g)) {
    depth += bracket === "(" ? 1 : -1;
    if (depth < 0 || depth > 8) return false;
  }
  return depth === 0;
}

/** Plain text as Markdown that reads as nothing but that text. */

/**
 * What can begin something other than text anywhere in a line: https://spec.commonmark.org/0.31.2/#inlines,
 * and strikethrough and footnotes. An underscore inside a word is text, as are "AT&T" and a tilde alone.
 */
const inlineMarks = /[\\`*[<]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|~(?=~)|(?<=~)~|&(?=#?[A-Za-z0-9]+;)/g;

/** What makes a line a heading, a quotation, a list or a rule where it stands first. */
const blockMark = /^(?:#{1,6}(?=[ \t]|$)|>|[-+](?=[ \t]|$)|-(?=-))/;

const listNumber = /^(\d{1,9})([.)])(?=[ \t]|$)/;

/**
 * The Markdown of a paragraph: rendered, its text is the text given, to the letter.
 *
 * @param text one line, without white space at its ends; line breaks would join or part paragraphs
 */
export function escapedParagraph(text: string): string {
  return plainStart(text.replace(inlineMarks, "\\$&"));
}

/** A paragraph of Markdown that lost its beginning, so that what is first now begins no heading, quotation, list or rule. */
export function plainStart(markdown: string): string {
  return markdown.replace(blockMark, "\\$&").replace(listNumber, "$1\\$2");
}

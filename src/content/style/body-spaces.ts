/** White space at the ends of a body's lines. */

import type { Edit } from "./edits.ts";

/** How many spaces and tabs stand at the end of a text. A pattern would look at each run of them from each of its places. */
export function blanksAtEnd(text: string): number {
  let start = text.length;
  while (start > 0 && (text[start - 1] === " " || text[start - 1] === "\t")) start -= 1;
  return text.length - start;
}

/**
 * Edits that take away white space that means nothing. Two spaces or more after words are a line break in Markdown
 * and stay, as does everything inside fenced code.
 */
export function trailingSpaces(body: string): Edit[] {
  const edits: Edit[] = [];
  let fence: string | undefined;
  let start = 0;
  for (const line of body.split("\n")) {
    const text = line.replace(/\r$/, "");
    // Also where the fence stands in a list or a quotation.
    const mark = /^[\s>*+\-\d.)]*(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined && mark === undefined) {
      const words = text.trimEnd();
      const spaces = text.slice(words.length);
      const isLineBreak = words !== "" && text.endsWith("  ");
      // Without the space after it, a backslash would break the line.
      if (/^[ \t]+$/.test(spaces) && !isLineBreak && !words.endsWith("\\")) {
        edits.push({ start: start + words.length, end: start + text.length, text: "" });
      }
    } else if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence)) fence = undefined;
    start += line.length + 1;
  }
  return edits;
}

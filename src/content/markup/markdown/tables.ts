/** Tables: named by the heads of their columns, and reached by the keyboard where they scroll on a phone. */
import MarkdownIt, { type RendererRule, type Token } from "markdown-it";
import { unspacedLetters, wideLetters } from "../../values/language.ts";

/** Of the column of text in a window of 320 pixels: https://www.w3.org/WAI/WCAG22/Understanding/reflow.html */
const phoneWidthPx = 288;

/** As wide as the letters of a table are at most, most of the time. */
const letterWidthPx = 8.5;
const squareLetterWidthPx = 14.5;

/** Beside the words of a cell. */
const paddingPx = 16;

const squareLetter = new RegExp(`[${wideLetters}\uff01-\uff60]`, "u");

/** Where a line may end. */
const wordEnds = new RegExp(String.raw`\s+|(?<=[-${unspacedLetters}])|(?=[${unspacedLetters}])`, "u");

const { escapeHtml } = new MarkdownIt().utils;

/**
 * A box that scrolls by itself, so that the page does not. Not every browser lets the keyboard into one that does not say
 * so, and one that never scrolls would only be in the way.
 */
export const tableRules: Readonly<Record<string, RendererRule>> = {
  table_open: (tokens, index) => {
    const rows = rowsOf(tokens, index);
    const name = (rows[0] ?? []).filter((head) => head !== "").join(", ");
    const label = name === "" ? "" : ` aria-label="${escapeHtml(name)}"`;
    const role = label && ` role="region"${label}`;
    const stop = leastWidthPx(rows) > phoneWidthPx ? ` tabindex="0"${role}` : "";
    return `<div class="table"${stop}>\n<table${label}>\n`;
  },
  table_close: () => "</table>\n</div>\n",
};

/** The texts of the cells of a table that begins at an index: first those of its head. */
function rowsOf(tokens: readonly Token[], start: number): string[][] {
  const rows: string[][] = [];
  for (let index = start; index < tokens.length; index += 1) {
    const { type = "", children = null } = tokens[index] ?? {};
    if (type === "table_close") break;
    if (type === "tr_open") rows.push([]);
    else if (type === "inline") rows.at(-1)?.push(cellText(children ?? []));
  }
  return rows;
}

function cellText(children: readonly Token[]): string {
  return children
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content))
    .join("")
    .trim();
}

/** The width below which a table does not fit: each column takes its longest word. */
function leastWidthPx(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const [column, text] of rows.flatMap((row) => [...row.entries()])) {
    for (const word of text.split(wordEnds)) {
      widths.set(column, Math.max(widths.get(column) ?? 0, wordWidthPx(word)));
    }
  }
  return [...widths.values()].reduce((sum, width) => sum + width + paddingPx, 0);
}

function wordWidthPx(word: string): number {
  return [...word].reduce(
    (sum, letter) => sum + (squareLetter.test(letter) ? squareLetterWidthPx : letterWidthPx),
    0,
  );
}

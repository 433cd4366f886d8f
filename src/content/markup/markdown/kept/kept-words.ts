/** A markdown-it plugin: words that Markdown would drop without a sign stay in the text. */
import type { MarkdownIt, StateBlock, StateCore, Token } from "markdown-it";
import { forgetWords, keepDefinitions } from "./kept-definitions.ts";
import { keepNotes, noteInText, noteRules } from "./kept-notes.ts";
import { paragraphOf } from "./paragraph-tokens.ts";

/**
 * Keeps, each at its place:
 * - link definitions that nothing uses, that repeat an earlier one, or that name no address (`[Photo]: AFP`);
 * - footnotes that nothing refers to, or that repeat the label of an earlier one;
 * - notes inside of notes;
 * - cells beyond the last of a table's header, inside that last one;
 * - words behind the marks that open fenced code, unless they are the one word that names its language;
 * - what stands deeper in lists and quotations than markdown-it goes.
 *
 * To be used after markdown-it-footnote.
 */
export function keptWords(markdown: MarkdownIt): void {
  const limit = (markdown.options.maxNesting ?? 0) - levelsLeft;
  markdown.block.ruler.before("table", "too_deep", (state, startLine, endLine, silent) => {
    if (silent || state.level < limit) return false;
    openNothing(state, startLine, endLine);
    return true;
  });
  Object.assign(markdown.renderer.rules, noteRules);
  markdown.inline.ruler.at("footnote_inline", noteInText);
  markdown.core.ruler.disable(["strip_references", "footnote_tail"]);
  markdown.core.ruler.before("inline", "forgotten_words", forgetWords);
  markdown.core.ruler.before("inline", "kept_blocks", keepBlocks);
  markdown.core.ruler.after("inline", "kept_definitions", keepDefinitions);
  markdown.core.ruler.after("kept_definitions", "kept_notes", keepNotes);
}

/** At its limit of levels markdown-it drops what it finds. A rule opens no more than a few at once. */
const levelsLeft = 10;

/** What stands here is a paragraph, whatever it looks like. */
function openNothing(state: StateBlock, startLine: number, endLine: number): void {
  let end = startLine + 1;
  while (end < endLine && !state.isEmpty(end)) end += 1;
  const content = state.getLines(startLine, end, state.blkIndent, false).trim();
  state.push("paragraph_open", "p", 1).map = [startLine, end];
  Object.assign(state.push("inline", "", 0), { content, map: [startLine, end], children: [] });
  state.push("paragraph_close", "p", -1);
  state.line = end;
}

const languageName = /^[\w+#.-]*$/;

/** Keeps what would be lost before the text inside of blocks is parsed. */
function keepBlocks(state: StateCore): void {
  if (!state.tokens.some(({ type }) => type === "fence" || type === "table_open")) return;
  const lines = state.src.split("\n");
  const kept: Token[] = [];
  let cells: Token[] = [];
  let columnCount = 0;
  let line: string | undefined;
  for (const token of state.tokens) {
    const { type } = token;
    const words = type === "fence" ? token.info.trim() : "";
    if (!languageName.test(words)) {
      kept.push(...paragraphOf(state, words, token));
      token.info = "";
    }
    kept.push(token);
    // A header has no row before it: its own cells are what the columns are.
    if (type === "table_open") columnCount = 0;
    else if (type === "thead_close") columnCount = cells.length;
    else if (type === "tr_open") {
      cells = [];
      line = lines[token.map?.[0] ?? -1];
    } else if (type === "inline") cells.push(token);
    else if (type === "tr_close" && line !== undefined) keepCells(cells, columnCount, line);
  }
  state.tokens = kept;
}

/** Puts what a line of a table holds beyond the columns into its last cell, as it is written. */
function keepCells(cells: readonly Token[], columnCount: number, line: string): void {
  const last = cells.at(-1);
  if (last === undefined || cells.length !== columnCount) return;
  const written = line
    .replace(/^[\s>]+/, "")
    .trim()
    .split(/(?<!\\)\|/);
  if (written[0] === "") written.shift();
  if (written.at(-1) === "") written.pop();
  const further = written.slice(columnCount).map((cell) => cell.replaceAll("\\|", "|").trim());
  if (further.some((cell) => cell !== "")) last.content = [last.content, ...further].join(" | ");
}

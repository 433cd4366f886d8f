/** The dateline in a body: set before its first words, after the pictures that it may open with. */
import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { paragraphOf } from "./kept/paragraph-tokens.ts";

/** Sets `dateline` of the environment, as text, before the first words. A body without words gets none. */
export function datelineMark(markdown: MarkdownIt): void {
  markdown.core.ruler.push("dateline", (state) => {
    const { dateline } = state.env;
    if (typeof dateline !== "string") return;
    const mark = new state.Token("html_inline", "", 0);
    mark.content = `<span class="dateline">${markdown.utils.escapeHtml(dateline)}</span> — `;
    setBeforeWords(mark, state);
  });
}

function setBeforeWords(mark: Token, state: StateCore): void {
  const { tokens } = state;
  for (let start = 0; start < tokens.length; ) {
    const first = tokens[start];
    const end = endOfBlock(tokens, start);
    if (first === undefined) return;
    if (tokens.slice(start, end).some(hasWords)) {
      if (first.type === "paragraph_open") setInto(tokens[start + 1]?.children ?? [], mark);
      else tokens.splice(start, 0, ...paragraphOf(state, "", first, [mark]));
      return;
    }
    start = end;
  }
}

/** The index after the last token of the block that begins at an index. */
function endOfBlock(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index + 1;
  }
  return tokens.length;
}

/** Before the link or emphasis that the first words stand in, and after the space that parts them from a picture. */
function setInto(children: Token[], mark: Token): void {
  let index = children.findIndex(isWords);
  const words = children[index];
  if (words?.type === "text" && /^\s/.test(words.content)) {
    words.content = words.content.trimStart();
    mark.content = ` ${mark.content}`;
  }
  while (children[index - 1]?.nesting === 1) index -= 1;
  children.splice(index, 0, mark);
}

function hasWords({ children, content, type }: Token): boolean {
  return children === null ? type === "fence" && content.trim() !== "" : children.some(isWords);
}

function isWords({ type, content, nesting }: Token): boolean {
  const isLeaf = nesting === 0 && type !== "image" && type !== "softbreak" && type !== "hardbreak";
  return isLeaf && (type !== "text" || content.trim() !== "");
}

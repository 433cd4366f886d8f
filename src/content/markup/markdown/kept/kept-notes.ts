/** Footnotes of a body that readers would not see stay in the text, where they are written. */
import type { RendererRule, StateCore, StateInline, Token } from "markdown-it";
import { inlineTokens, type ListedNote, notesOf } from "./inline-tokens.ts";
import { paragraphOf } from "./paragraph-tokens.ts";

/**
 * How notes and the links between them are written: with the roles of https://www.w3.org/TR/dpub-aria-1.1/, every reference to
 * a note with its number alone, and every link back named by the reference that it leads to.
 */
export const noteRules: Readonly<Record<string, RendererRule>> = {
  footnote_ref: (tokens, index) => {
    const { number, reference } = noteOf(tokens[index]);
    return `<sup class="footnote-ref"><a href="#fn${number}" id="${reference}" role="doc-noteref">[${number}]</a></sup>`;
  },
  footnote_block_open: () =>
    '<hr class="footnotes-sep">\n<section class="footnotes" role="doc-endnotes">\n<ol class="footnotes-list">\n',
  footnote_anchor: (tokens, index) => {
    const { reference } = noteOf(tokens[index]);
    // The arrow's second sign keeps telephones from drawing it as a picture.
    return ` <a href="#${reference}" class="footnote-backref" role="doc-backlink" aria-labelledby="${reference}">\u21a9\uFE0E</a>`;
  },
};

function noteOf(token: Token | undefined): { readonly number: number; readonly reference: string } {
  const [id, subId] = [Number(token?.meta?.["id"]), Number(token?.meta?.["subId"])];
  return { number: id + 1, reference: `fnref${id + 1}${subId > 0 ? `:${subId}` : ""}` };
}

/** A note while it is read. */
type OpenNote = { readonly opening: Token; readonly label: string; readonly tokens: Token[] };

/**
 * Puts the footnotes in use behind the text, one for each label, the first of it, and none inside another. What is left
 * of the others becomes text. Stands in for the rule of markdown-it-footnote, which drops them and copies the text for
 * each note.
 */
export function keepNotes(state: StateCore): void {
  if (state.env["footnotes"] === undefined) return;
  const used = new Set<unknown>();
  for (const { type, meta } of inlineTokens(state)) if (type === "footnote_ref") used.add(meta?.["label"]);
  const text: Token[] = [];
  const notes = new Map<string | undefined, readonly Token[]>();
  const open: OpenNote[] = [];
  const place = () => open.at(-1)?.tokens ?? text;
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_open") {
      open.push({ opening: token, label: String(token.meta?.["label"]), tokens: [] });
    } else if (token.type === "footnote_reference_close") {
      const note = open.pop();
      if (note === undefined) continue;
      // The first of a label takes it.
      if (used.delete(note.label)) notes.set(note.label, note.tokens);
      else appendTo(place(), noteAsText(state, note));
    } else place().push(token);
  }
  state.tokens = text;
  const listed = notesOf(state.env);
  if (listed.length === 0) return;
  text.push(new state.Token("footnote_block_open", "", 1));
  for (const [id, note] of listed.entries()) {
    const { content = "", tokens, label } = note;
    const inText = tokens && paragraphOf(state, content, { level: 0, map: null }, tokens);
    const words = inText ?? notes.get(label) ?? [];
    appendTo(text, noteInList(state, id, note, words));
  }
  text.push(new state.Token("footnote_block_close", "", -1));
}

/** A note with the links back to where the text refers to it, inside its last paragraph where it ends in one. */
function noteInList(
  state: StateCore,
  id: number,
  { label, count = 1 }: ListedNote,
  words: readonly Token[],
): Token[] {
  const token = (type: string, nesting: -1 | 0 | 1, subId = 0) =>
    Object.assign(new state.Token(type, "", nesting), { meta: { id, subId, label } });
  const endsInParagraph = words.at(-1)?.type === "paragraph_close";
  return [
    token("footnote_open", 1),
    ...(endsInParagraph ? words.slice(0, -1) : words),
    ...Array.from({ length: Math.max(count, 1) }, (_, subId) => token("footnote_anchor", 0, subId)),
    ...(endsInParagraph ? words.slice(-1) : []),
    token("footnote_close", -1),
  ];
}

/** Of any length: as arguments of one call they could be too many. */
function appendTo(list: Token[], tokens: readonly Token[]): void {
  for (const token of tokens) list.push(token);
}

function noteAsText(state: StateCore, { opening, label, tokens }: OpenNote): Token[] {
  for (const token of tokens) token.level -= 1;
  const mark = new state.Token("text", "", 0);
  mark.content = `[^${label}]: `;
  const [first, inline] = tokens;
  if (first?.type !== "paragraph_open" || inline === undefined) {
    return [...paragraphOf(state, mark.content, opening, [mark]), ...tokens];
  }
  inline.content = mark.content + inline.content;
  inline.children = [mark, ...(inline.children ?? [])];
  return tokens;
}

/** A note inside the text, `^[words]`. Unlike that of markdown-it-footnote, it takes its number before the notes in it. */
export function noteInText(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("^[", state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0) return false;
  if (!silent) {
    const content = state.src.slice(state.pos + 2, end);
    const tokens: Token[] = [];
    const id = notesOf(state.env).push({ content, tokens }) - 1;
    state.push("footnote_ref", "", 0).meta = { id };
    state.md.inline.parse(content, state.md, state.env, tokens);
  }
  state.pos = end + 1;
  return true;
}

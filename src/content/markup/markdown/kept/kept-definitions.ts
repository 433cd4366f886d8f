/** Link definitions of a body that nothing uses: they are words (`[Correction]: Wednesday`), and stay in the text. */
import type { StateCore, Token } from "markdown-it";
import { inlineTokens } from "./inline-tokens.ts";
import { paragraphOf } from "./paragraph-tokens.ts";

/** The one form of a note that readers do not see: `[//]: # (words)`. */
const comment = /^\[(?:\/\/|comment)\]:\s*(?:#|<>)(?:\s|$)/i;

/** What an address has and a word has not. */
const addressMark = /^[a-z][a-z\d+.-]*:|[/#]|[.?](?=.)/i;

/** What may stand before a definition on its line: marks of quotations, lists and footnotes. */
const containerMarks = /^(?:[\s>]|[-+*]\s|\d{1,9}[.)]\s|\[\^[^\]\s]+\]:)*/;

const labelWithBounds = /^\[(?:[^\]\\]|\\.)*\]:/s;

/** Lets definitions that name no address be none. To be run before the text is parsed. */
export function forgetWords({ env: { references = {} } }: StateCore): void {
  for (const [label, { href }] of Object.entries(references)) {
    if (!addressMark.test(href)) delete references[label];
  }
}

/** Takes definitions out that are in use, and makes a paragraph of every other. To be run after the text is parsed. */
export function keepDefinitions(state: StateCore): void {
  const { references } = state.env;
  if (references === undefined) return;
  const used = new Set(inlineTokens(state).flatMap(({ type, meta }) => usedLabel(type, meta) ?? []));
  for (const label of Object.keys(references)) if (!used.has(label)) delete references[label];
  const lines = state.src.split("\n");
  const defined = new Set<unknown>();
  const tokens: Token[] = [];
  for (const token of state.tokens) {
    if (token.type !== "reference_definition") tokens.push(token);
    else {
      const label = token.meta?.["label"];
      const written = lines.slice(...(token.map ?? [0, 0])).map((line) => line.replace(containerMarks, ""));
      const text = written.join("\n").trim();
      const isWord = typeof label !== "string" || !Object.hasOwn(references, label) || defined.has(label);
      if (isWord && !comment.test(text)) tokens.push(...definitionAsText(state, text, token));
      defined.add(label);
    }
  }
  state.tokens = tokens;
}

function usedLabel(type: string, meta: Token["meta"]): string | undefined {
  const label = type === "link_open" || type === "image" ? meta?.["label"] : undefined;
  return typeof label === "string" ? label : undefined;
}

/** Its label makes no link of another definition. */
function definitionAsText(state: StateCore, text: string, place: Token): Token[] {
  const [label = ""] = labelWithBounds.exec(text) ?? [];
  const bounds = new state.Token("text", "", 0);
  bounds.content = label;
  const children: Token[] = [];
  state.md.inline.parse(text.slice(label.length), state.md, state.env, children);
  return paragraphOf(state, text, place, [bounds, ...children]);
}
